"""Capitalised words of a text and how they hang together.

A string goes in, its capitalised words come out with the kind of gap behind each. Only this module knows what may
stand between the words of one name.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from timeline.places.words import plain_words

_UPPER = "".join(
    chr(code) for low, high in ((0xC0, 0x250), (0x1E00, 0x1F00)) for code in range(low, high) if chr(code).isupper()
)
_SHORT = r"(?:S[Tt]|S[Tt][Ee]|F[Tt]|M[Tt]|P[Tt])\."
_TOKEN = re.compile(rf"(?<!\w)([A-Z](?:\.[A-Z])+\b\.?|W\. ?Va\.|{_SHORT}|[A-Z{_UPPER}]\w*(?:['’ʻʼ`](?!s\b)\w+)*)")
_WIDEST = 32  # characters of a gap within a phrase
_CONNECTORS = """of de la le les du des del da do dos das di van von der den am an upon on under sur sous en el al y e e
aux au and in by the bin ibn op aan bei ez ash ar ad ul i"""
_LINK = re.compile(rf"[\s-](?:{'|'.join(_CONNECTORS.split())})(?:[\s-](?:la|las|los|les|le|the))?[\s-]")


@dataclass(slots=True)
class Token:
    """A capitalised word: its offsets, its plain lower-case form, and the gap behind it.

    `gap` is " " or "-" between words of one phrase, "of" for a linking word, "'s", "\\n" or "" where a phrase ends.
    `capitals`: it is written in capitals alone. `functional`: it opens sentences and belongs to no name.
    """

    start: int
    end: int
    word: str
    capitals: bool
    functional: bool
    gap: str


def tokens(text: str) -> list[Token]:
    """The capitalised words of a text; "US" in capitals is not "us".

    >>> [(token.word, token.gap) for token in tokens("Gov. Lee of New York, in Paris's heart")]
    [('gov', ''), ('lee', 'of'), ('new', ' '), ('york', ''), ('paris', '')]
    >>> [token.functional for token in tokens("US In")]
    [False, True]
    """
    found: list[Token] = []
    pieces = iter(_TOKEN.split(text))
    at = len(next(pieces))
    for word, gap in zip(pieces, pieces, strict=True):
        end = at + len(word)
        found.append(Token(at, end, *_read(word), _gap(gap) if len(gap) < _WIDEST else ""))
        at = end + len(gap)
    if found:
        found[-1].gap = ""
    return found


@lru_cache(maxsize=20_000)
def _read(word: str) -> tuple[str, bool, bool]:
    """A word's plain form, whether it is in capitals, and whether it belongs to no name."""
    plain = word.lower().replace(".", "").replace("’", "'")
    capitals = len(word) > 1 and word.isupper()
    return plain, capitals, plain in functional() and not (capitals and plain == "us")


@lru_cache(maxsize=5_000)
def _gap(between: str) -> str:
    if between in (" ", "-"):
        return between
    if len(between) <= 4 and between[:2] in ("'s", "’s") and between[2:].isspace():
        return "'s"
    if between.isspace():
        return "" if between.count("\n") > 1 else "\n" if "\n" in between else " "
    return "of" if _LINK.fullmatch(between) else ""


@cache
def functional() -> frozenset[str]:
    """Words that open sentences and belong to no name."""
    return plain_words("function")
