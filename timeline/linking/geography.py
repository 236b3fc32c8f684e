"""How two claims' places relate: the same, one inside the other, near, far."""

from collections.abc import Sequence
from enum import StrEnum

from timeline.linking.profile import Site
from timeline.model import PlaceKind, distance_km

SAME_KM = 12.0
NEAR_KM = 50.0
APART_KM = 150.0
COMPARED = 3  # places of a claim
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.FACILITY, PlaceKind.DISTRICT})
_WIDE = frozenset({PlaceKind.COUNTRY, PlaceKind.AREA, PlaceKind.WATER, PlaceKind.ADJECTIVE})


class Relation(StrEnum):
    """How far two places are the same, the surest first."""

    SAME = "same"
    SHARED = "shared"  # one region or country: it happened somewhere in it
    HOLDS = "holds"
    NEAR = "near"
    REGION = "region"
    APART = "apart"
    COUNTRIES = "countries"


FAR = frozenset({Relation.APART, Relation.COUNTRIES})
MEETING = frozenset({Relation.SAME, Relation.NEAR})


def relate_best(left: Sequence[Site], right: Sequence[Site]) -> tuple[Relation, Site, Site] | None:
    """How two claims' places relate, with the two that decide; None where it cannot be told.

    That is the surest relation between any two. Where the very first two lie apart, only the first place of one among
    the places of the other brings them together, and less surely.
    """
    first = relate(left[0], right[0]) if left and right else None
    found = [
        (relation, ours, theirs)
        for ours in left[:COMPARED]
        for theirs in right[:COMPARED]
        if (relation := relate(ours, theirs)) is not None
    ]
    if first not in FAR:
        return min(found, key=_surest, default=None)
    meeting = [match for match in found if match[0] in MEETING and (match[1] == left[0] or match[2] == right[0])]
    if not meeting:
        return first, left[0], right[0]
    return Relation.HOLDS, *min(meeting, key=_surest)[1:]


def _surest(match: tuple[Relation, Site, Site]) -> tuple[int, str, str]:
    return list(Relation).index(match[0]), match[1].name, match[2].name


def relate(left: Site, right: Site) -> Relation | None:
    """How two places relate, None where that cannot be told.

    >>> kyiv = Site("Kyiv", PlaceKind.CITY, 50.45, 30.52, "UKR", "Kyiv City")
    >>> lviv = Site("Lviv", PlaceKind.CITY, 49.84, 24.03, "UKR", "Lviv")
    >>> ukraine = Site("Ukraine", PlaceKind.COUNTRY, 49.0, 32.0, "UKR", None)
    >>> [str(relate(kyiv, other)) for other in (kyiv, lviv, ukraine)]
    ['same', 'apart', 'holds']
    """
    if left.iso3 and right.iso3 and left.iso3 != right.iso3:
        far = kilometres(left, right)
        return Relation.NEAR if far is not None and far <= NEAR_KM and _both_points(left, right) else Relation.COUNTRIES
    if left.name == right.name and left.kind == right.kind and left.admin1 == right.admin1:
        return Relation.SHARED if left.kind in _WIDE or left.kind is PlaceKind.REGION else Relation.SAME
    if left.kind in _WIDE or right.kind in _WIDE:
        return Relation.HOLDS if left.iso3 and left.iso3 == right.iso3 else None
    if PlaceKind.REGION in (left.kind, right.kind):
        if not (left.admin1 and right.admin1):
            return None
        return Relation.HOLDS if left.admin1 == right.admin1 else Relation.APART
    return _by_distance(left, right)


def kilometres(left: Site, right: Site) -> float | None:
    """Great-circle distance of two sites, None where one has no coordinates."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    return distance_km((left.latitude, left.longitude), (right.latitude, right.longitude))


def _both_points(left: Site, right: Site) -> bool:
    return left.kind in _POINTS and right.kind in _POINTS


def _by_distance(left: Site, right: Site) -> Relation | None:
    far = kilometres(left, right)
    if far is None:
        return None
    for limit, relation in ((SAME_KM, Relation.SAME), (NEAR_KM, Relation.NEAR), (APART_KM, Relation.REGION)):
        if far <= limit:
            return relation
    return Relation.APART
