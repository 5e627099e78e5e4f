"""Numbers in sentences."""


def count(number: int, one: str, several: str = "") -> str:
    """A number with its noun: `1 article`, `2,000 articles`; `several` where an s does not make it."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"
