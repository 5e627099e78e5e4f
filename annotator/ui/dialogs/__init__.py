"""The windows that ask or tell something: each a small function or class of its own file."""
