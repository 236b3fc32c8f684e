"""When an event was: the choice among its claims' times, by named rules.

Members go in, a `When` comes out. Days that texts state come before the week of the news; a day that more independent
origins state comes before one that fewer do; where no day is stated, intervals that overlap are cut to what they share.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.events.members import REPORTED, Member
from timeline.model import Interval, When

AFTER_NEWS = 0.1  # weight of a stated day that lies behind the first report
FRESHNESS = 0.5  # of its weight a report gains that is of the same day; half of that if it is of the next, and so on
NARROWED = "narrowed"  # to what several reports share

Dated = tuple[When, Member]


def date_event(members: Sequence[Member]) -> When | None:
    """When the event was, None where no claim says."""
    times = [(member.claim.when, member) for member in members if member.claim.when is not None]
    stated = [(when, member) for when, member in times if when.rule != REPORTED]
    days = [(when, member) for when, member in stated if when.outer.days == 1]
    if days:
        return _voted(days, _first_report(members))
    return _narrowed(stated) if stated else _narrowed(times)


def is_dated(when: When | None) -> bool:
    """Whether a text itself dates the event."""
    return when is not None and when.rule != REPORTED and not when.rule.startswith(REPORTED)


def _voted(times: Sequence[Dated], first_report: date) -> When:
    """The day that most origins state, told by the finest of their times; the later day among equals."""
    votes: defaultdict[date, dict[str, float]] = defaultdict(dict)
    for when, member in times:
        day = when.outer.first
        votes[day][member.origin] = max(_trust(day, member, first_report), votes[day].get(member.origin, 0.0))
    best = max(votes, key=lambda day: (round(sum(votes[day].values()), 6), day))
    same = [(when, member) for when, member in times if when.outer.first == best]
    return min(same, key=lambda dated: (_length(dated[0]), -dated[1].weight, dated[1].claim.id))[0]


def _trust(day: date, member: Member, first_report: date) -> float:
    """How much a stated day counts: more where it was fresh news, next to nothing behind the first report."""
    if day > first_report:
        return member.weight * AFTER_NEWS
    gap = max(0, (member.published - day).days)
    return member.weight * (1 + FRESHNESS / (1 + gap))


def _first_report(members: Sequence[Member]) -> date:
    return min(member.published for member in members)


def _narrowed(times: Sequence[Dated]) -> When | None:
    """The narrowest time, cut to what the others that overlap it leave."""
    if not times:
        return None
    ranked = sorted(
        times, key=lambda dated: (_length(dated[0]), -dated[1].weight, dated[1].published, dated[1].claim.id)
    )
    chosen = ranked[0][0]
    for when, _ in ranked[1:]:
        chosen = _cut(chosen, when)
    return chosen


def _cut(chosen: When, other: When) -> When:
    """What two times of one event share; the first where they share nothing, or where it lasts for days."""
    outer = chosen.outer
    if chosen.start != chosen.end or not outer.meets(other.outer):
        return chosen
    shared = Interval(max(outer.start, other.outer.start), min(outer.end, other.outer.end))
    return chosen if shared == outer else replace(chosen, start=shared, end=shared, rule=_narrowed_rule(chosen))


def _narrowed_rule(when: When) -> str:
    return when.rule if when.rule.endswith(NARROWED) else f"{when.rule}, {NARROWED}"


def _length(when: When) -> float:
    return (when.outer.end - when.outer.start).total_seconds()
