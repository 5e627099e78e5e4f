"""Texts in which offsets go wrong easily: several scripts, emoji of several code points, marks that combine."""

from hypothesis import strategies as st

FAMILY = "👨‍👩‍👧"
PIECES = [
    "a",
    "Ukraine's",
    "long-range",
    " ",
    "\n",
    "\u00a0",
    "\u2028",
    "e\u0301",
    FAMILY,
    "🇺🇦",
    "🇬🇧",
    "👍🏽",
    "क्षि",
    "각",
    "中",
    "שלום",
    "🧨",
    ".",
    "-",
    "’",
    "\u200d",
    "\u0301",
]
texts = st.lists(
    st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=25
).map("".join)
