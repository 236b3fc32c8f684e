"""Whether a text tells the past by its own dates, or news by the date of its publication."""

import re
from datetime import date

OLD_YEARS = 5  # explicit years before last year's that a narrative has at least
_YEAR = re.compile(r"(?<![\d,.$£€])(?:1[0-9]|20)\d{2}(?!\d|[,.]\d|%)")
_DEICTIC = re.compile(
    r"\b(?:today|yesterday|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:last|next|this)\s+(?:week|month|year))\b",
    re.IGNORECASE,
)


def is_narrative(text: str, published: date | None) -> bool:
    """Whether years before last year's outnumber words that only the publication date explains.

    >>> is_narrative("In 1914 it began. By 1915, 1916 and 1917 it had spread. It ended in 1918.", date(2009, 12, 19))
    True
    >>> is_narrative("On Friday it began, as it had in 1914.", date(2009, 12, 19))
    False
    """
    newest = published.year - 2 if published else 9999
    old = sum(int(year.group()) <= newest for year in _YEAR.finditer(text))
    return old >= OLD_YEARS and old > 2 * sum(1 for _ in _DEICTIC.finditer(text))
