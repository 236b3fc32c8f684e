"""Passages that stand in a text more than once: captions under two pictures, a pulled quotation, the title."""

import re
from collections.abc import Sequence

from timeline.spans import Range

SHORTEST = 40  # characters of a passage whose repetition is no accident
_LETTERS = re.compile(r"\w+")


def find_repeats(text: str, passages: Sequence[Range]) -> list[Range]:
    """The passages that say again, word for word, what an earlier one says; quotation marks and case don't count."""
    known: set[str] = set()
    repeats = []
    for start, end in passages:
        if end - start >= SHORTEST:
            words = plain(text[start:end])
            if words in known:
                repeats.append((start, end))
            known.add(words)
    return repeats


def plain(words: str) -> str:
    """The letters and digits of some words, in small letters.

    >>> plain("“Six” die; RIVER’S banks gone")
    'six die river s banks gone'
    """
    return " ".join(_LETTERS.findall(words.lower()))
