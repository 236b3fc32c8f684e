"""Holidays: their days, and the production that finds the one that is meant (`days.toml`).

They are fixed ones, weekdays of a month, and feasts reckoned from Easter.
A holiday is written in `words.toml` as "12-25" (month and day), "11-4-4" (month, ISO weekday, which one; 5 is the
last), "easter-2" (days from Easter Sunday) or "election" (the Tuesday after the first Monday of November).
"""

from datetime import date, timedelta

from timeline.model import Grain, Timex
from timeline.times import almanac
from timeline.times.days import YEAR_KINDS, full_year, unresolved
from timeline.times.parts import Parts
from timeline.times.scene import Scene


def holiday_day(written: str, year: int) -> date:
    """The day of a holiday in a year.

    >>> holiday_day("easter", 2014).isoformat(), holiday_day("11-4-4", 2025).isoformat()
    ('2014-04-20', '2025-11-27')
    """
    if written.startswith("easter"):
        return easter(year) + timedelta(days=int(written[6:] or 0))
    if written == "election":
        return weekday_in_month(date(year, 11, 1), 1, 1) + timedelta(days=1)
    numbers = tuple(int(number) for number in written.split("-"))
    if len(numbers) == 2:
        return date(year, *numbers)
    return weekday_in_month(date(year, numbers[0], 1), numbers[1], numbers[2])


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the anonymous Gregorian computus.

    >>> easter(2026).isoformat()
    '2026-04-05'
    """
    golden, (centuries, rest) = year % 19, divmod(year, 100)
    moon = (19 * golden + centuries - centuries // 4 - (centuries - (centuries + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (centuries % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month, number = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, number + 1)


def weekday_in_month(first: date, weekday: int, which: int) -> date:
    """The first, second ... ISO weekday of a month that is given by its first day; the fifth is the last.

    >>> weekday_in_month(date(2026, 5, 1), 1, 5).isoformat()
    '2026-05-25'
    """
    found = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))
    return found if found.month == first.month else found - timedelta(days=7)


def holiday(parts: Parts, scene: Scene) -> Timex | None:
    """A holiday: of a stated year, else the nearest or the one that fits a narrative."""
    name, base = parts.says("holiday"), scene.now
    if not parts.capital("holiday") or parts.names_something:
        return None
    year = parts.number(*YEAR_KINDS)
    if year is not None:
        return almanac.day(holiday_day(name, full_year(year, scene)))
    if base is None:
        return unresolved(None, Grain.DAY)
    if parts.has("last", "next") and not parts.has("year_unit"):
        step = parts.number("last", "next") or 0
        near = [holiday_day(name, base.year + years) for years in (-1, 0, 1)]
        beyond = [day for day in near if (day > base) == (step > 0) and day != base]
        return almanac.day(beyond[0] if step > 0 else beyond[-1])
    if parts.has("year_unit"):
        return almanac.day(holiday_day(name, base.year + (parts.number("last", "next", "this") or 0)))
    return almanac.day(scene.fitting([holiday_day(name, base.year + step) for step in (-1, 0, 1)]))


PRODUCTIONS = {"holiday": holiday}
