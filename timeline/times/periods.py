"""Productions of weeks, months, seasons, quarters, years and longer (`periods.toml`)."""

import re
from dataclasses import replace
from datetime import date, timedelta

from timeline.model import Grain, Interval, Timex, TimexType
from timeline.times import almanac
from timeline.times.days import YEAR_KINDS, full_date, full_year, is_month, month_day, month_number, unresolved
from timeline.times.parts import Parts
from timeline.times.scene import Scene
from timeline.times.tense import Tense

SEASON_KINDS = ("season", "season_word")
TUESDAY, SATURDAY = 1, 5  # until Tuesday "this weekend" can be the one before
ORDINAL_KINDS = ("ordinal_word", "unit_word", "ordinal")
UNIT_KINDS = frozenset(
    """day_unit week_unit month_unit quarter_unit year_unit century_unit weekend unit units night nights
    unit_word""".split()
)
SHIFTS = ("last", "past", "next", "coming", "this")
_PART_OF = re.compile(
    r"\b(?:early|late|earlier|later|end|beginning|start|middle|rest|remainder|balance)\s+(?:in|of)\s$"
)
_PREPOSITIONS = frozenset(
    """in since until till by during of from through between to before after late early for mid and or last next this
    around about""".split()
)


def shift_of(parts: Parts) -> int:
    """How many units away: last -1, this 0, next 1."""
    if parts.has("past"):
        return -1
    return next((parts.number(kind) or 0 for kind in SHIFTS if parts.has(kind)), 0) or int(parts.has("coming"))


def month_year(parts: Parts, scene: Scene) -> Timex | None:
    """A month of a stated year; two figures are a year only after a month in capitals or a short one."""
    year = parts.number("year4", "year2")
    if year is None:
        year = parts.number("int2") if parts.text[parts.start : parts.start + 3].isupper() else None
    if year is None or not is_month(parts):
        return None
    return almanac.month(full_year(year, scene), month_number(parts))


def month_of_year(parts: Parts, scene: Scene) -> Timex | None:
    """A month of last, this or next year, or of the year that the passage is about."""
    base = scene.then if parts.has("that", "same") else scene.now
    if base is None:
        return unresolved(f"XXXX-{month_number(parts):02}", Grain.MONTH)
    return almanac.month(base.year + shift_of(parts), month_number(parts))


def month(parts: Parts, scene: Scene) -> Timex | None:
    """A month alone: tense decides, else the nearest; words like "may" need a preposition before them."""
    before = parts.before(16).split()
    if not is_month(parts) or (parts.has("month_word") and (not before or before[-1] not in _PREPOSITIONS)):
        return None
    number = month_number(parts)
    told = scene.year_of_day(number, 15) if scene.narrative else None
    year = told or _year_by_tense(number, parts.tense, scene.published)
    return almanac.month(year, number) if year else unresolved(f"XXXX-{number:02}", Grain.MONTH)


def month_shifted(parts: Parts, scene: Scene) -> Timex | None:
    """Last, this or next month of a name, never the publication month where it is "last" or "next"."""
    base, number = scene.now, month_number(parts)
    if not is_month(parts):
        return None
    if base is None:
        return unresolved(f"XXXX-{number:02}", Grain.MONTH)
    step = shift_of(parts)
    year = base.year
    if step < 0 and number >= base.month:
        year -= 1
    if step > 0 and number <= base.month:
        year += 1
    return almanac.month(year, number)


def season(parts: Parts, scene: Scene) -> Timex | None:
    """A season alone: the last that had begun, or the next where the clause speaks of what is to come."""
    name, base = parts.says(*SEASON_KINDS), scene.now
    if parts.has("season_word") and parts.after(4) == " of ":
        return None
    if base is None:
        return unresolved(f"XXXX-{name}", Grain.SEASON)
    if scene.narrative:
        year = scene.year_of_day(1 if name == "WI" else almanac.SEASON_MONTHS[name], 15)
        return almanac.season(year or base.year, name)
    return _season_at(base, name, 1 if parts.tense is Tense.FUTURE else 0)


def season_year(parts: Parts, scene: Scene) -> Timex | None:
    """A season of a stated year."""
    return almanac.season(full_year(parts.number(*YEAR_KINDS) or 0, scene), parts.says(*SEASON_KINDS))


def season_of_year(parts: Parts, scene: Scene) -> Timex | None:
    """A season of last, this or next year."""
    if scene.now is None:
        return unresolved(f"XXXX-{parts.says(*SEASON_KINDS)}", Grain.SEASON)
    return almanac.season(scene.now.year + shift_of(parts), parts.says(*SEASON_KINDS))


def season_shifted(parts: Parts, scene: Scene) -> Timex | None:
    """Last, this or next season of a name; "that summer" is of the year that the passage is about."""
    name = parts.says(*SEASON_KINDS)
    if parts.has("that", "same") and scene.then:
        return almanac.season(scene.then.year, name)
    if scene.now is None:
        return unresolved(f"XXXX-{name}", Grain.SEASON)
    step = shift_of(parts)
    if parts.has("this") and not parts.has("past") and parts.tense is not Tense.PAST and name != "WI":
        return almanac.season(scene.now.year, name)
    return _season_at(scene.now, name, step, over=step < 0)


def half(parts: Parts, scene: Scene) -> Timex | None:
    """The first or second half of a year."""
    which = 1 if parts.number("ordinal_word") == 1 else 2
    year = parts.number(*YEAR_KINDS)
    if year is None:
        if scene.now is None:
            return None
        year = scene.now.year + shift_of(parts) if which == 1 or len(parts.tokens) > 3 else scene.now.year
        year += int(parts.has("last") and which == 2 and shift_of(parts) == -1 and parts.number("ordinal_word") is None)
    return almanac.half(full_year(year, scene), which)


def decade(parts: Parts, scene: Scene) -> Timex | None:
    """Ten years: "the 1990s", "the '90s", "the nineties"."""
    first = parts.number("decade4")
    if first is None:
        tens = parts.number("decade2")
        tens = 10 * (parts.number("decades") or 0) if tens is None else tens
        if parts.has("decades") and not parts.has("the"):
            return None
        if not parts.has("the") and parts.low[parts.start] != "'":
            return None
        first = full_year(tens, scene)
    return almanac.decade(first)


def century(parts: Parts, scene: Scene) -> Timex | None:
    """An ordinal century."""
    number = parts.number("ordinal", "ordinal_word") or 0
    return almanac.century(number) if 5 <= number <= 22 else None


def unit_shifted(parts: Parts, scene: Scene) -> Timex | None:
    """Last, this or next week, month, year ...: from the publication day; "that", "same" from what is told."""
    name = unit_name(parts)
    if parts.has("that", "same"):
        return _told_unit(name, scene)
    told = parts.word("last", "next") in ("previous", "preceding", "prior", "following", "subsequent", "ensuing")
    base = scene.then if told else scene.now
    step = shift_of(parts)
    if name == "weekend" and not step and base and base.weekday() <= TUESDAY and parts.tense is Tense.PAST:
        return _weekend(parts, scene)
    if name in ("minute", "hour", "night", "second", "fortnight", "millennium") or (
        parts.has("past") and name == "day"
    ):
        return None
    if base is None:
        return unresolved(None, Grain.DAY)
    moved = almanac.shift(base, step, name)
    return almanac.unit(name, moved) if moved else None


def the_unit(parts: Parts, scene: Scene) -> Timex | None:
    """ "The year", "the week": the one that holds the publication day, or the day that a narrative is about."""
    name = unit_name(parts)
    if name == "weekend":
        return _weekend(parts, scene)
    if name == "year":
        return almanac.unit(name, scene.now) if scene.now else unresolved(None, Grain.YEAR)
    return _told_unit(name, scene) if name in ("day", "week", "month") and _PART_OF.search(parts.before(16)) else None


def week_of(parts: Parts, scene: Scene) -> Timex | None:
    """The week of a day."""
    whole = full_date(parts, scene) if parts.has("year4", "year2") else month_day(parts, scene)
    if whole is None or whole.interval is None:
        return None
    return almanac.week(whole.interval.first)


def _weekend(parts: Parts, scene: Scene) -> Timex | None:
    """The last weekend that has begun, or the next where the clause looks ahead."""
    base = scene.now
    if base is None:
        return unresolved(None, Grain.WEEKEND)
    begun = base.weekday() >= SATURDAY or (base.weekday() > TUESDAY and parts.tense is Tense.FUTURE)
    return almanac.weekend(base if begun else base - timedelta(days=7))


def unit_name(parts: Parts) -> str:
    """The unit's name: "week"."""
    token = next((token for token in reversed(parts.tokens) if token.kind in UNIT_KINDS), None)
    if token is None:
        return ""
    return {"night": "night", "nights": "night", "weekend": "weekend"}.get(token.kind, str(token.value))


def year_end(parts: Parts, scene: Scene) -> Timex | None:
    """The end of the year or of the month."""
    if scene.now is None or parts.says("edge") != "late":
        return None
    if parts.has("month_unit"):
        return almanac.month(scene.now.year, scene.now.month)
    return almanac.month(scene.now.year, 12)


def told_period(parts: Parts, scene: Scene) -> Timex | None:
    """The period that the passage is about; only after a preposition is it no mere occasion."""
    if parts.before(12).split()[-1:] not in [[word] for word in ("during", "throughout", "in", "by", "since", "until")]:
        return None
    return Timex(TimexType.DATE, None, scene.told.interval if scene.told else None, Grain.DAY)


def _told_unit(name: str, scene: Scene) -> Timex | None:
    base = scene.then_day if name == "day" else scene.then
    return almanac.unit(name, base) if base else unresolved(None, Grain.DAY)


def _year_by_tense(number: int, tense: Tense, base: date | None) -> int | None:
    if base is None:
        return None
    if tense is Tense.PAST:
        return base.year - (number > base.month)
    if tense is Tense.FUTURE:
        return base.year + (number < base.month)
    ahead = (number - base.month) % 12
    return base.year + (number < base.month) if ahead <= 5 else base.year - (number > base.month)


def _season_at(base: date, name: str, step: int, *, over: bool = False) -> Timex:
    """The season of a name around a day: begun by then (0), wholly before (-1, `over`), still to begin (1)."""
    first = almanac.SEASON_MONTHS[name]
    year = base.year - (base.month < first)
    if name == "WI" and base.month <= 2:
        year = base.year - 1
    if over and (base.year * 12 + base.month) < year * 12 + first + 3:
        year -= 1
    if step > 0:
        year += 1
    found = almanac.season(year, name)
    if name != "WI" or found.interval is None:
        return found
    end = date(year + 1, 2, almanac.month_length(year + 1, 2))
    return replace(found, interval=Interval.of_days(date(year, 12, 1), end))


PRODUCTIONS = {
    "month_year": month_year,
    "month_of_year": month_of_year,
    "month": month,
    "month_shifted": month_shifted,
    "season": season,
    "season_year": season_year,
    "season_of_year": season_of_year,
    "season_shifted": season_shifted,
    "half": half,
    "decade": decade,
    "century": century,
    "unit_shifted": unit_shifted,
    "the_unit": the_unit,
    "year_end": year_end,
    "week_of": week_of,
    "told_period": told_period,
}
