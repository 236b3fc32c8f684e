"""From an article to its places."""

from timeline.model import Article, Mention, Place, PlaceKind, Span
from timeline.places.gazetteer import Role, Sense, gazetteer, senses
from timeline.places.home import home_of
from timeline.places.naming import scan
from timeline.places.resolve import resolve
from timeline.places.toponyms import Toponym, toponyms


def find_places(article: Article) -> list[Mention[Place]]:
    """The place names of an article's title and text, each with the place that it means, in order of position.

    Organisations and facilities named for a place and adjectives are among them, told apart by `kind`.
    """
    fields, texts = zip(*article.fields(), strict=True)
    lists = toponyms([scan(text) for text in texts])
    found = [(field, toponym) for field, some in zip(fields, lists, strict=True) for toponym in some]
    meant = resolve([toponym for _, toponym in found], home_of(article))
    mentions = []
    for at, (field, toponym) in enumerate(found):
        sense, reason = meant[at]
        span = Span(field, toponym.name.start, toponym.name.end)
        mentions.append(article.mention(span, _rule(toponym), place_of(sense, toponym, reason)))
    return sorted(mentions, key=lambda mention: mention.span)


def places_named(name: str) -> tuple[Place, ...]:
    """The places of a name, the most important first.

    >>> places_named("Kyiv")[0].country
    'Ukraine'
    """
    return tuple(_place(sense, sense.record.kind, "") for sense in senses(name))


def place_of(sense: Sense, toponym: Toponym, reason: str) -> Place:
    """The value of a mention."""
    kind = toponym.kind or sense.record.kind
    return _place(sense, kind, reason)


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
