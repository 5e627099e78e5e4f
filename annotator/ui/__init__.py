"""The window: what a person sees and does, in Qt. What is done is done by `app`."""
