"""Where a happening can have been: the places that its article offers, and what speaks for each.

A happening and its article's setting go in, candidates come out with the features that hold of them. What each feature
is worth stands in `weights.toml`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from timeline.claims.cues import pattern
from timeline.claims.happening import Happening
from timeline.claims.kinds import is_local
from timeline.claims.passages import Passage
from timeline.claims.sharing import distance_to
from timeline.claims.sites import apart, contains, kilometres, same_place, sites
from timeline.claims.telling import PLACELESS, Telling
from timeline.model import Place, PlaceKind, Scope, Where
from timeline.spans import read_table

NEARBY_KM = 100.0
BESIDE, FAR = 25, 90  # characters between a trigger and a place, commas counted in
AGAIN = 3  # further mentions that count
MANY, COMPANY = 400, 40  # mentions, and places among them, that are looked at
LEAD = 4  # sentences of the text that make its lead
TOWN = frozenset({PlaceKind.CITY, PlaceKind.DISTRICT})
PLAINEST = ("stands", "named", "dateline", "paragraph", "lead", "article")


@dataclass(frozen=True, slots=True)
class Setting:
    """What an article says of where it plays: its dateline, the places of its title, its lead and all of it.

    `distinct` has each place once; `counts` say how often each is named, of
    all `mentions`; `authorities` are the places whose police, sheriff or fire brigade it names.
    """

    dateline: Where | None
    title: tuple[Where, ...]
    lead: tuple[Where, ...]
    distinct: tuple[Where, ...]
    counts: Mapping[tuple[str, str | None], int]
    mentions: int
    authorities: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where a happening can have been, by its plainest mention, and what holds of it."""

    where: Where
    features: Counter[str]

    @property
    def place(self) -> Place:
        """The place."""
        return self.where.place.value

    @property
    def points(self) -> float:
        """What its features are worth together."""
        return sum(weights().get(name, 0.0) * value for name, value in self.features.items())

    @property
    def points_of_telling(self) -> float:
        """What they are worth without the kind of place that it is."""
        return sum(weights().get(name, 0.0) * value for name, value in self.features.items() if "kind " not in name)

    @property
    def is_own(self) -> bool:
        """Whether the happening's own sentences, or the dateline, name it."""
        return self.where.rule in ("stands", "named", "dateline")


@cache
def weights() -> dict[str, float]:
    """What a feature of a candidate is worth."""
    return {name: float(value) for name, value in read_table("timeline.claims", "weights.toml")["placing"].items()}


def setting_of(read: Sequence[Passage], opening: Where | None) -> Setting:
    """The places of an article that its happenings can fall back on."""
    body = [passage for passage in read if not passage.in_title]
    title = [where for passage in read if passage.in_title for where in sites(passage)]
    lead = [where for passage in body[:LEAD] for where in sites(passage)]
    named = tuple(where for passage in read for where in sites(passage))
    everyone = (*named, opening) if opening else named
    distinct = tuple(_distinct(everyone[:MANY]))[:COMPANY]
    counts = Counter(_key(where.place.value) for where in everyone)
    return Setting(opening, tuple(title), (*title, *lead), distinct, counts, len(everyone), tuple(_authorities(read)))


def in_lead(happening: Happening) -> bool:
    """Whether a happening is told of in the title or the lead."""
    first = happening.tellings[0].passage
    return first.in_title or first.index < LEAD


def candidates_of(happening: Happening, setting: Setting, around: Iterable[Passage]) -> list[Candidate]:
    """The places that its own sentences offer and, for what the lead tells of, those of the article.

    What reaches over a region or a country has those of the article only where it has none of its own; a stated region
    or country holds whatever else is offered. What is not of the lead and names no place has those of the sentences
    beside it. Talks, laws, campaigns and their like have only the place stated with them.
    """
    own = [(where, telling) for telling in happening.tellings for where in telling.places][:MANY]
    offered = [where for where, _ in own]
    stateless = happening.types[0] in PLACELESS or happening.tellings[0].scope is Scope.AGGREGATE
    if in_lead(happening):
        offered += _within([setting.dateline] if setting.dateline else [], offered)
        if not stateless and (not offered or is_local(happening.types)):
            offered += _within([*_as("lead", setting.lead), *_as("article", setting.distinct)], offered)
    elif not offered and not stateless:
        near = next((found for passage in around if (found := sites(passage))), ())
        offered += _as("paragraph", near[:1])
    groups = _grouped(offered)
    counts = _counts(groups, setting)
    return [
        Candidate(_plainest(group), _features(group, own, setting) + Counter({"often": counts[n]}))
        for n, group in enumerate(groups)
    ]


def _within(others: Iterable[Where], own: Sequence[Where]) -> list[Where]:
    """What can be meant beside places that are stated: where none is a town, only what lies in the narrowest."""
    stated = list(dict.fromkeys(where.place.value for where in own if where.rule == "stands"))
    if not stated or any(place.kind in TOWN for place in stated):
        return list(others)
    narrowest = [place for place in stated if not any(contains(place, other) for other in stated)]
    return [where for where in others if any(contains(place, where.place.value) for place in narrowest)]


def _as(rule: str, places: Iterable[Where]) -> list[Where]:
    return [Where(where.place, rule) for where in places]


def _grouped(offered: Iterable[Where]) -> list[list[Where]]:
    """The mentions by place, the places in the order in which they are offered."""
    groups: list[list[Where]] = []
    for where in offered:
        home = next((group for group in groups if same_place(group[0].place.value, where.place.value)), None)
        if home is None:
            groups.append([where])
        else:
            home.append(where)
    return groups


def _plainest(group: Sequence[Where]) -> Where:
    return min(group, key=lambda where: PLAINEST.index(where.rule))


def _counts(groups: Sequence[Sequence[Where]], setting: Setting) -> list[float]:
    """The share of the article's mentions that each place has."""
    keys = [{_key(where.place.value) for where in group} for group in groups]
    whole = max(1, setting.mentions)
    return [sum(setting.counts.get(key, 0) for key in found) / whole for found in keys]


def _features(group: Sequence[Where], own: Sequence[tuple[Where, Telling]], setting: Setting) -> Counter[str]:
    place = group[0].place.value
    told = [(where, telling) for where, telling in own if any(where is other for other in group)]
    found: Counter[str] = Counter({f"kind {place.kind.value}", _plainest(group).rule})
    if told:
        reach = min(distance_to(telling.passage, telling.triggers, where.place.span) for where, telling in told)
        found["again"] = min(AGAIN, len(told) - 1)
        found["beside"], found["far"] = int(reach <= BESIDE), int(reach > FAR)
        found["plain"] = int(any(not telling.weak for _, telling in told))
        found["with figures"] = int(any(telling.tolls for _, telling in told))
        found["opening"] = int(any(telling.passage.in_title or telling.passage.index < LEAD for _, telling in told))
    found["bureau"] = int(not told and _plainest(group).rule == "dateline" and _is_elsewhere(place, own))
    found["dateline too"] = int(any(where.rule == "dateline" for where in group))
    found["title"] = int(any(same_place(where.place.value, place) for where in setting.title))
    others = [other.place.value for other in setting.distinct if not same_place(other.place.value, place)]
    found["held"] = int(any(contains(other, place) for other in others))
    found["alone"] = int(_is_alone(place, others))
    found["authority"] = int(any(same_place(other, place) or contains(other, place) for other in setting.authorities))
    found["far from authority"] = int(_is_away(place, setting.authorities))
    return found


def _is_elsewhere(dateline: Place, own: Sequence[tuple[Where, Telling]]) -> bool:
    """Whether a happening's own sentences say that it was apart from where the report was written."""
    stated = [where.place.value for where, _ in own if where.rule == "stands"]
    return any(apart(place, dateline) for place in stated if place.kind is not PlaceKind.COUNTRY)


def _is_alone(place: Place, others: Sequence[Place]) -> bool:
    """Whether a town is far from all others named: likely another of its name is meant."""
    towns = [other for other in others if other.kind in TOWN]
    if place.kind not in TOWN or not towns or any(contains(other, place) for other in others):
        return False
    return all((kilometres(place, other) or 0.0) >= NEARBY_KM for other in towns)


def _is_away(place: Place, authorities: Sequence[Place]) -> bool:
    """Whether a town is far from every place whose police are named."""
    distances = [kilometres(place, other) for other in authorities if other.kind is not PlaceKind.COUNTRY]
    return place.kind in TOWN and bool(distances) and all((far or 0.0) >= NEARBY_KM for far in distances)


def _authorities(read: Iterable[Passage]) -> Iterable[Place]:
    """The places whose police, sheriff or fire brigade the article names."""
    found = (
        place.value
        for passage in read
        for place in passage.places
        if pattern("site", "authority").match(passage.quote(place.span) + passage.after(place.span, 40))
    )
    return list(dict.fromkeys(found))[:COMPANY]


def _distinct(places: Iterable[Where]) -> Iterable[Where]:
    seen: list[Place] = []
    for where in places:
        if not any(same_place(where.place.value, other) for other in seen):
            seen.append(where.place.value)
            yield where


def _key(place: Place) -> tuple[str, str | None]:
    return place.name, place.admin1
