"""What one article tells of one happening."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce

from timeline.claims.cues import table
from timeline.claims.kinds import is_generic, is_harmful, is_narrowed
from timeline.claims.telling import Telling
from timeline.model import Grain, Harm, Interval, Place

FIRST, LATEST = 4, 12  # tellings of a happening that a new one is held against
FINE = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.PART, Grain.DAY, Grain.WEEKEND, Grain.WEEK})
OF_GENERIC = 0.4  # what a telling counts that names a type that says little by itself
HINTS = frozenset(table()["hints"]["types"])


Votes = Mapping[str, tuple[bool, int]]  # of each type: whether only weak words name it, and how many tellings do


@dataclass(frozen=True, slots=True)
class Happening:
    """Tellings of one article that were joined, in reading order; `votes` are their types, counted as they come."""

    tellings: tuple[Telling, ...]
    votes: Votes | None = None

    def joined(self, telling: Telling) -> "Happening":
        """The happening with a further telling."""
        return Happening((*self.tellings, telling), _counted(self.votes or _votes_of(self.tellings), telling))

    @property
    def last(self) -> Telling:
        """The latest telling."""
        return self.tellings[-1]

    @property
    def known(self) -> tuple[Telling, ...]:
        """The tellings that a new one is held against: the first and the latest, so that long texts stay fast."""
        return (
            self.tellings if len(self.tellings) <= FIRST + LATEST else self.tellings[:FIRST] + self.tellings[-LATEST:]
        )

    @property
    def types(self) -> tuple[str, ...]:
        """Its types: those that say most first, then by how often they are named."""
        return _ranked(self.votes if self.votes is not None else _votes_of(self.tellings))

    @property
    def harms(self) -> bool:
        """Whether it is of a type that harms, or figures of the killed and injured are told of it."""
        return is_harmful(self.types) or any(
            toll.value.harm in (Harm.KILLED, Harm.INJURED) and toll.value.best
            for told in self.known
            for toll in told.tolls
        )

    @property
    def names(self) -> frozenset[str]:
        """The names that the event bears."""
        return frozenset().union(*(telling.names for telling in self.known))

    @property
    def known_types(self) -> tuple[str, ...]:
        """The types of the tellings that a new one is held against."""
        return self.types if len(self.tellings) <= FIRST + LATEST else types_of(self.known)

    def days(self) -> Iterator[Interval]:
        """The stated times that are a week or finer."""
        for telling in self.known:
            yield from stated_days(telling)

    def places(self, rule: str | None = None) -> Iterator[Place]:
        """The first stated place of each telling, of one rule where it is given."""
        for telling in self.known:
            yield from stated_places(telling, rule)


def types_of(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The types that tellings name, those that say most first, then by number of tellings.

    What only weak words or words such as "killed" name counts where nothing else is named.
    """
    return _ranked(_votes_of(tellings))


def _votes_of(tellings: Iterable[Telling]) -> Votes:
    return reduce(_counted, tellings, {})


def _counted(votes: Votes, telling: Telling) -> Votes:
    weak, count = votes.get(telling.types[0], (True, 0))
    return {**votes, telling.types[0]: (weak and telling.weak, count + 1)}


def _ranked(votes: Votes) -> tuple[str, ...]:
    return _ranking(tuple(votes.items()))


@lru_cache(maxsize=4096)
def _ranking(counted: tuple[tuple[str, tuple[bool, int]], ...]) -> tuple[str, ...]:
    """The types in order; the same few counts come again and again."""
    votes = dict(counted)
    telling_most = [kind for kind, (weak, _) in votes.items() if not (weak or kind in HINTS)]
    order = telling_most or list(votes)
    return tuple(sorted(order, key=lambda kind: (*_rank(kind, votes), order.index(kind))))


def _rank(kind: str, votes: Votes) -> tuple[bool, bool, float]:
    weak, count = votes[kind]
    return weak, is_narrowed(kind, votes), -count * (OF_GENERIC if is_generic(kind) else 1.0)


def stated_days(telling: Telling) -> Iterator[Interval]:
    """The telling's own times that are a week or finer."""
    for time in telling.times:
        if time.value.interval is not None and time.value.grain in FINE:
            yield time.value.interval


def stated_places(telling: Telling, rule: str | None = None) -> Iterator[Place]:
    """The telling's first place, if it was chosen by the rule."""
    for where in telling.places[:1]:
        if rule in (None, where.rule):
            yield where.place.value
