"""Years before 1000, which the calendar of intervals does not reach: how TIMEX3 writes them, and counting in them.

Such a year is told by its era and number, or as one whole number, negative before the year 1; there is no year 0.
"""

import re
from enum import Enum

from timeline.model import Grain, Timex, TimexType
from timeline.times import almanac

_TOLD = re.compile(r"(BC)?(\d{4})(?!\d)")


class Era(Enum):
    """Before or after the year 1."""

    BEFORE = "BC"
    COMMON = ""


def ancient_year(number: int, era: Era) -> Timex:
    """A year before 1000.

    >>> ancient_year(264, Era.BEFORE).value, ancient_year(69, Era.COMMON).value
    ('BC0264', '0069')
    """
    return Timex(TimexType.DATE, f"{era.value}{number:04}", None, Grain.YEAR)


def year_by(number: int) -> Timex | None:
    """A year by its whole number, None beyond the calendar.

    >>> year_by(-264).value, year_by(1000).value
    ('BC0264', '1000')
    """
    if number < almanac.FIRST_YEAR:
        return ancient_year(abs(number), Era.BEFORE if number < 0 else Era.COMMON)
    return almanac.year(number) if number <= almanac.LAST_YEAR else None


def shifted(year: int, step: int) -> int:
    """The year so many years after another, or before it.

    >>> shifted(-264, 5), shifted(-1, 1), shifted(14, -20)
    (-259, 1, -7)
    """
    moved = year + step
    return moved + (step > 0) - (step < 0) if year * moved <= 0 else moved


def era_of(timex: Timex) -> Era | None:
    """The era of a year before 1000 as TIMEX3 writes it, None for every other time.

    >>> era_of(ancient_year(264, Era.BEFORE)), era_of(ancient_year(69, Era.COMMON)), era_of(almanac.year(1999))
    (<Era.BEFORE: 'BC'>, <Era.COMMON: ''>, None)
    """
    value = timex.value or ""
    if value.startswith("BC"):
        return Era.BEFORE
    return Era.COMMON if len(value) >= 4 and value[0] == "0" and timex.interval is None else None


def year_told(timex: Timex) -> int | None:
    """The year of a time before 1000 as a whole number, None where it is of no single year.

    >>> year_told(ancient_year(264, Era.BEFORE)), year_told(Timex(TimexType.DATE, "BC02", None, Grain.CENTURY))
    (-264, None)
    """
    found = _TOLD.match(timex.value or "")
    return (-int(found[2]) if found[1] else int(found[2])) if found else None
