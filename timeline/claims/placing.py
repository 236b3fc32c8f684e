"""Where a happening was: the choice among the places that its sentences, the lead and the dateline state.

A happening goes in, its places come out, where it happened first, each with the rule that chose it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from timeline.claims.happening import Happening
from timeline.claims.passages import Passage
from timeline.claims.sharing import distance_to
from timeline.claims.sites import SPECIFICITY, contains, kilometres, same_place, sites
from timeline.claims.telling import PLACELESS, Telling
from timeline.model import Place, PlaceKind, Scope, Where

NEARBY_KM = 100.0
ALONE = 0.2
CHARACTERS = 100  # between a trigger and a place that cost a point
FAR = 1.0  # points at the most
AGAIN = 0.1
DATELINE = 2.0  # points; a country that the sentence names behind a preposition has more
MANY, COMPANY = 400, 40  # mentions, and places among them, that are looked at for company
MOST = 6  # places that a claim lists
LEAD = 4  # sentences of the text that make its lead
TOWN = frozenset({PlaceKind.CITY, PlaceKind.DISTRICT})


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article says of where it plays: its dateline, and the places of its lead and of all of it."""

    dateline: Where | None
    lead: tuple[Where, ...]
    all: tuple[Where, ...]
    distinct: tuple[Where, ...]


def setting_of(read: Sequence[Passage], opening: Where | None) -> Setting:
    """The places of an article that its happenings can fall back on."""
    body = [passage for passage in read if not passage.in_title]
    lead = [where for passage in [*(p for p in read if p.in_title), *body[:LEAD]] for where in sites(passage)]
    named = tuple(where for passage in read for where in sites(passage))
    everyone = (*named, opening) if opening else named
    return Setting(opening, tuple(lead), everyone, tuple(_distinct(everyone[:MANY]))[:COMPANY])


def place_of(happening: Happening, setting: Setting, around: Sequence[Passage]) -> tuple[Where, ...]:
    """Where a happening was, the most specific first; empty where nothing is known.

    Its own sentences come first, then those beside them; then, for what the lead tells of, the lead, the dateline and
    the town that the article names most. Talks, laws, campaigns and their like have only the place stated with them.
    """
    own = [(setting.dateline, DATELINE)] if setting.dateline and in_lead(happening) else []
    own += [
        (where, _points(where, telling) * _company(where, setting))
        for telling in happening.tellings
        for where in telling.places
    ]
    if any(where is not setting.dateline for where, _ in own):
        return _refined(_ranked(own), happening, setting)
    if happening.types[0] in PLACELESS or happening.tellings[0].scope is Scope.AGGREGATE:
        return ()
    near = next((found for passage in around if (found := sites(passage))), ())
    if near:
        return _refined([Where(where.place, "paragraph") for where in near[:1]], happening, setting)
    return tuple(_fallback(setting))[:1] if in_lead(happening) else ()


def _points(where: Where, telling: Telling) -> float:
    """How plainly a place says where it happened."""
    points = 3.0 if where.rule == "stands" else 1.0
    points += (not telling.weak) + 0.5 * (telling.passage.index < LEAD)
    points -= min(FAR, distance_to(telling.passage, telling.triggers, where.place.span) / CHARACTERS)
    return points + 2.0 - SPECIFICITY.get(where.place.value.kind, 3)


def _company(where: Where, setting: Setting) -> float:
    """The share of its points that a place keeps: a town far from all others named is likely another of its name."""
    place = where.place.value
    others = [other.place.value for other in setting.distinct if not same_place(other.place.value, place)]
    towns = [other for other in others if other.kind in TOWN]
    if place.kind not in TOWN or not towns:
        return 1.0
    near = any(contains(other, place) for other in others)
    near = near or any((kilometres(place, other) or 0.0) < NEARBY_KM for other in towns)
    return 1.0 if near else ALONE


def _ranked(candidates: Sequence[tuple[Where, float]]) -> list[Where]:
    """Each place once, by its best mention and a little for each further one; a town before what contains it."""
    best: list[tuple[Where, float]] = []
    for where, points in candidates:
        index = next((n for n, (other, _) in enumerate(best) if _same(where, other)), None)
        if index is None:
            best.append((where, points))
        else:
            best[index] = _both(best[index], (where, points))
    ordered = [where for where, _ in sorted(best, key=lambda pair: (-pair[1], pair[0].place.span))]
    return _most_specific_first(ordered)


def _both(known: tuple[Where, float], again: tuple[Where, float]) -> tuple[Where, float]:
    """The plainer of two mentions of a place, with its points and some of the other's."""
    plainer, other = (known, again) if known[1] >= again[1] else (again, known)
    return plainer[0], plainer[1] + AGAIN * max(other[1], 0.0)


def _most_specific_first(ordered: list[Where]) -> list[Where]:
    first = ordered[0].place.value
    inner = [where for where in ordered[1:] if contains(first, where.place.value)]
    return [inner[0], *(where for where in ordered if where is not inner[0])] if inner else ordered


def _refined(ordered: list[Where], happening: Happening, setting: Setting) -> tuple[Where, ...]:
    """A state or region gives way to the town of the lead or dateline that lies in it, for what the lead tells of."""
    first = ordered[0].place.value
    if first.kind is PlaceKind.REGION and in_lead(happening):
        towns = [w for w in _fallback(setting) if w.place.value.kind in TOWN and contains(first, w.place.value)]
        ordered = towns[:1] + ordered
    return tuple(_distinct(ordered))[:MOST]


def _fallback(setting: Setting) -> Iterable[Where]:
    """Places for what an article's lead tells of and does not place itself, the likeliest first."""
    yield from (Where(where.place, "lead") for where in setting.lead if where.place.value.kind in TOWN)
    if setting.dateline:
        yield setting.dateline
    counts = Counter(_key(where.place.value) for where in setting.all)
    towns = [where for where in setting.all if where.place.value.kind in TOWN]
    yield from (Where(w.place, "article") for w in sorted(towns, key=lambda w: -counts[_key(w.place.value)])[:1])
    yield from (Where(where.place, "lead") for where in setting.lead)
    yield from (Where(where.place, "article") for where in setting.all)


def in_lead(happening: Happening) -> bool:
    """Whether a happening is told of in the title or the lead."""
    first = happening.tellings[0].passage
    return first.in_title or first.index < LEAD


def _distinct(places: Iterable[Where]) -> Iterable[Where]:
    seen: list[Place] = []
    for where in places:
        if not any(same_place(where.place.value, other) for other in seen):
            seen.append(where.place.value)
            yield where


def _same(left: Where, right: Where) -> bool:
    return same_place(left.place.value, right.place.value)


def _key(place: Place) -> tuple[str, str | None]:
    return place.name, place.admin1
