"""The worker: a child process that does what needs spaCy, and the client that starts it and talks to it.

`messages` is what the two say to each other, as JSON lines. `client` and what it uses run in the window's
process and never import spaCy; `serve` and what it uses run in the child and never open a project.
"""
