"""Sketches of texts, by which copies are found even where paragraphs were cut or put in another order.

A sketch is the set of hashes of a text's five-word shingles that are divisible by `KEPT_OF`: the same choice in every
text, so that the share of hashes two sketches have in common estimates the share of text (Broder 1997).
"""

import re
from collections.abc import Collection
from zlib import crc32

SHINGLE = 5  # words
KEPT_OF = 4
_WORD = re.compile(r"[^\W_]+")


def sketch(text: str) -> tuple[int, ...]:
    """The text's sketch, in ascending order; the same on every machine.

    >>> words = " ".join(f"word{n}" for n in range(200))
    >>> len(sketch(words)) > 20, sketch(words) == sketch(words.upper()), sketch("too short")
    (True, True, ())
    """
    words = _WORD.findall(text.lower())
    shingles = (" ".join(words[n : n + SHINGLE]) for n in range(len(words) - SHINGLE + 1))
    hashes = {crc32(shingle.encode()) for shingle in shingles}
    return tuple(sorted(value for value in hashes if value % KEPT_OF == 0))


def shared_part(left: Collection[int], right: Collection[int]) -> float:
    """How much of the shorter text stands in the longer one, from 0 to 1.

    >>> shared_part((4, 8), (4, 8, 12, 16)), shared_part((), (4,))
    (1.0, 0.0)
    """
    shorter = min(len(left), len(right))
    return len(set(left) & set(right)) / shorter if shorter else 0.0
