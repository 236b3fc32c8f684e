"""Whether a text tells the past by its own dates, or news by the date of its publication."""

import re
from datetime import date
from itertools import islice

OLD_YEARS = 5  # explicit years before last year's that a narrative has at least
OLD_DATES = 2  # of them with a month
MANY = 10  # times as many of them as of the words of news make up for a lack of months
DENSITY = 0.5  # of them per thousand characters
DATE_WIDTH = 24  # characters before the year of a date, at most
_YEAR = re.compile(  # the figures first: a scan is faster so
    r"(?:1[0-9]|20)\d(?<![\d,.$£€]\d{3})\d(?!\d|[,.]\d|%|\s?(?:GMT|UTC|[ECMP][SD]T|hours|hrs|local time)\b)"
)
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+(?:\d{1,2},?\s+|of\s+)?$", re.IGNORECASE
)
_BEFORE_ERA = re.compile(r"\d\s?(?:BCE?\b|B\.C\.)")
_DEICTIC = re.compile(
    r"\b(?:today|yesterday|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?<!the\s)(?:last|next|this)\s+(?:week|month|year))\b",
    re.IGNORECASE,
)


def first_year(text: str) -> int | None:
    """The first year in figures, None where there is none.

    >>> first_year("The 2019 storm season was the wettest since 1971."), first_year("It rained.")
    (2019, None)
    """
    found = _YEAR.search(text)
    return int(found.group()) if found else None


def is_narrative(text: str, published: date | None) -> bool:
    """Whether years before last year's outnumber words that only the publication date explains.

    >>> text = "In July 1914 it began. By 1915, 1916 and 1917 it had spread. It ended in May 1918."
    >>> is_narrative(text, date(2009, 12, 19))
    True
    >>> is_narrative("On Friday it began, as it had in 1914.", date(2009, 12, 19))
    False
    """
    newest = published.year - 2 if published else 9999
    years = [year.start() for year in _YEAR.finditer(text) if int(year.group()) <= newest]
    old = len(years) + sum(1 for _ in _BEFORE_ERA.finditer(text))
    if old < OLD_YEARS or 1000 * old < DENSITY * len(text):
        return False
    enough = (old + 1) // 2  # words of news that no number of dates makes up for
    deictic = sum(1 for _ in islice(_DEICTIC.finditer(text), enough))
    if deictic == enough:
        return False
    dated = sum(1 for start in years if _MONTH.search(text, max(0, start - DATE_WIDTH), start))
    return old > (2 if dated >= OLD_DATES else MANY) * deictic
