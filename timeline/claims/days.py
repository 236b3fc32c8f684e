"""What the days say of whether a sentence goes on about an event told before.

A happening and a telling go in, a judgement comes out.
"""

from collections.abc import Iterable
from datetime import timedelta

from timeline.claims import cues
from timeline.claims.happening import FINE, Happening, stated_days
from timeline.claims.kinds import gap_days, is_generic, is_harmful
from timeline.claims.telling import Telling
from timeline.model import Harm, Interval

DEATH = "death"
SURVIVED = timedelta(days=30)  # within which somebody who is said to have died is taken to have died of a deed


def shares_day(happening: Happening, telling: Telling) -> bool:
    """Whether both state a day, and one that is the same."""
    return any(a.meets(b) for a in happening.days() for b in stated_days(telling))


def is_next_day(happening: Happening, telling: Telling) -> bool:
    """Whether the days stated are other ones, and as near as those of one happening of its kind can be."""
    pairs = [(a, b) for a in happening.days() for b in stated_days(telling)]
    gap = timedelta(days=gap_days(happening.types))
    if not pairs or shares_day(happening, telling) or _is_death_after(happening, telling):
        return False
    return any(_adjoins(a, b, gap) for a, b in pairs)


def other_day(happening: Happening, telling: Telling) -> bool:
    """The days that are told, or a month or year, rule out that both are one; the end of what lasts may be far off."""
    lasts = gap_days(happening.types) > 1
    times = [time for time in telling.times if not (lasts and cues.tells_of_end(telling.passage, time))]
    spans = [time.value.interval for time in times if time.value.interval is not None]
    pairs = [(a, b) for a in happening.days() for b in spans]
    gap = timedelta(days=gap_days(happening.types))
    if not pairs or _is_death_after(happening, telling) or is_held(happening, telling):
        return False
    return not any(a.meets(b) or _adjoins(a, b, gap) for a, b in pairs)


def is_held(happening: Happening, telling: Telling) -> bool:
    """Whether a day of one lies in the month or year that is told of the other ("in May", then "on May 10")."""
    mine, theirs = _intervals([telling]), _intervals(happening.known)
    return any(
        coarse.start <= fine.start and fine.end <= coarse.end
        for here, there in ((mine, theirs), (theirs, mine))
        for coarse, is_fine in here
        if not is_fine
        for fine, is_day in there
        if is_day
    )


def _intervals(told: Iterable[Telling]) -> list[tuple[Interval, bool]]:
    """The times of tellings, and whether each is a week or finer."""
    times = (time.value for telling in told for time in telling.times)
    return [(time.interval, time.grain in FINE) for time in times if time.interval is not None]


def _is_death_after(happening: Happening, telling: Telling) -> bool:
    """Whether somebody is told to have died in the weeks after a deed, which is to say of it."""
    if telling.types[0] != DEATH or is_generic(happening.types[0]) or not is_harmful(happening.types):
        return False
    died = any(toll.value.harm is Harm.KILLED for toll in telling.tolls)
    if not died or any(toll.value.best > 1 for toll in telling.tolls):
        return False
    after = (b.start - a.start for a in happening.days() for b in stated_days(telling))
    return any(timedelta(0) <= gap <= SURVIVED for gap in after)


def _adjoins(left: Interval, right: Interval, gap: timedelta) -> bool:
    return left.start - right.end < gap and right.start - left.end < gap
