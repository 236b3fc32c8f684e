"""Where the claims of an event say different things: listed with who says which, never averaged.

A figure that only grows from day to day is a revision, not a contradiction; wider and narrower times that overlap, and
a place inside another, agree.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from timeline.events.dating import is_dated
from timeline.events.members import Member
from timeline.events.placing import apart
from timeline.events.tolls import Report, is_revised, reports_of
from timeline.model import Contradiction, PlaceKind


def find_contradictions(members: Sequence[Member]) -> tuple[Contradiction, ...]:
    """The fields in which independent claims exclude each other: harms first, then `when` and `where`."""
    found = [
        _listed(harm.value, ((_figure(report), report.member) for report in reports))
        for harm, reports in reports_of(members).items()
        if _exclude(reports) and not is_revised(reports)
    ]
    return (*found, *_times(members), *_places(members))


def _exclude(reports: Sequence[Report]) -> bool:
    """Whether no figure fits into all of the reports' ranges."""
    lows = max(report.figure.low for report in reports)
    highs = [report.figure.high for report in reports if report.figure.high is not None]
    return bool(highs) and lows > min(highs)


def _figure(report: Report) -> str:
    low, high = report.figure.low, report.figure.high
    if low == high:
        return str(low)
    return f"{low} or more" if high is None else f"{low} to {high}"


def _times(members: Sequence[Member]) -> Iterator[Contradiction]:
    dated = [
        (member.claim.when.outer, member) for member in members if member.claim.when and is_dated(member.claim.when)
    ]
    if dated and max(outer.start for outer, _ in dated) >= min(outer.end for outer, _ in dated):
        yield _listed(
            "when",
            (
                (f"{outer.first}" if outer.days == 1 else f"{outer.first} to {outer.last}", member)
                for outer, member in dated
            ),
        )


def _places(members: Sequence[Member]) -> Iterator[Contradiction]:
    first = [(member.claim.where[0].place.value, member) for member in members if member.claim.where]
    towns = [(place, member) for place, member in first if place.kind is PlaceKind.CITY]
    if apart(place for place, _ in first):
        yield _listed("where", ((place.name, member) for place, member in towns or first))


def _listed(field: str, said: Iterable[tuple[str, Member]]) -> Contradiction:
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for value, member in said:
        claims[value].append(member.claim.id)
    values = sorted(claims, key=lambda value: (-len(claims[value]), value))
    return Contradiction(field, tuple(values), tuple(tuple(sorted(claims[value])) for value in values))
