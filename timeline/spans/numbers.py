"""Numbers as news writes them: "23", "1,700", "2.3 million", "twenty-three", "one hundred and five"."""

import re
from math import isfinite

from timeline.spans.patterns import alternation

UNITS = {
    word: n
    for n, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen""".split()
    )
}
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "lakh": 100_000,
    "lakhs": 100_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "crore": 10_000_000,
    "crores": 10_000_000,
    "billion": 1_000_000_000,
}
PARTS = {"half": 0.5, "quarter": 0.25}  # "half a million", "a quarter of a million"

_SCALES = "hundred|thousand|lakhs?|million|crores?|billion"
_DIGITS = r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]\d)|\d+(?:\.\d+)?"
_PART = r"(?:half|a[- ]quarter[- ]of)[- ]a[- ](?:thousand|million|billion)"
_SMALL = rf"(?:{alternation(TENS)})(?:[- ](?:{alternation(list(UNITS)[1:10])}))?|(?:{alternation(UNITS)})"
_WORDS = (
    rf"(?:{_SMALL}|an?(?=[ -](?:{_SCALES})))"
    rf"(?:[ -](?:{_SCALES})(?:[ -](?:and[ -])?(?:{_SMALL}))?){{0,8}}"
)
NUMBER = rf"(?:(?:{_DIGITS})(?:[ -]?(?:{_SCALES})\b)?|{_PART}|(?:{_WORDS}))"
"""Pattern source of a number in figures or words, for use inside word boundaries and with re.IGNORECASE."""

_SEPARATORS = re.compile(r"[,\s]")
_TOKEN = re.compile(rf"{_DIGITS}|[a-z]+")


def parse_number(words: str) -> float | None:
    """The number that some words or figures say, None where they say none; whole numbers come as integral floats.

    >>> [parse_number(s) for s in ("1,700", "2.3 million", "Twenty-three", "one hundred and five", "a thousand", "cat")]
    [1700.0, 2300000.0, 23.0, 105.0, 1000.0, None]
    >>> [parse_number(s) for s in ("half a million", "a quarter of a million", "2.5 lakh", "1,20,000", "30 000")]
    [500000.0, 250000.0, 250000.0, 120000.0, 30000.0]
    """
    total, current, seen = 0.0, 0.0, False
    for token in _TOKEN.findall(words.lower()):
        if token in ("and", "a", "an", "of"):
            continue
        if token == "hundred":
            current = (current or 1) * 100
        elif token in SCALES:
            total, current = total + (current or 1) * SCALES[token], 0.0
        else:
            step = _small(token)
            if step is None:
                return None
            current += step
        seen = True
    return total + current if seen else None


def parse_count(words: str) -> int | None:
    """The whole number that some words say, None where they say none or a fraction.

    >>> parse_count("two thousand"), parse_count("5.8")
    (2000, None)
    """
    number = parse_number(words)
    return int(number) if number is not None and isfinite(number) and number == int(number) else None


def _small(token: str) -> float | None:
    if token[0].isdigit():
        return float(_SEPARATORS.sub("", token))
    return UNITS.get(token, TENS.get(token, PARTS.get(token)))
