"""What keys, clicks and menus do to the article at hand: one file each."""
