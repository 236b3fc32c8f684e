"""Productions of weekdays (`days.toml`): matched words and a scene go in, a dated TIMEX comes out."""

import re
from datetime import date, timedelta

from timeline.model import Grain, Timex
from timeline.times import almanac
from timeline.times.days import MONTH_KINDS, day_number, month_day, unresolved
from timeline.times.parts import Parts
from timeline.times.scene import AS_TOLD, Scene
from timeline.times.tense import Tense

WEEKDAY_KINDS = ("weekday", "weekday_word", "weekdays")
WEEK = 7
_GOES_ON = re.compile(  # the second is more than a weekday
    r"\s(?:early\s)?(?:morning|afternoon|evening|night)|,?\s(?:the\s\d|\d|jan|feb|mar|apr|may\s\d|jun|jul|aug|sep|oct|nov|dec)"
)
_PUT_OFF = re.compile(
    r"\b(?:postponed|moved|delayed|rescheduled|pushed|put|shifted|deferred|changed|extended)\b[^.;]*$"
)
MONTHS_AROUND = 14  # a day of the month falls on every weekday within so many


def weekday(parts: Parts, scene: Scene) -> Timex | None:
    """A day of the week: on or before the publication day unless the clause speaks of what is to come."""
    number = parts.number(*WEEKDAY_KINDS) or 0
    if not (parts.capital(*WEEKDAY_KINDS) or parts.text.islower()):
        return None
    found = weekday_near(number, parts.tense, scene)
    return almanac.day(found) if found else unresolved(f"XXXX-WXX-{number}", Grain.DAY)


def weekday_near(number: int, tense: Tense, scene: Scene) -> date | None:
    """The day of that weekday which a clause of a tense means."""
    if scene.narrative:
        base = scene.then_day or (scene.then if scene.tells_days else None)
        return base + timedelta(days=(number - 1 - base.weekday()) % 7) if base else None
    if scene.published is None:
        return None
    back = (scene.published.weekday() - (number - 1)) % 7
    if tense is Tense.FUTURE and back:
        return scene.published + timedelta(days=7 - back)
    return scene.published - timedelta(days=back)


def weekday_range(parts: Parts, scene: Scene) -> tuple[Timex | None, ...] | None:
    """Two days of the week, the second within a week after the first: of what has happened the last such days."""
    first, last = (weekday(parts.of((parts.tokens[at],)), scene) for at in (0, -1))
    if (
        first is None
        or last is None
        or first.interval is None
        or last.interval is None
        or _GOES_ON.match(parts.after(12))
    ):
        return None
    one, other = first.interval.first, last.interval.first
    over = parts.is_told and not scene.narrative and not _PUT_OFF.search(parts.before(60))
    if one >= other and over:
        return almanac.day(one - timedelta(days=WEEK)), last
    return first, almanac.day(one + timedelta(days=(other - one).days % WEEK or WEEK))


def weekday_shifted(parts: Parts, scene: Scene) -> Timex | None:
    """The last, next or coming day of a weekday, never the publication day itself."""
    number, base = parts.number(*WEEKDAY_KINDS) or 0, scene.now
    if parts.has(*MONTH_KINDS):
        return month_day(parts, scene)
    if parts.word("last", "next") in AS_TOLD:
        base = scene.then_day or scene.then
    if parts.after_following:
        return None
    if base is None:
        return unresolved(f"XXXX-WXX-{number}", Grain.DAY)
    back = (base.weekday() - (number - 1)) % 7
    if parts.has("last", "past"):
        return almanac.day(base - timedelta(days=back or 7))
    if parts.has("next", "coming"):
        return almanac.day(base + timedelta(days=7 - back))
    if parts.has("this"):
        ahead = parts.tense is not Tense.PAST and back
        return almanac.day(base + timedelta(days=7 - back if ahead else -back))
    then = scene.then_day or base
    return almanac.day(then - timedelta(days=(then.weekday() - (number - 1)) % 7))


def weekday_the(parts: Parts, scene: Scene) -> Timex | None:
    """A weekday with the day of its month: the nearest such day."""
    number, base = day_number(parts), scene.now
    named = parts.text[parts.end : parts.end + 2].strip()[:1].isupper()  # "Monday the 1st Regiment left"
    if base is None or named or not 1 <= number <= 31:
        return None
    months = [almanac.month(base.year, base.month + step).interval for step in range(-MONTHS_AROUND, MONTHS_AROUND + 1)]
    firsts = [month.first for month in months if month is not None]
    days = [first.replace(day=number) for first in firsts if almanac.exists(first.year, first.month, number)]
    fitting = [day for day in days if day.isoweekday() == parts.number(*WEEKDAY_KINDS)]
    return almanac.day(min(fitting, key=lambda day: abs((day - base).days))) if fitting else None


PRODUCTIONS = {
    "weekday": weekday,
    "weekday_range": weekday_range,
    "weekday_shifted": weekday_shifted,
    "weekday_the": weekday_the,
}
