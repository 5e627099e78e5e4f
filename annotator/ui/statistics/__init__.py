"""The page of statistics: key figures, and plots whose numbers are shown as tables too."""
