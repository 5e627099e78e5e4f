"""The letters that name targets while a relation is drawn.

No hint is the beginning of another, so the last letter chooses; the nearest targets get the shortest and
easiest ones. Pure Python.
"""

from collections.abc import Iterable, Sequence

# First those of the home row on QWERTY, QWERTZ and AZERTY alike; none that needs a modifier on any of them.
LETTERS = "fjdkslghaeiruowncmvptbyqzx"
MOST = 400  # more targets than that cannot be told apart by eye


def codes(count: int, letters: str = LETTERS) -> list[str]:
    """`count` different hints, shortest first, none the beginning of another."""
    if len(letters) < 2:
        raise ValueError("hints need two letters at least")
    done: list[str] = []
    level = list(letters)
    while len(done) + len(level) < count:
        wanted = count - len(done) - len(level)
        grown = min(-(-wanted // (len(letters) - 1)), len(level))
        kept, parents = level[: len(level) - grown], level[len(level) - grown :]
        done += kept
        level = [parent + letter for parent in parents for letter in letters]
    return (done + level)[:count]


def hints(targets: Iterable[tuple[str, int]], near: int, letters: str = LETTERS) -> dict[str, str]:
    """A hint for each target, an id with its offset; those nearest to `near` come first."""
    by_distance = sorted(targets, key=lambda target: (abs(target[1] - near), target))[:MOST]
    return dict(zip((key for key, _ in by_distance), codes(len(by_distance), letters), strict=True))


def matching(given: dict[str, str], typed: str) -> dict[str, str]:
    """The targets whose hint begins with what was typed, with the rest of their hints."""
    return {key: hint[len(typed) :] for key, hint in given.items() if hint.startswith(typed)}


def first_letters(names: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """A letter for each name: the first of its own that nothing else has, or "" when all are taken."""
    used, found = set(taken), []
    for name in names:
        found.append(next((char for char in name.casefold() if char.isalpha() and char not in used), ""))
        used.add(found[-1])
    return found


def choice_keys(choices: Sequence[tuple[str, str]]) -> list[list[str]]:
    """The keys of choices, given by name and wanted key: a number each, and that key or a letter; none for two."""
    numbers = [str(number) if number < 10 else "" for number in range(1, len(choices) + 1)]
    wanted: list[str] = []
    for _, key in choices:
        free = key.casefold() not in (*numbers, *wanted)
        wanted.append(key.casefold() if free else "")
    letters = iter(first_letters([name for (name, _), key in zip(choices, wanted, strict=True) if not key], wanted))
    return [
        [each for each in (number, key or next(letters)) if each] for number, key in zip(numbers, wanted, strict=True)
    ]
