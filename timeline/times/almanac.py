"""Calendar arithmetic: days, weeks, months, seasons, quarters, years and longer as TIMEX values with their intervals.

Numbers go in, `Timex` come out. Only this module knows how long the units are and how TIMEX3 writes them. Weeks are ISO
weeks.
"""

from datetime import date, timedelta
from functools import lru_cache

from timeline.model import Grain, Interval, Timex, TimexType

FIRST_YEAR, LAST_YEAR = 1000, 2199
LEAP_YEAR = 2000
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@lru_cache(maxsize=4096)
def day(when: date) -> Timex:
    """A calendar day.

    >>> day(date(2026, 1, 24)).value
    '2026-01-24'
    """
    return Timex(TimexType.DATE, when.isoformat(), Interval.of_days(when, when), Grain.DAY)


def day_of(year: int, month: int, number: int) -> Timex | None:
    """A calendar day by its numbers, None where there is no such day.

    >>> day_of(2025, 2, 29) is None
    True
    """
    return day(date(year, month, number)) if exists(year, month, number) else None


def exists(year: int, month: int, number: int) -> bool:
    """Whether the calendar has this day."""
    return FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and 1 <= number <= month_length(year, month)


@lru_cache(maxsize=4096)
def month_length(year: int, month: int) -> int:
    """How many days a month has.

    >>> month_length(2024, 2)
    29
    """
    return (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day


def week(when: date) -> Timex:
    """The ISO week of a day, Monday to Sunday.

    >>> week(date(2026, 1, 1)).value
    '2026-W01'
    """
    number = when.isocalendar()
    monday = when - timedelta(days=when.weekday())
    value = f"{number.year:04}-W{number.week:02}"
    return Timex(TimexType.DATE, value, Interval.of_days(monday, monday + timedelta(days=6)), Grain.WEEK)


def weekend(when: date) -> Timex:
    """The Saturday and Sunday of a day's ISO week.

    >>> weekend(date(2026, 1, 21)).interval.first
    datetime.date(2026, 1, 24)
    """
    whole = week(when)
    saturday = when - timedelta(days=when.weekday()) + timedelta(days=5)
    days = Interval.of_days(saturday, saturday + timedelta(days=1))
    return Timex(TimexType.DATE, f"{whole.value}-WE", days, Grain.WEEKEND)


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Timex:
    """A month; numbers below 1 and above 12 count into the years around.

    >>> month(2026, 0).value
    '2025-12'
    """
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    days = Interval.of_days(date(year, number, 1), date(year, number, month_length(year, number)))
    return Timex(TimexType.DATE, f"{year:04}-{number:02}", days, Grain.MONTH)


def quarter(year: int, number: int) -> Timex:
    """A calendar quarter; numbers below 1 and above 4 count into the years around.

    >>> quarter(2026, 0).value
    '2025-Q4'
    """
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    days = Interval.of_days(date(year, 3 * number - 2, 1), date(year, 3 * number, month_length(year, 3 * number)))
    return Timex(TimexType.DATE, f"{year:04}-Q{number}", days, Grain.QUARTER)


def half(year: int, number: int) -> Timex:
    """A half of a year, 1 or 2."""
    days = Interval.of_days(date(year, 6 * number - 5, 1), date(year, 6 * number, month_length(year, 6 * number)))
    return Timex(TimexType.DATE, f"{year:04}-H{number}", days, Grain.HALF)


def season(year: int, name: str) -> Timex:
    """A northern season of whole months; a winter "of 1994" can be either of the two that touch the year.

    >>> season(2026, "SP").interval.first, season(1994, "WI").interval.last
    (datetime.date(2026, 3, 1), datetime.date(1995, 2, 28))
    """
    first = date(year, SEASON_MONTHS[name], 1)
    if name == "WI":
        days = Interval.of_days(date(year, 1, 1), date(year + 1, 2, month_length(year + 1, 2)))
    else:
        days = Interval.of_days(first, date(year, first.month + 2, month_length(year, first.month + 2)))
    return Timex(TimexType.DATE, f"{year:04}-{name}", days, Grain.SEASON)


@lru_cache(maxsize=4096)
def year(number: int) -> Timex:
    """A calendar year."""
    return Timex(TimexType.DATE, f"{number:04}", _years(number, number), Grain.YEAR)


def decade(first: int) -> Timex:
    """Ten years from one that ends in 0.

    >>> decade(1990).value
    '199'
    """
    return Timex(TimexType.DATE, f"{first // 10:03}", _years(first, first + 9), Grain.DECADE)


def century(number: int) -> Timex:
    """An ordinal century, written by its first two figures.

    >>> century(20).value, century(20).interval.first.year
    ('19', 1900)
    """
    first = 100 * (number - 1)
    return Timex(TimexType.DATE, f"{number - 1:02}", _years(max(first, 1), first + 99), Grain.CENTURY)


def unit(name: str, when: date) -> Timex | None:
    """The calendar unit of a name that holds a day, None where units of this name are not of the calendar.

    >>> unit("decade", date(1996, 5, 1)).value
    '199'
    """
    makers = {
        "day": lambda: day(when),
        "week": lambda: week(when),
        "weekend": lambda: weekend(when),
        "month": lambda: month(when.year, when.month),
        "quarter": lambda: quarter(when.year, (when.month + 2) // 3),
        "year": lambda: year(when.year),
        "decade": lambda: decade(when.year // 10 * 10),
        "century": lambda: century(when.year // 100 + 1),
    }
    return makers[name]() if name in makers else None


def shift(when: date, count: float, name: str) -> date | None:
    """The day so many units away, None beyond the calendar; a day that the month lacks becomes its last.

    >>> shift(date(2026, 3, 31), -1, "month"), shift(date(2026, 1, 24), -1, "fortnight")
    (datetime.date(2026, 2, 28), datetime.date(2026, 1, 10))
    """
    if abs(count) > 100_000:
        return None
    days = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 14}.get(name)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200, "millennium": 12000}.get(name)
    if days is not None:
        moved = when.toordinal() + round(days * count)
        return date.fromordinal(moved) if _FIRST <= moved <= _LAST else None
    if months is None:
        return when
    years, number = divmod(when.year * 12 + when.month - 1 + round(months * count), 12)
    if not FIRST_YEAR <= years <= LAST_YEAR:
        return None
    return date(years, number + 1, min(when.day, month_length(years, number + 1)))


def duration(value: str, grain: Grain) -> Timex:
    """A length of time without an anchor."""
    return Timex(TimexType.DURATION, value, None, grain)


def _years(first: int, last: int) -> Interval:
    return Interval.of_days(date(first, 1, 1), date(last, 12, 31))


_FIRST, _LAST = date(FIRST_YEAR, 1, 1).toordinal(), date(LAST_YEAR, 12, 31).toordinal()
