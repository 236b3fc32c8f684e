"""Where one sentence says that something happened.

A passage goes in, its places come out with the rule that chose them, the likeliest and most specific first.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from timeline.claims import cues
from timeline.claims.passages import Passage
from timeline.model import Mention, Place, PlaceKind, Where, distance_km

BEFORE, FAR = 45, 70
MILE_KM, BESIDE_KM = 1.609, 30.0
NEVER_FIRST = frozenset({PlaceKind.ADJECTIVE, PlaceKind.ORGANISATION, PlaceKind.FACILITY})
SPECIFICITY = {
    PlaceKind.CITY: 0,
    PlaceKind.DISTRICT: 1,
    PlaceKind.AREA: 2,
    PlaceKind.WATER: 2,
    PlaceKind.REGION: 2,
    PlaceKind.COUNTRY: 4,
}
REACH_KM = {PlaceKind.CITY: 15.0, PlaceKind.DISTRICT: 50.0, PlaceKind.AREA: 100.0, PlaceKind.WATER: 100.0}
_RULES = ("residence", "destination", "office", "felt", "route", "speech")


def sites(passage: Passage) -> tuple[Where, ...]:
    """The places of a sentence where its events can have happened, most specific first, containers last.

    Homes, hospitals, offices and those who speak ("of Springfield", "flown to Dallas", "Moscow said") are left out.
    """
    found = [Where(place, rule) for place in passage.places if (rule := site_rule(passage, place))]
    return tuple(sorted(found, key=lambda where: (where.rule != "stands", _rank(where), where.place.span)))


def site_rule(passage: Passage, place: Mention[Place]) -> str | None:
    """How a place stands: `stands` behind a preposition of place, `named` without one, None where it is no site."""
    kind = place.value.kind
    if kind in NEVER_FIRST or place.value.metonym:
        return None
    before, after = passage.before(place.span, BEFORE), passage.after(place.span, BEFORE)
    if any(cues.pattern("site", rule).search(before) for rule in _RULES):
        return None
    if cues.pattern("site", "saying").search(after) or _is_away(passage.before(place.span, FAR)):
        return None
    stands = cues.pattern("site", "stands").search(before) and not cues.pattern("site", "beside").search(before)
    if kind is PlaceKind.WATER and not stands:
        return None
    return "stands" if stands else "named"


def _is_away(before: str) -> bool:
    """Whether a distance stands before a place that is too large for it to be the site ("110 km north of")."""
    found = cues.pattern("site", "away").search(before)
    if found is None:
        return False
    far = float(found["far"].replace(",", "").rstrip(".")) * (1.0 if found["unit"].startswith("k") else MILE_KM)
    return far > BESIDE_KM


def part_dateline(first: Passage) -> tuple[Passage, Where | None]:
    """A first sentence without the times and places of its dateline ("KYIV, Jan 24 -"), and the dateline's place."""
    for place in first.places[:1]:
        opens = place.span.start - first.span.start <= 3
        dash = cues.pattern("site", "dateline").match(first.after(place.span, 80))
        if opens and dash and place.value.kind not in NEVER_FIRST:
            end = place.span.end + dash.end()
            times = tuple(time for time in first.times if time.span.start >= end)
            places = tuple(other for other in first.places if other.span.start >= end)
            return replace(first, times=times, places=places), Where(place, "dateline")
    return first, None


def contains(outer: Place, inner: Place) -> bool:
    """Whether a place lies in another, as far as their names tell; a place does not contain itself."""
    if is_wide(outer):
        return not is_wide(inner)
    if outer.kind is PlaceKind.COUNTRY:
        return inner.kind is not PlaceKind.COUNTRY and inner.country == outer.country
    if outer.kind is PlaceKind.REGION:
        return (
            inner.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION)
            and inner.country == outer.country
            and (inner.admin1 is not None and inner.admin1 in (outer.name, outer.admin1))
        )
    return False


def is_wide(place: Place) -> bool:
    """Whether it is a continent or a part of the world, which rules out no other place."""
    return place.kind is PlaceKind.AREA and place.name in cues.table()["site"]["wide"]


def same_place(left: Place, right: Place) -> bool:
    """Whether two values are the same place.

    A city and a district or region that carries its name ("Belgorod" and "Belgorod Oblast") count as the same.
    """
    if left.geonameid is not None and left.geonameid == right.geonameid:
        return True
    if left.country != right.country:
        return False
    short, long = sorted((left.name.casefold(), right.name.casefold()), key=len)
    return long == short or long.startswith(short + " ")


def apart(left: Place, right: Place) -> bool:
    """Whether two places rule each other out as the place of one happening: neither in the other, nor near it."""
    if same_place(left, right) or contains(left, right) or contains(right, left):
        return False
    distance = kilometres(left, right)
    return distance is None or distance > reach_km(left) + reach_km(right)


def kilometres(left: Place, right: Place) -> float | None:
    """Great-circle distance of two places' points, None where one has none."""
    if left.latitude is None or left.longitude is None or right.latitude is None or right.longitude is None:
        return None
    return distance_km((left.latitude, left.longitude), (right.latitude, right.longitude))


def reach_km(place: Place) -> float:
    """How far from its point a place of this kind can well extend."""
    return REACH_KM.get(place.kind, 10.0)


def peers(places: Sequence[Where], passage: Passage) -> bool:
    """Whether a sentence lists places side by side ("Belgorod and Bryansk"), each for itself."""
    spans = sorted(where.place.span for where in places)
    gaps = (passage.between(a, b) for a, b in pairwise(spans))
    return len(spans) > 1 and all(cues.pattern("site", "coordination").fullmatch(gap) for gap in gaps)


def _rank(where: Where) -> int:
    return SPECIFICITY.get(where.place.value.kind, 3)
