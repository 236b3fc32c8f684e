"""Productions of halves, decades, centuries and relative units (`periods.toml`)."""

import re
from datetime import date, timedelta

from timeline.model import Grain, Timex, TimexType
from timeline.times import almanac
from timeline.times.days import YEAR_KINDS, full_date, full_year, month_day, unresolved
from timeline.times.parts import Parts
from timeline.times.quarters import year_ago_quarter
from timeline.times.scene import AS_TOLD, Scene
from timeline.times.tense import Tense

TUESDAY, SATURDAY = 1, 5  # until Tuesday "this weekend" can be the one before
_RESULTS = re.compile(r"'s\s(?:c?[$£#€\d]|results\b|earnings\b|loss\b|profit\b|net\b|sales\b|revenue\b|figure)")
_OF_QUARTER = frozenset({("year", -1), ("quarter", 0)})  # "last year's loss", "this quarter's loss"
UNCOUNTED = frozenset("minute hour night second fortnight millennium".split())  # "this hour" is no calendar unit
_PART_OF = re.compile(
    r"\b(?:early|late|earlier|later|end|beginning|start|middle|rest|remainder|balance)\s+(?:in|of)\s$"
)
_DEGREES = re.compile(r"\b(?:temperatures?|highs?|lows?|mercury|readings?|thermometers?|degrees)\b[^.;]*$")
_EARLY = re.compile(r"\bthe\s(?:early|late|mid)[-\s]$")  # not of someone "in his early thirties"
NEWEST = 2029  # of decades where no publication day is known
_POINTS = frozenset("at around before after".split())  # in news they lead to mere occasions
_DURING = frozenset("during throughout in by since until".split())


def half(parts: Parts, scene: Scene) -> Timex | None:
    """The first or second half of a year."""
    which = 1 if parts.number("ordinal_word") == 1 else 2
    year = parts.number(*YEAR_KINDS)
    if year is not None:
        return almanac.half(full_year(year, scene), which)
    kinds = [token.kind for token in parts.tokens]
    shifts = {"last": -1, "next": 1}
    step = shifts.get(kinds[kinds.index("year_unit") - 1], 0)
    return almanac.half(scene.now.year + step, which) if scene.now else None


def half_code(parts: Parts, scene: Scene) -> Timex | None:
    """A half of a year as "H1"."""
    return almanac.half(full_year(parts.number("year4", "year2") or 0, scene), int(parts.tokens[0].kind[1]))


def decade(parts: Parts, scene: Scene) -> Timex | None:
    """Ten years: "the 1990s", "the '90s", "the nineties"."""
    first = parts.number("decade4")
    if first is None:
        tens = parts.number("decade2")
        tens = 10 * (parts.number("decades") or 0) if tens is None else tens
        the = parts.has("the") or _EARLY.search(parts.before(12))
        if (not the and (parts.has("decades") or parts.low[parts.start] != "'")) or _DEGREES.search(parts.before(60)):
            return None
        first = _first_of(tens, scene)
    return almanac.decade(first)


def century(parts: Parts, scene: Scene) -> Timex | None:
    """An ordinal century."""
    number = parts.number("ordinal", "ordinal_word") or 0
    return almanac.century(number) if 5 <= number <= 22 else None


def _first_of(tens: int, scene: Scene) -> int:
    """The first year of a decade by its tens: of news the last that has begun, of a narrative the nearest to it."""
    latest = scene.published.year if scene.published else NEWEST
    first = latest - (latest - tens) % 100
    told = scene.then.year if scene.narrative and scene.then else latest
    return min((first, first - 100, first - 200), key=lambda year: abs(year - told)) if scene.narrative else first


def decade_of_century(parts: Parts, scene: Scene) -> Timex | None:
    """The first, second ... last decade of an ordinal century."""
    ordinals = [token.value for token in parts.tokens if token.kind in ("ordinal", "ordinal_word")]
    which = 10 if parts.has("last", "final") else ordinals[0] if len(ordinals) == 2 else 2
    number = ordinals[-1]
    if parts.unit != "century" or parts.says("unit") != "decade" or not isinstance(which, int) or which > 10:
        return None
    return (
        almanac.decade(100 * (number - 1) + 10 * (which - 1))
        if isinstance(number, int) and 11 <= number <= 22
        else None
    )


def two_centuries(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """Two centuries that share the word."""
    numbers = [token.value for token in parts.tokens if token.kind in ("ordinal", "ordinal_word")]
    if parts.unit != "century" or not all(isinstance(n, int) and 5 <= n <= 22 for n in numbers):
        return None
    return tuple(almanac.century(number) for number in numbers if isinstance(number, int))


def unit_shifted(parts: Parts, scene: Scene) -> Timex | None:
    """Last, this or next week, month, year ...: from the publication day; "that", "same" from what is told."""
    name = parts.unit
    if parts.has("that", "same"):
        return scene.quarter if name == "quarter" and scene.quarter else _told_unit(name, scene)
    base = scene.then if parts.word("last", "next") in AS_TOLD else scene.now
    step = parts.shift
    if name == "weekend" and not step and base and _is_over(base, parts):
        return _weekend(parts, scene)
    if name in UNCOUNTED or (name == "day" and (parts.has("past") or parts.word("last") == "last")):
        return None
    if base is None:
        return unresolved(None, Grain.DAY)
    if scene.quarter is not None and _RESULTS.match(parts.after(24)) and (name, step) in _OF_QUARTER:
        return year_ago_quarter(parts, scene) if step else scene.quarter
    moved = almanac.shift(base, step, name)
    return almanac.unit(name, moved) if moved else None


def the_unit(parts: Parts, scene: Scene) -> Timex | None:
    """ "The year", "the week": the one that holds the publication day, or the day that a narrative is about."""
    name = parts.unit
    if name == "weekend":
        return _weekend(parts, scene)
    if name == "year":
        return almanac.unit(name, scene.now) if scene.now else unresolved(None, Grain.YEAR)
    if not _PART_OF.search(parts.before(16)):
        return None
    if name in ("decade", "century") and not scene.narrative:
        return almanac.unit(name, scene.now) if scene.now else unresolved(None, Grain.DECADE)
    return _told_unit(name, scene) if name in ("day", "week", "month") else None


def unit_beside(parts: Parts, scene: Scene) -> Timex | None:
    """The week before, the year after: beside the one that the passage is about."""
    if scene.then is None or not parts.ends_phrase:
        return None
    moved = almanac.shift(scene.then, parts.number("after") or 0, parts.unit)
    return almanac.unit(parts.unit, moved) if moved else None


def before_last(parts: Parts, scene: Scene) -> Timex | None:
    """The week before last, the month after next."""
    step = parts.number("last", "next") or 0
    if scene.now is None or step != parts.number("after") or parts.unit in UNCOUNTED:
        return None
    moved = almanac.shift(scene.now, 2 * step, parts.unit)
    return almanac.unit(parts.unit, moved) if moved else None


def week_of(parts: Parts, scene: Scene) -> Timex | None:
    """The week of a day."""
    whole = full_date(parts, scene) if parts.has("year4", "year2") else month_day(parts, scene)
    if whole is None or whole.interval is None:
        return None
    return almanac.week(whole.interval.first)


def weekend_of(parts: Parts, scene: Scene) -> Timex | None:
    """The weekend of a Friday, Saturday or Sunday."""
    whole = full_date(parts, scene) if parts.has("year4", "year2") else month_day(parts, scene)
    if whole is None or whole.interval is None or whole.interval.first.weekday() < SATURDAY - 1:
        return None
    return almanac.weekend(whole.interval.first)


def _is_over(base: date, parts: Parts) -> bool:
    """Whether "this weekend" is the one before: in a clause of the past, until Tuesday of any past form."""
    return base.weekday() < SATURDAY and (parts.is_told or (base.weekday() <= TUESDAY and parts.tense is Tense.PAST))


def _weekend(parts: Parts, scene: Scene) -> Timex | None:
    """The last weekend that has begun, or the next where the clause looks ahead."""
    base = scene.now
    if base is None:
        return unresolved(None, Grain.WEEKEND)
    begun = base.weekday() >= SATURDAY or (base.weekday() > TUESDAY and parts.tense is Tense.FUTURE)
    return almanac.weekend(base if begun else base - timedelta(days=7))


def year_end(parts: Parts, scene: Scene) -> Timex | None:
    """The end of the year or of the month."""
    if scene.now is None or parts.says("edge") != "late":
        return None
    if parts.has("month_unit"):
        return almanac.month(scene.now.year, scene.now.month)
    return almanac.month(scene.now.year, 12)


def told_period(parts: Parts, scene: Scene) -> Timex | None:
    """The period that the passage is about; only after a preposition is it no mere occasion.

    A narrative tells of others too.
    """
    leads = _DURING | _POINTS if scene.narrative else _DURING
    some = parts.has("a") or (parts.has("the") and not parts.has("same"))
    if some and not scene.narrative:
        return None
    if not some and not leads.intersection(parts.before(12).split()[-1:]):
        return None
    told = scene.told.interval if scene.told and not some else None
    return Timex(TimexType.DATE, None, told, Grain.DAY)


def _told_unit(name: str, scene: Scene) -> Timex | None:
    base = scene.then_day if name == "day" else scene.then
    return almanac.unit(name, base) if base else unresolved(None, Grain.DAY)


PRODUCTIONS = {
    "half": half,
    "half_code": half_code,
    "decade": decade,
    "century": century,
    "decade_of_century": decade_of_century,
    "two_centuries": two_centuries,
    "unit_shifted": unit_shifted,
    "the_unit": the_unit,
    "year_end": year_end,
    "week_of": week_of,
    "weekend_of": weekend_of,
    "unit_beside": unit_beside,
    "before_last": before_last,
    "told_period": told_period,
}
