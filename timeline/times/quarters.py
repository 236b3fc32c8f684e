"""Productions of quarters, as business news tells them.

The last quarter that was named is "the quarter", and "a year earlier" is its twin.
"""

from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Grain, Interval, Timex, TimexType
from timeline.times import almanac
from timeline.times.days import (
    DAY_KINDS,
    MONTH_KINDS,
    YEAR_KINDS,
    full_date,
    full_year,
    is_month,
    month_day,
    unresolved,
)
from timeline.times.distances import units_ago, units_later
from timeline.times.durations import count_of
from timeline.times.months import month, month_year
from timeline.times.parts import Parts
from timeline.times.scene import Scene
from timeline.times.tense import Tense

ORDINAL_KINDS = ("ordinal_word", "unit_word", "ordinal")
HALF_QUARTER = 45  # days
RECENT_MONTHS = 4  # results of a quarter are told so long after it


def quarter(parts: Parts, scene: Scene) -> Timex | None:
    """A quarter without a year: the last that had begun, or the next where the clause looks ahead."""
    number = which(parts)
    return _quarter(number, parts.tense, scene) if 1 <= number <= 4 else None


def quarter_year(parts: Parts, scene: Scene) -> Timex | None:
    """A quarter of a stated year."""
    number = which(parts)
    return almanac.quarter(full_year(parts.number(*YEAR_KINDS) or 0, scene), number) if 1 <= number <= 4 else None


def quarter_of_month(parts: Parts, scene: Scene) -> Timex | None:
    """The quarter that is named by a month of it."""
    if not is_month(parts):
        return None
    whole = month_year(parts, scene) if parts.has("year4", "year2") else month(parts, scene)
    return almanac.unit("quarter", whole.interval.first) if whole and whole.interval else None


def quarter_of_year(parts: Parts, scene: Scene) -> Timex | None:
    """A quarter of last, this or next year."""
    if scene.now is None or not 1 <= which(parts) <= 4:
        return None
    return almanac.quarter(scene.now.year + parts.shift, which(parts))


def quarter_of_told_year(parts: Parts, scene: Scene) -> Timex | None:
    """The quarter that is told of, in another year: "the 1988 period"."""
    if scene.quarter is None or scene.quarter.value is None or scene.cumulated:
        return None
    return almanac.quarter(parts.number("year4") or 0, int(scene.quarter.value[-1]))


def two_quarters(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """Two quarters that share the word."""
    numbers = [2 if token.value == "second" else token.value for token in parts.tokens if token.kind in ORDINAL_KINDS]
    if parts.says("units", "quarter_unit") != "quarter" or not all(number in (1, 2, 3, 4) for number in numbers):
        return None
    written = parts.number(*YEAR_KINDS)
    if written is not None:
        return tuple(almanac.quarter(full_year(written, scene), int(number)) for number in numbers)
    return tuple(_quarter(int(number), parts.tense, scene) for number in numbers)


def quarters_of_year(parts: Parts, scene: Scene) -> Timex | None:
    """The first or last two quarters of a year: half of it."""
    units = parts.find("units")
    if (
        units is None
        or units.value != "quarter"
        or count_of(parts) != 2
        or parts.number("ordinal_word") not in (1, None)
    ):
        return None
    year, half = parts.number("year4"), 1 if parts.has("ordinal_word") else 2
    if year is None and scene.now is not None:
        year = scene.now.year + parts.of(parts.tokens[-2:]).shift
    return almanac.half(year, half) if year else None


def quarter_ended(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """The quarter that ended on a day: the one told of, else the three months before, named by their middle."""
    if scene.quarter is not None:
        return (scene.quarter,)
    whole = full_date(parts, scene) if parts.has("year4", "year2") else month_day(parts, scene)
    begun = almanac.shift(whole.interval.first, -1, "quarter") if whole and whole.interval else None
    if whole is None or whole.interval is None or begun is None:
        return None
    middle = begun + timedelta(days=HALF_QUARTER)
    named = almanac.quarter(middle.year, (middle.month + 2) // 3)
    return (replace(named, interval=Interval.of_days(begun + timedelta(days=1), whole.interval.last)),)


def year_ended(parts: Parts, scene: Scene) -> tuple[Timex | None, ...]:
    """The twelve months that end on a day."""
    whole = None
    if parts.has(*DAY_KINDS) and parts.has(*MONTH_KINDS):
        whole = full_date(parts, scene) if parts.has("year4", "year2") else month_day(parts, scene)
    last = whole.interval.last if whole and whole.interval else None
    begun = almanac.shift(last, -1, "year") if last else None
    days = Interval.of_days(begun + timedelta(days=1), last) if last and begun else None
    return (Timex(TimexType.DURATION, "P1Y", days, Grain.YEAR),)


def latest_fiscal_year(parts: Parts, scene: Scene) -> Timex | None:
    """The fiscal year whose results are the last known."""
    return almanac.year(scene.now.year - 1) if scene.now else unresolved(None, Grain.YEAR)


def year_ago(parts: Parts, scene: Scene) -> Timex | None:
    """A year ago, a year earlier: the quarter of that year where a quarter is told of and no more, else the year."""
    if scene.quarter is not None and not scene.cumulated and (parts.has("ago") or parts.word("later") == "earlier"):
        return year_ago_quarter(parts, scene)
    if parts.has("later") and not (scene.cumulated and scene.published and parts.word("later") == "earlier"):
        return units_later(parts, scene)
    return units_ago(parts, scene)


def year_ago_quarter(parts: Parts, scene: Scene) -> Timex | None:
    """The quarter a year before the last that is told of, or before the last that has ended."""
    told = scene.quarter or (last_quarter(scene.published) if scene.published else None)
    if told is None or told.interval is None:
        return unresolved(None, Grain.QUARTER)
    middle = told.interval.first + timedelta(days=HALF_QUARTER)
    return almanac.quarter(middle.year - 1, (middle.month + 2) // 3)


def year_earlier(parts: Parts, scene: Scene) -> tuple[Timex | None, ...]:
    """A year-earlier loss, results ...: of the quarter a year before, or of that year."""
    if scene.quarter is not None and not scene.cumulated:
        return (year_ago_quarter(parts, scene),)
    return (almanac.year(scene.now.year - 1) if scene.now else unresolved(None, Grain.YEAR),)


def told_quarter(parts: Parts, scene: Scene) -> Timex | None:
    """The quarter that is told of; "the latest" is else the last that has ended."""
    if scene.quarter is not None:
        return scene.quarter
    return last_quarter(scene.published) if parts.has("latest") and scene.published else None


def last_quarter(base: date) -> Timex:
    """The last calendar quarter that has ended.

    >>> last_quarter(date(2026, 1, 24)).value
    '2025-Q4'
    """
    return almanac.quarter(base.year, (base.month + 2) // 3 - 1)


def quarter_code(parts: Parts, scene: Scene) -> Timex | None:
    """A quarter as "Q3"."""
    number = int(parts.tokens[0].kind[1])
    year = parts.number("year4", "year2")
    if year is not None:
        return almanac.quarter(full_year(year, scene), number)
    base = scene.now
    return almanac.quarter(base.year - (3 * number - 2 > base.month), number) if base else None


def which(parts: Parts) -> int:
    """The number of the quarter."""
    token = parts.find(*ORDINAL_KINDS)
    if token is None:
        return 4
    return token.value if isinstance(token.value, int) else 2


def _quarter(number: int, tense: Tense, scene: Scene) -> Timex:
    base = scene.now
    if base is None:
        return Timex(TimexType.DATE, f"XXXX-Q{number}", None, Grain.QUARTER)
    year = base.year - (3 * number - 2 > base.month)
    if tense is Tense.FUTURE and (base.year - year) * 12 + base.month - 3 * number > RECENT_MONTHS:
        year += 1
    return almanac.quarter(year, number)


PRODUCTIONS = {
    "two_quarters": two_quarters,
    "quarter": quarter,
    "quarter_year": quarter_year,
    "quarter_of_month": quarter_of_month,
    "quarter_of_year": quarter_of_year,
    "quarter_of_told_year": quarter_of_told_year,
    "year_ago": year_ago,
    "year_earlier": year_earlier,
    "year_ago_quarter": year_ago_quarter,
    "told_quarter": told_quarter,
    "quarters_of_year": quarters_of_year,
    "quarter_ended": quarter_ended,
    "year_ended": year_ended,
    "latest_fiscal_year": latest_fiscal_year,
    "quarter_code": quarter_code,
}
