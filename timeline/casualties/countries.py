"""Of which country a figure is told: of the one that stands, or holds what stands, nearest in its sentence.

Figures and places of an article go in, the figures with their countries come out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.model import Article, Mention, Place, PlaceKind, Span, Toll
from timeline.spans import Range, holding, paragraphs, sentences

NEAR = 90  # characters at most between a figure and the country that it is told of
LISTED = 30  # characters at most between the countries of a list
WIDE = 60  # characters around a figure in which it is said to be a country's
_TOTAL = re.compile(r"\b(?:altogether|in all|overall|in total|total of|combined|all told)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"the\b", re.IGNORECASE)
_WIDE = re.compile(r"\b(?:nation-?wide|country-?wide|(?:across|throughout|in) the (?:country|nation))\b", re.IGNORECASE)

LANDS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT, PlaceKind.CITY})
Found = Mention[Toll]
Named = Mention[Place]


def told_where(article: Article, tolls: Iterable[Found], places: Sequence[Named]) -> list[Found]:
    """The figures, each with the country of the place that its sentence names nearest to it.

    Where a figure is "nationwide" it is the country of the place named last.

    A figure that is called a total, or that several countries share, has none. Of a single country nothing is told
    apart: then no figure has one.
    """
    read = list(tolls)
    countries = [place for place in places if place.value.kind is PlaceKind.COUNTRY and not place.value.metonym]
    if len({place.value.country for place in countries}) < 2:
        return read
    named = [place for place in places if place.value.country and place.value.kind in LANDS and not place.value.metonym]
    layouts = {field: _Layout(field, string, named) for field, string in article.fields()}
    return [
        replace(toll, value=replace(toll.value, country=_country(article, toll, layouts[toll.span.field])))
        for toll in read
    ]


class _Layout:
    """Where the countries of one field, and the places in them, stand."""

    def __init__(self, field: str, string: str, countries: Iterable[Named]) -> None:
        self._sentences, self._paragraphs = sentences(string), paragraphs(string)
        self._countries = sorted((p for p in countries if p.span.field == field), key=lambda place: place.span)
        self._starts = [place.span.start for place in self._countries]

    def beside(self, span: Span) -> list[Named]:
        """The places of a span's sentence."""
        return self._within(self._sentences, span)

    def before(self, span: Span) -> str | None:
        """The country that a span's paragraph named last before it."""
        named = [place for place in self._within(self._paragraphs, span) if place.span.start < span.start]
        return max(named, key=lambda place: place.span.start).value.country if named else None

    def _within(self, ranges: tuple[Range, ...], span: Span) -> list[Named]:
        index = holding(ranges, span.start)
        start, end = ranges[index] if index is not None else (0, 0)
        return self._countries[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def _country(article: Article, toll: Found, layout: _Layout) -> str | None:
    start = toll.span.start
    leading = article.quote(replace(toll.span, start=max(0, start - NEAR), end=start))
    if _TOTAL.search(leading) or _OF_ALL.match(toll.surface):
        return None
    if _WIDE.search(article.quote(replace(toll.span, start=max(0, start - WIDE), end=toll.span.end + WIDE))):
        return layout.before(toll.span)
    beside = layout.beside(toll.span)
    nearest = min(beside, key=lambda place: _gap(toll, place), default=None)
    if nearest is None or _gap(toll, nearest) > NEAR:
        return None
    listed = {place.value.country for place in beside if _gap(nearest, place) <= LISTED}
    return nearest.value.country if len(listed) == 1 else None


def _gap(left: Mention[object], right: Mention[object]) -> int:
    return max(left.span.start - right.span.end, right.span.start - left.span.end)
