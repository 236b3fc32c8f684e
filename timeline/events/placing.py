"""Where an event was: the choice among its claims' places.

Members go in, places come out, the event's own first: the most specific kind of place, and among these the one that
most independent origins name first.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from timeline.events.members import Member
from timeline.model import Place, PlaceKind

_SPECIFIC = (
    frozenset({PlaceKind.CITY, PlaceKind.FACILITY}),
    frozenset({PlaceKind.DISTRICT}),
    frozenset({PlaceKind.REGION}),
    frozenset({PlaceKind.AREA, PlaceKind.WATER}),
    frozenset({PlaceKind.COUNTRY}),
)
LATER_PLACE = 0.3  # weight of a place that a claim does not name first

Spot = tuple[str, str | None, str | None]  # name, first-order division, country


def place_event(members: Sequence[Member]) -> tuple[Place, ...]:
    """The places of an event, where it happened first; none where no claim says."""
    votes: defaultdict[Spot, dict[str, float]] = defaultdict(dict)
    known: dict[Spot, Place] = {}
    for member in sorted(members, key=lambda member: member.claim.id):
        for n, where in enumerate(member.claim.where):
            place = where.place.value
            spot = (place.name, place.admin1, place.iso3)
            known.setdefault(spot, place)
            weight = member.weight * (LATER_PLACE if n else 1.0)
            votes[spot][member.origin] = max(weight, votes[spot].get(member.origin, 0.0))
    firsts = {_spot(member.claim.where[0].place.value) for member in members if member.claim.where}
    ranked = sorted(
        known, key=lambda spot: (spot not in firsts, _rank(known[spot]), -sum(votes[spot].values()), spot[0])
    )
    return tuple(known[spot] for spot in ranked)


def apart(places: Iterable[Place]) -> bool:
    """Whether some of the places lie in different countries, or are different towns."""
    found = list(places)
    countries = {place.iso3 for place in found if place.iso3}
    towns = {_spot(place) for place in found if place.kind is PlaceKind.CITY}
    return len(countries) > 1 or len(towns) > 1


def _spot(place: Place) -> Spot:
    return place.name, place.admin1, place.iso3


def _rank(place: Place) -> int:
    return next((n for n, kinds in enumerate(_SPECIFIC) if place.kind in kinds), len(_SPECIFIC))
