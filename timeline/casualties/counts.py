"""Counts as news states them: exact, hedged, vague, or a range.

Tokens go in, a count comes out: how many at least, most likely and at most. The values of vague words follow the table
in `casualties.toml`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline.casualties.lexicon import kind, table
from timeline.casualties.tokens import Token
from timeline.model import Qualifier
from timeline.spans import parse_count

_YEAR = re.compile(r"(?:19|20)\d\d")  # no count is written so without a comma
ABOUT = 0.1  # "about n" reaches this share of n to either side


@dataclass(frozen=True, slots=True)
class Count:
    """How many: at least `low`, at most `high` (None: no ceiling), likeliest `best`; qualifier None where implied."""

    low: int
    best: int
    high: int | None
    qualifier: Qualifier | None = Qualifier.EXACT


def count_of(members: Sequence[Token]) -> Count | None:
    """The count that the tokens of one noun phrase state, None where they state none."""
    spread = next(
        (ends for token in members if token.letter == kind("NUMBER") and len(ends := _ends(token.key)) == 2), []
    )
    if spread:
        return between(*spread)
    hedge = next((token.key for token in members if token.letter == kind("QUALIFIER")), "")
    numbers = [
        number for token in members if token.letter == kind("NUMBER") and (number := _number(token.key)) is not None
    ]
    vague = next((token.key for token in members if token.letter == kind("VAGUE")), "")
    if vague:
        return _hedged_vague(hedges().get(hedge, ""), vague_counts().get(vague.removesuffix(" of")))
    if not numbers:
        return None
    if any(token.key.endswith("+") for token in members):
        return hedged("at_least", numbers[0])
    return hedged(hedges().get(hedge, ""), numbers[0])


def hedged(hedge: str, number: int) -> Count:
    """The count that a number and a kind of hedge make.

    >>> hedged("more_than", 12), hedged("up_to", 5).low
    (Count(low=13, best=13, high=None, qualifier=<Qualifier.AT_LEAST: 'at_least'>), 0)
    """
    if hedge == "at_least":
        return Count(number, number, None, Qualifier.AT_LEAST)
    if hedge == "more_than":
        return Count(number + 1, number + 1, None, Qualifier.AT_LEAST)
    if hedge == "up_to":
        return Count(0, number, number, Qualifier.AT_MOST)
    if hedge == "about":
        spread = int(number * ABOUT)
        return Count(number - spread, number, number + spread, Qualifier.ABOUT)
    return Count(number, number, number)


def between(low: int, high: int) -> Count:
    """The count of "12 to 14": the likeliest is the middle, rounded down."""
    return Count(min(low, high), (low + high) // 2, max(low, high), Qualifier.RANGE)


def total(counts: Sequence[Count]) -> Count:
    """The sum of several counts.

    >>> total([hedged("", 1), hedged("at_least", 2)])
    Count(low=3, best=3, high=None, qualifier=<Qualifier.AT_LEAST: 'at_least'>)
    """
    ceilings = [count.high for count in counts if count.high is not None]
    high = sum(ceilings) if len(ceilings) == len(counts) else None
    worst = next(
        (count.qualifier for count in counts if count.qualifier not in (None, Qualifier.EXACT)), Qualifier.EXACT
    )
    return Count(sum(count.low for count in counts), sum(count.best for count in counts), high, worst)


@cache
def hedges() -> dict[str, str]:
    """Hedging words -> what they do to a number."""
    return {word: name for name, words in table()["hedges"].items() for word in words}


@cache
def vague_counts() -> dict[str, Count]:
    """Vague words -> their counts."""
    found = {}
    for row in table()["vague"]:
        for word in row["words"]:
            qualifier = Qualifier.EXACT if row["low"] == row["high"] else Qualifier.VAGUE
            found[word] = Count(row["low"], row["low"], row["high"], qualifier)
    return found


def _hedged_vague(hedge: str, count: Count | None) -> Count | None:
    if count is None or hedge == "":
        return count
    if count.qualifier is Qualifier.EXACT:
        return hedged(hedge, count.best)
    if hedge in ("at_least", "more_than"):
        return Count(count.low, count.best, None, Qualifier.AT_LEAST)
    return Count(0, count.best, count.high, Qualifier.AT_MOST) if hedge == "up_to" else count


def _ends(key: str) -> list[int]:
    words = re.split(r"\s+(?:and|to|or)\s+|\s?[-–]\s?(?=\d)", key.removeprefix("between ").removeprefix("from "))
    ends = [number for word in words if (number := parse_count(word)) is not None]
    spread = key.startswith(("between", "from")) or re.search(r"\d\s?[-–]\s?\d|\s(?:to|or)\s", key)
    return ends if spread and len(ends) == len(words) == 2 else []


def _number(key: str) -> int | None:
    if _YEAR.fullmatch(key):
        return None
    return 2 if key == "both" else parse_count(key.removesuffix("+"))
