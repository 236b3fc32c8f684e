"""Made articles, claims and events for tests: short calls, honest types."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from hashlib import sha256

from timeline.model import (
    Article,
    Basis,
    Claim,
    Event,
    Grain,
    Harm,
    Interval,
    Mention,
    Origin,
    Place,
    PlaceKind,
    Published,
    Role,
    Scope,
    Span,
    Status,
    Sum,
    Trigger,
    When,
    Where,
)

READ_AT = datetime(2026, 2, 1, 12, 0, tzinfo=UTC)


def make_article(text: str, published: str | None = "2026-01-24", title: str | None = None, id: str = "a") -> Article:
    """An article as the reader would give it."""
    day = date.fromisoformat(published) if published else None
    return Article(
        id=id,
        text=text,
        published=Published(day, Basis.GIVEN if day else Basis.NONE),
        origin=Origin(id, sha256(text.encode()).hexdigest(), READ_AT),
        title=title,
        source="The Example",
    )


def make_place(name: str = "Kyiv", latitude: float | None = 50.45, longitude: float | None = 30.52) -> Place:
    """A town in Ukraine."""
    return Place(name, PlaceKind.CITY, latitude, longitude, None, "Ukraine", "UKR", None)


def make_when(first: str, last: str | None = None) -> When:
    """Some day between two days, both included; a narrow day where only one is given."""
    days = Interval.of_days(date.fromisoformat(first), date.fromisoformat(last or first))
    return When(days, days, Grain.DAY if last in (None, first) else Grain.WEEK, "sentence")


def make_claim(article: Article, sentence: str, when: When | None = None, place: Place | None = None) -> Claim:
    """A claim of an article that rests on one of its sentences."""
    start = article.text.index(sentence)
    span = Span("text", start, start + len(sentence))
    first_word = Span("text", start, start + len(sentence.split()[0]))
    where = (Where(article.mention(first_word, "made", place), "sentence"),) if place else ()
    return Claim(
        id=sha256(f"{article.id} {sentence}".encode()).hexdigest()[:16],
        article=article.id,
        sentence=span,
        types=("strike",),
        status=Status.HAPPENED,
        role=Role.NEWS,
        scope=Scope.INCIDENT,
        trigger=article.mention(first_word, "made", Trigger(("strike",))),
        when=when,
        where=where,
    )


def make_event(claims: Iterable[Claim], title: str = "Strike in Kyiv", killed: int | None = None) -> Event:
    """An event of some claims, dated and placed by the first of them."""
    members = tuple(sorted(claims, key=lambda claim: claim.id))
    first = members[0]
    articles = tuple(sorted({claim.article for claim in members}))
    return Event(
        id=first.id,
        title=title,
        types=first.types,
        status=first.status,
        scope=first.scope,
        claims=members,
        articles=articles,
        sources=("The Example",),
        origins=len(articles),
        when=first.when,
        where=first.where[0].place.value if first.where else None,
        places=tuple(where.place.value for where in first.where),
        tolls={} if killed is None else {Harm.KILLED: Sum(killed, killed, killed, "made")},
    )


def spans_of(mentions: Iterable[Mention[object]]) -> list[str]:
    """The surfaces, in order."""
    return [mention.surface for mention in mentions]
