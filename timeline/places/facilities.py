"""Buildings, roads and parks that carry a name of their own: "Stoneybrook Apartments", "North State Street".

A scan goes in, the capitalised phrases that end in such a word come out; where they stand, the towns beside them tell.
"""

import re

from timeline.places.gazetteer import Role
from timeline.places.naming import Name, Scan
from timeline.places.words import plain_words

LONGEST = 6
KNOWN = 53  # importance of a town that owns what is named behind its "'s"
AT_THE = re.compile(r"\b(?:at|outside|near|in|inside|to|from|around|toward|towards)\s+(?:the\s+)?$")
_ADDRESS = re.compile(r"\d\s?$")


def facilities(scan: Scan) -> list[Name]:
    """The phrases of a text that name a road or a building.

    >>> from timeline.places.naming import scan
    >>> [name.plain for name in facilities(scan("Shots were heard near Elm Grove Hospital on Station Road."))]
    ['elm grove hospital', 'station road']
    >>> [name.plain for name in facilities(scan("They met at Seoul's Jamsil Stadium and St. Mary's Hospital."))]
    ['jamsil stadium', "st. mary's hospital"]
    """
    found, ends = [], plain_words("roads", "buildings", "institutions")
    words = scan.tokens
    owners = {name.after - 1 for name in scan.names if name.top.record.weight >= KNOWN and name.top.role is Role.NAME}
    last_end = 0
    for at, word in enumerate(words):
        if word.word not in ends or (at + 1 < len(words) and word.gap == " " and not words[at + 1].functional):
            continue
        first = at
        while first > last_end and at - first < LONGEST - 1 and _joined(scan, first - 1):
            if first - 1 in owners and words[first - 1].gap == "'s":
                break
            first -= 1
        start, end = words[first].start, word.end
        if first < at and _is_building(scan.text, start, word.word):
            found.append(Name(start, end, first, at + 1, scan.text[start:end].lower(), ()))
            last_end = at + 1
    return found


def _is_building(text: str, start: int, last: str) -> bool:
    """Whether a phrase is no address and, where an institution may be meant, stands as its building."""
    if _ADDRESS.search(text, max(0, start - 8), start):
        return False
    return last not in plain_words("institutions") or AT_THE.search(text, max(0, start - 12), start) is not None


def _joined(scan: Scan, at: int) -> bool:
    token = scan.tokens[at]
    return token.gap in (" ", "-", "'s") and not token.functional


def is_road(name: Name) -> bool:
    """Whether it is a road, whose name says nothing of where it is."""
    return name.plain.rsplit(" ", 1)[-1] in plain_words("roads")
