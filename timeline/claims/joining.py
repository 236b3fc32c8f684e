"""Joining the tellings of one article into the happenings that it speaks of.

Tellings go in, in reading order; groups of tellings come out, each of one happening. Only this module knows when a
sentence goes on about an event told before and when it opens another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from timeline.claims.kinds import are_compatible, is_generic, is_harmful
from timeline.claims.sites import apart, same_place
from timeline.claims.tellings import Telling
from timeline.model import Grain, Interval, Place, Scope, Status

REACH = 6  # sentences back to which a telling without place and time of its own refers
FINE = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART, Grain.DAY, Grain.WEEKEND, Grain.WEEK})
FACTS = frozenset({Status.HAPPENED, Status.ONGOING})
MADE = frozenset({Status.PLANNED, Status.POSSIBLE})


@dataclass(frozen=True, slots=True)
class Happening:
    """Tellings of one article that were joined, in reading order."""

    tellings: tuple[Telling, ...]

    @property
    def last(self) -> Telling:
        """The latest telling."""
        return self.tellings[-1]

    @property
    def types(self) -> tuple[str, ...]:
        """Its types: those that say most first, then by how often they are named."""
        votes = [telling.types[0] for telling in self.tellings]
        first = {kind: n for n, kind in reversed(list(enumerate(votes)))}
        return tuple(sorted(set(votes), key=lambda kind: (is_generic(kind), -votes.count(kind), first[kind])))

    def days(self) -> Iterator[Interval]:
        """The stated times that are a week or finer."""
        for telling in self.tellings:
            yield from stated_days(telling)

    def places(self) -> Iterator[Place]:
        """The stated places, one a telling."""
        for telling in self.tellings:
            yield from (where.place.value for where in telling.places[:1])


def join(tellings: Iterable[Telling]) -> list[Happening]:
    """The happenings of an article, in the order in which they are first told."""
    found: list[Happening] = []
    for telling in tellings:
        home = _home(found, telling)
        if home is None:
            found.append(Happening((telling,)))
        else:
            found[home] = Happening((*found[home].tellings, telling))
    return found


def stated_days(telling: Telling) -> Iterator[Interval]:
    """The telling's own times that are a week or finer."""
    for time in telling.times:
        if time.value.interval is not None and time.value.grain in FINE:
            yield time.value.interval


def _home(found: list[Happening], telling: Telling) -> int | None:
    """Index of the happening that a telling goes on about: the likeliest, the later among equals; None if it is new."""
    ranked = [(_affinity(happening, telling), n) for n, happening in enumerate(found)]
    best = max(ranked, default=(0, 0))
    return best[1] if best[0] > 0 else None


def _affinity(happening: Happening, telling: Telling) -> int:
    """How much speaks for one happening; 0 where something speaks against it.

    A telling that names the same place or day is joined wherever it stands; one that names neither only if it points
    back, is of the same kind and near.
    """
    if not are_compatible(happening.types, telling.types) or not _same_mood(happening, telling):
        return 0
    if telling.novel or _clash(happening, telling):
        return 0
    shared = 2 * _shares_day(happening, telling) + 2 * _shares_place(happening, telling)
    if shared:
        return 3 + shared
    bare = not telling.places and not list(stated_days(telling))
    near = telling.passage.index - happening.last.passage.index <= REACH or happening.last.passage.in_title
    points_back = telling.definite or telling.weak or happening.last.passage.in_title
    if bare or points_back:
        return int(near) * (1 + points_back) + _is_lead(happening)
    return int(near and not telling.places and is_harmful(telling.types))


def _is_lead(happening: Happening) -> int:
    """1 for the happening of the title or the first paragraph, to which an article comes back."""
    first = happening.tellings[0].passage
    return int(first.in_title or first.paragraph == 0)


def _same_mood(happening: Happening, telling: Telling) -> bool:
    statuses = {told.status for told in happening.tellings} | {telling.status}
    scopes = {told.scope for told in happening.tellings} | {telling.scope}
    past = {told.past for told in happening.tellings} | {telling.past}
    if Scope.AGGREGATE in scopes and len(scopes) > 1:
        return False
    if len(past) > 1 and not telling.definite:
        return False
    return statuses <= FACTS or statuses <= MADE or len(statuses) == 1


def _clash(happening: Happening, telling: Telling) -> bool:
    """Whether place or day rules out that both are one happening."""
    days, own = list(happening.days()), list(stated_days(telling))
    if days and own and not any(a.meets(b) for a in days for b in own):
        return True
    places = list(happening.places())
    return any(apart(place, where.place.value) for where in telling.places[:1] for place in places)


def _shares_day(happening: Happening, telling: Telling) -> bool:
    return any(a.meets(b) for a in happening.days() for b in stated_days(telling))


def _shares_place(happening: Happening, telling: Telling) -> bool:
    return any(same_place(place, where.place.value) for where in telling.places for place in happening.places())
