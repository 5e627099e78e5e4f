"""The tints that often stand side by side, as people see them who lack a kind of cone.

Matrices: Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision Deficiency,
IEEE TVCG 15(6), 2009, severity 1.0; they work on linear RGB. Distances are CIE 1976 (L*, a*, b*), D65.
"""

from itertools import combinations

import pytest

from annotator.ui import look

TOGETHER = ("blue", "orange", "green", "violet", "yellow", "rose", "grey", "azure", "cyan")
NOTICED = 2.3  # the least difference that is noticed: Mahy and others, Color Research and Application 19(2), 1994
VISION = {
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
    "all cones": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
}
Three = tuple[float, float, float]


def linear(colour: str) -> Three:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def times(matrix: tuple[Three, Three, Three], colour: Three) -> Three:
    first, second, third = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return first, second, third


TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)


def lab(colour: Three) -> Three:
    seen = times(TO_XYZ, tuple(min(max(part, 0.0), 1.0) for part in colour))  # type: ignore[arg-type]
    x, y, z = (root(part / white) for part, white in zip(seen, WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def root(part: float) -> float:
    return part ** (1 / 3) if part > (6 / 29) ** 3 else part / (3 * (6 / 29) ** 2) + 4 / 29


def distance(one: str, other: str, vision: str) -> float:
    first, second = (lab(times(VISION[vision], linear(colour))) for colour in (one, other))
    return sum((a - b) ** 2 for a, b in zip(first, second, strict=True)) ** 0.5


def test_the_distance_is_that_of_the_standard() -> None:
    assert distance("#000000", "#ffffff", "all cones") == pytest.approx(100, abs=0.1)
    assert distance("#ff0000", "#00ff00", "all cones") == pytest.approx(170.6, abs=0.5)
    assert distance("#ff0000", "#00ff00", "deuteranopia") < distance("#ff0000", "#00ff00", "all cones") / 2


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("vision", VISION)
def test_tints_that_stand_side_by_side_are_told_apart(name: str, vision: str) -> None:
    swatches = look.theme(name).look.swatches
    near = {
        (one, other): round(found, 1)
        for one, other in combinations(TOGETHER, 2)
        if (found := distance(swatches[one].tint, swatches[other].tint, vision)) < NOTICED
    }
    assert near == {}
