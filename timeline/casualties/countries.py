"""Of which country a figure is told: of the one whose name stands nearest in its sentence.

Figures and places of an article go in, the figures with their countries come out.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.model import Article, Field, Mention, Place, PlaceKind, Span, Toll
from timeline.spans import Range, holding, sentences

NEAR = 30  # characters at most between a figure and the place that it is told of
LISTED = 12  # characters at most between the places of a list
_TOTAL = re.compile(r"\b(?:altogether|in all|overall|in total|total of|combined|all told)\b", re.IGNORECASE)
NOWHERE = frozenset({PlaceKind.ORGANISATION, PlaceKind.ADJECTIVE, PlaceKind.WATER})

Found = Mention[Toll]


def told_where(article: Article, tolls: Iterable[Found], places: Sequence[Mention[Place]]) -> list[Found]:
    """The figures, each with the country of the place that its sentence names nearest to it.

    A figure that is called a total, or that several countries share, has none; nor has one told of a place in a country
    that the article does not name.
    """
    reaches = {field: sentences(string) for field, string in article.fields()}
    named: dict[tuple[str, int | None], list[Mention[Place]]] = {}
    told = {place.value.country for place in places if place.value.kind is PlaceKind.COUNTRY}
    for place in places:
        if place.value.country in told and place.value.kind not in NOWHERE and not place.value.metonym:
            named.setdefault(_sentence(place.span, reaches), []).append(place)
    found = []
    for toll in tolls:
        country = _country(toll, named.get(_sentence(toll.span, reaches), []))
        before = article.quote(replace(toll.span, start=max(0, toll.span.start - NEAR)))
        total = country is None or _TOTAL.search(before) is not None
        found.append(toll if total else replace(toll, value=replace(toll.value, country=country)))
    return found


def _sentence(span: Span, reaches: Mapping[Field, tuple[Range, ...]]) -> tuple[Field, int | None]:
    return span.field, holding(reaches[span.field], span.start)


def _country(toll: Found, beside: Sequence[Mention[Place]]) -> str | None:
    nearest = min(beside, key=lambda place: _gap(toll, place), default=None)
    if nearest is None or _gap(toll, nearest) > NEAR:
        return None
    listed = {place.value.country for place in beside if _gap(nearest, place) <= LISTED}
    return nearest.value.country if len(listed) == 1 else None


def _gap(left: Mention[object], right: Mention[object]) -> int:
    return max(left.span.start - right.span.end, right.span.start - left.span.end)
