"""From an article to its places."""

import re
from dataclasses import replace

from timeline.model import Article, Field, Mention, Place, PlaceKind, Span
from timeline.places.bearings import BEHIND, beside
from timeline.places.capitals import Found, with_capitals
from timeline.places.gazetteer import Role, Sense, gazetteer, senses
from timeline.places.home import home_of
from timeline.places.naming import Name, scan
from timeline.places.resolve import Meaning, resolve
from timeline.places.toponyms import Toponym, toponyms

CURRENCY = ("$", "€", "£")  # behind a name: "US$5 million"
NEXT = 3  # names behind another off which it can be said to lie
REACH = 40  # names between a road and the town beside it
TOWNS = frozenset({PlaceKind.CITY, PlaceKind.DISTRICT})
HOLDERS = TOWNS | {PlaceKind.REGION, PlaceKind.COUNTRY}
_LIES_IN = re.compile(r"(?:\s[a-z]+)?(?:,|,?\s(?:in|of))\s(?:the\s)?(?:[a-z-]+\s){0,3}")
_OWNED = re.compile(r"['’]s\s(?:[a-z-]+\s){0,3}")


def find_places(article: Article) -> list[Mention[Place]]:
    """The place names of an article's title and text, each with the place that it means, in order of position.

    Organisations and facilities named for a place and adjectives are among them, told apart by `kind`.
    """
    fields, texts = zip(*article.fields(), strict=True)
    home = home_of(article)
    lists = toponyms([scan(text) for text in texts], home)
    found = [
        (field, toponym)
        for field, text, some in zip(fields, texts, lists, strict=True)
        for toponym in some
        if not text.startswith(CURRENCY, toponym.name.end)
    ]
    named = [toponym for _, toponym in found if toponym.name.senses]
    meant = iter(resolve(named, home))
    meanings = [next(meant) if toponym.name.senses else None for _, toponym in found]
    kept = [at for at, meaning in enumerate(meanings) if not (meaning and meaning.stranded and not found[at][1].placed)]
    found, meanings = [found[at] for at in kept], _anchored([meanings[at] for at in kept])
    places = [_value(article, *pair) for pair in zip(found, meanings, strict=True)]
    mentions: list[Mention[Place]] = []
    for field, text in sorted(article.fields()):
        placed = [_found(article, found, places, at) for at in range(len(found)) if found[at][0] == field]
        mentions += (_mention(article, field, place) for place in with_capitals(text, placed))
    return mentions


def _anchored(meanings: list[Meaning | None]) -> list[Meaning | None]:
    """The meanings as they are where a town of the article holds stranded names; else these stand for themselves."""
    if any(meaning and not meaning.stranded and meaning.sense.record.kind in TOWNS for meaning in meanings):
        return meanings
    return [meaning and replace(meaning, stranded=False) for meaning in meanings]


def _found(article: Article, found: list[tuple[Field, Toponym]], places: list[Place | None], at: int) -> Found:
    field, toponym = found[at]
    start, end = toponym.name.start, toponym.name.end
    surface = article.quote(Span(field, start, end))
    place = places[at]
    if place is None:
        holder = _holder(article, found, places, at)
        off = _off(article, found, places, at)
        place = _beside(surface, toponym, off or _nearest_town(found, places, at, holder) or holder)
        place = replace(place, inexact=True, reason=off.reason) if off else place
    return Found(start, end, _rule(toponym), place)


def _mention(article: Article, field: Field, found: Found) -> Mention[Place]:
    return article.mention(Span(field, found.start, found.end), found.rule, found.place)


def _holder(article: Article, found: list[tuple[Field, Toponym]], places: list[Place | None], at: int) -> Place | None:
    """What is said to hold a place, behind it or before it: "X, in the Y region", "Y's X"."""
    field, toponym = found[at]
    for other, words in ((at + 1, _LIES_IN), (at - 1, _OWNED)):
        if not 0 <= other < len(found) or found[other][0] != field:
            continue
        first, second = sorted((toponym.name, found[other][1].name), key=lambda name: name.start)
        place = places[other]
        if place and place.kind in HOLDERS and words.fullmatch(article.quote(Span(field, first.end, second.start))):
            return place
    return None


def _off(article: Article, found: list[tuple[Field, Toponym]], places: list[Place | None], at: int) -> Place | None:
    """The place with the point off a town named behind it at which the words between put it, None where they do not."""
    field, toponym = found[at]
    for other in range(at + 1, min(at + 1 + NEXT, len(found))):
        town, name = places[other], found[other][1].name
        if found[other][0] != field or name.start - toponym.name.end > BEHIND:
            return None
        if town is None or town.kind not in TOWNS or town.latitude is None or town.longitude is None:
            continue
        words = article.quote(Span(field, toponym.name.end, name.start))
        point = beside(words, (town.latitude, town.longitude))
        if point is not None:
            reason = f"{' '.join(words.strip(' ,').split())} {town.name}, as written"
            return replace(town, latitude=point[0], longitude=point[1], reason=reason)
    return None


def _nearest_town(
    found: list[tuple[Field, Toponym]], places: list[Place | None], at: int, holder: Place | None
) -> Place | None:
    """The town named next to a place in the same string, one before it rather than one behind, inside its holder."""
    field, toponym = found[at]
    near: list[tuple[int, Place]] = []
    for step in (-1, 1):
        other = at + step
        while 0 <= other < len(found) and abs(other - at) <= REACH and found[other][0] == field:
            place = places[other]
            if place and place.kind in TOWNS and place.latitude is not None and _may_hold(holder, place):
                gap = abs(found[other][1].name.start - toponym.name.start)
                near.append((gap if step == 1 else gap // 2, place))
                break
            other += step
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _may_hold(holder: Place | None, town: Place) -> bool:
    """Whether a town can lie in what is said to hold its neighbour."""
    if holder is None or holder is town:
        return True
    if holder.kind is PlaceKind.COUNTRY:
        return town.country == holder.country
    return holder.kind is PlaceKind.REGION and (town.country, town.admin1) == (holder.country, holder.admin1)


def _beside(surface: str, toponym: Toponym, town: Place | None) -> Place:
    """A village, road or building, at the town beside it or in the region that holds it; without coordinates where
    there is none."""
    kind = toponym.told or toponym.kind or PlaceKind.FACILITY
    if town is None:
        return Place(surface, kind, reason="no town is named beside it")
    return replace(
        town,
        name=surface,
        kind=kind,
        geonameid=None,
        population=0,
        inexact=town.inexact or town.kind not in TOWNS,
        reason=f"in {town.name}, the town named next to it" if town.kind in TOWNS else f"in {town.name}, as written",
    )


def places_named(name: str) -> tuple[Place, ...]:
    """The places of a name, the most important first.

    >>> places_named("Kyiv")[0].country
    'Ukraine'
    """
    return tuple(_place(sense, sense.record.kind, "") for sense in senses(name))


def iso3_of(country: str) -> str | None:
    """The ISO 3166 code of a country by any of its English names, None for other words.

    >>> iso3_of("Ukraine"), iso3_of("Ivory Coast"), iso3_of("Springfield")
    ('UKR', 'CIV', None)
    """
    found = (sense.record for sense in senses(country) if sense.record.kind is PlaceKind.COUNTRY)
    return next((record.country.iso3 for record in found if record.country), None)


def _value(article: Article, found: tuple[Field, Toponym], meaning: Meaning | None) -> Place | None:
    """The place meant; None where only a town beside the name tells where it is."""
    field, toponym = found
    if toponym.name.outside and meaning:
        return _unknown(article.quote(Span(field, toponym.name.start, toponym.name.end)), toponym.name.outside)
    if meaning is None or meaning.stranded:
        return None
    place = _place(meaning.sense, toponym.kind or meaning.sense.record.kind, meaning.reason)
    return replace(place, metonym=True) if toponym.metonym else place


def _unknown(surface: str, state: Name) -> Place:
    """A town of which nothing is known but its state."""
    record = state.top.record
    country = record.country
    return Place(
        surface,
        PlaceKind.CITY,
        country=country.name if country else None,
        iso3=country.iso3 if country else None,
        admin1=gazetteer().regions[record.region] or None,
        latitude=record.latitude,
        longitude=record.longitude,
        inexact=True,
        reason=f"in {record.name}, as written; its spot is not known",
    )


def _place(sense: Sense, kind: PlaceKind, reason: str) -> Place:
    record = sense.record
    country = record.country
    return Place(
        name=record.name,
        kind=PlaceKind.ADJECTIVE if sense.role is Role.ADJECTIVE else kind,
        latitude=record.latitude,
        longitude=record.longitude,
        geonameid=record.geonameid,
        country=country.name if country else None,
        iso3=country.iso3 if country else None,
        admin1=gazetteer().regions[record.region] or None,
        population=record.population,
        reason=reason,
    )


def _rule(toponym: Toponym) -> str:
    return toponym.kind.value if toponym.kind else "name"
