"""Productions of months (`periods.toml`): matched words and a scene go in, a month comes out."""

import re
from dataclasses import replace
from datetime import date

from timeline.model import Grain, Interval, Timex
from timeline.times import almanac
from timeline.times.days import full_year, is_month, month_number, unresolved
from timeline.times.holidays import weekday_in_month
from timeline.times.parts import Parts
from timeline.times.scene import AHEAD, AS_TOLD, LOOKING_BACK, Scene
from timeline.times.tense import Tense

_OF_TIME = frozenset("in since until till during early late mid last next this before after".split())
_TO_MONTH = re.compile(
    r"(?:\s?-\s?|\s(?:and|to|or|through|until)\s)(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_UP_TO = frozenset("through until till".split())  # the end of something that began before
_GIVEN_NAMES = frozenset("april june august".split())
WEEKS = 5  # the fifth of a month is its last
NEAR_MONTHS = 5  # a month so far ahead is nearer than the one before
_PREPOSITIONS = frozenset(
    """in since until till by during of from through between to before after late early for mid and or last next this
    around about""".split()
)


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
    return almanac.month(base.year + parts.shift, month_number(parts))


def month(parts: Parts, scene: Scene) -> Timex | None:
    """A month alone: tense decides, else the nearest; words like "may" need a preposition before them."""
    if not is_named(parts):
        return None
    before = frozenset(parts.before(16).split()[-1:])
    number = month_number(parts)
    if scene.narrative:
        year = scene.year_of_day(number, 15, LOOKING_BACK if parts.looks_back else AHEAD)
    else:
        year = _year_by_tense(number, Tense.UNKNOWN if before & _UP_TO else parts.tense, scene.published)
    return almanac.month(year, number) if year else unresolved(f"XXXX-{number:02}", Grain.MONTH)


def is_named(parts: Parts) -> bool:
    """Whether the word is a month's name here, not the verb "may" nor someone's first name."""
    before = frozenset(word.strip("-") for word in parts.before(16).split()[-1:])
    lonely = not before & _PREPOSITIONS and not _TO_MONTH.match(parts.low, parts.end)
    bare = parts.tokens[-1].kind == "month_word" and len(parts.tokens) == 1 and lonely
    return is_month(parts) and not bare and not (_is_given_name(parts) and not before & _OF_TIME)


def month_named(parts: Parts, scene: Scene) -> date | None:
    """The first day of a month with or without its year, of which a part is told."""
    whole = month_year(parts, scene) if parts.has("year4", "year2") else month(parts, scene)
    return whole.interval.first if whole and whole.interval else None


def week_of_month(parts: Parts, scene: Scene) -> Timex | None:
    """A week or a weekend of a month: a part of the month, whose value TIMEX3 gives it."""
    first = month_named(parts, scene)
    which = WEEKS if parts.has("last") else ordinal(parts)
    if first is None or which > WEEKS:
        return None
    last_day = almanac.month_length(first.year, first.month)
    begin = last_day - 6 if which == WEEKS else 7 * which - 6
    days = Interval.of_days(first.replace(day=begin), first.replace(day=begin + 6))
    return replace(almanac.month(first.year, first.month), interval=days)


def weekday_of_month(parts: Parts, scene: Scene) -> Timex | None:
    """The first, second, last ... Monday of a month."""
    first, number = month_named(parts, scene), parts.number("weekday") or 0
    which = WEEKS if parts.has("last") else ordinal(parts)
    return almanac.day(weekday_in_month(first, number, which)) if first and which <= WEEKS else None


def ordinal(parts: Parts) -> int:
    """The number that an ordinal says; "second" is one."""
    token = parts.find("ordinal", "ordinal_word", "unit_word")
    return token.value if token is not None and isinstance(token.value, int) else 2


def _is_given_name(parts: Parts) -> bool:
    """Whether a month's word is someone's first name: "April Jones"."""
    following = parts.text[parts.end : parts.end + 12].split()[:1]
    named = bool(following) and following[0][0].isupper() and following[0][1:2].islower()
    return named and parts.low[parts.start : parts.end] in _GIVEN_NAMES and parts.text[parts.end] == " "


def month_shifted(parts: Parts, scene: Scene) -> Timex | None:
    """Last, this or next month of a name, never the publication month where it is "last" or "next"."""
    base, number = scene.then if parts.word("last", "next") in AS_TOLD else scene.now, month_number(parts)
    if not is_month(parts):
        return None
    if base is None:
        return unresolved(f"XXXX-{number:02}", Grain.MONTH)
    step = parts.shift
    year = base.year
    if step < 0 and number >= base.month:
        year -= 1
    if step > 0 and number <= base.month:
        year += 1
    return almanac.month(year, number)


def _year_by_tense(number: int, tense: Tense, base: date | None) -> int | None:
    if base is None:
        return None
    if tense is Tense.PAST:
        return base.year - (number > base.month)
    if tense is Tense.FUTURE:
        return base.year + (number < base.month)
    ahead = (number - base.month) % 12
    return base.year + (number < base.month) if ahead <= NEAR_MONTHS else base.year - (number > base.month)


PRODUCTIONS = {
    "month_year": month_year,
    "month_of_year": month_of_year,
    "month": month,
    "week_of_month": week_of_month,
    "weekday_of_month": weekday_of_month,
    "month_shifted": month_shifted,
}
