"""Records: what a reader took out of a file, before the article's language, day and boilerplate are worked out.

A record goes in, an article comes out, with a warning for each field that could not be used.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from timeline.articles.boilerplate import find_boilerplate
from timeline.articles.language import find_language
from timeline.articles.published import find_published, find_updated, parse_stamp
from timeline.model import Article, Basis, Origin, Problem, Published, Severity

SHOWN = 60  # characters of an unreadable value that a warning shows
DATES = ("published", "updated")
OPTIONAL = ("title", "source", "url", *DATES)


class ArticleError(Exception):
    """A file or record that cannot be read as an article; the message is for the user."""


@dataclass(frozen=True, slots=True)
class Record:
    """The fields of an article as a file states them; `basis` says who states `published`: the user, or the outlet."""

    id: str
    text: str
    title: str | None = None
    source: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    basis: Basis = Basis.GIVEN


def article_of(record: Record, origin: Origin | None = None) -> Article:
    """The article of a record, its language, publication day and boilerplate worked out.

    Without an origin the record is its own: path and hash are those of its id and text.

    >>> article_of(Record("a", "ROME, Jan 28 (Wire) - Two people died.", published="2026-01-28")).published.day
    datetime.date(2026, 1, 28)
    """
    origin = origin or Origin(record.id, sha256(record.text.encode()).hexdigest(), datetime.now(UTC))
    article = Article(
        id=record.id,
        text=record.text,
        published=Published(None, Basis.NONE),
        origin=origin,
        title=record.title,
        source=record.source,
        url=record.url,
    )
    stated = parse_stamp(record.published or "")
    published = Published(stated.day, record.basis, stated.instant) if stated else find_published(article)
    return replace(
        article,
        published=published,
        updated=_updated(record, article, published.day),
        language=find_language(record.text),
        boilerplate=find_boilerplate(record.text, record.title),
    )


def articles_of(record: Record, origin: Origin) -> Iterator[Article | Problem]:
    """The article of a record, after a warning for each date in it that says no day."""
    for name, words in (("published", record.published), ("updated", record.updated)):
        if words and parse_stamp(words) is None:
            reason = f"{name} {words[:SHOWN]!r} of article {record.id!r} is no date and counts as absent"
            yield Problem(origin.path, reason, severity=Severity.WARNING)
    yield article_of(record, origin)


def record_of(fields: Mapping[str, Any], default_id: str) -> Record:
    """The record that a JSON object or front matter states; raises `ArticleError` where it is none.

    >>> record_of({"id": 7, "text": "Two died.", "title": ""}, "a.json") == Record("7", "Two died.")
    True
    """
    text, name = fields.get("text"), fields.get("id", default_id)
    if not isinstance(text, str):
        raise ArticleError('has no field "text"' if text is None else 'its field "text" is not a string')
    if isinstance(name, bool) or not isinstance(name, str | int) or name == "":
        raise ArticleError('its field "id" is not a string')
    title, source, url, published, updated = (_words(fields, field) for field in OPTIONAL)
    return checked(Record(str(name), text, title, source, url, published, updated))


def checked(record: Record) -> Record:
    """The record itself; raises `ArticleError` where its text is blank or holds half characters."""
    if not record.text.strip():
        raise ArticleError("holds no text")
    for words in (record.id, record.text, record.title, record.source, record.url):
        try:
            (words or "").encode()
        except UnicodeEncodeError:
            raise ArticleError("holds half of a character (a lone surrogate)") from None
    return record


def _words(fields: Mapping[str, Any], field: str) -> str | None:
    value = fields.get(field)
    if isinstance(value, list | dict) and field not in DATES:
        raise ArticleError(f'its field "{field}" is not a string')
    return None if value in (None, "") else str(value)


def _updated(record: Record, article: Article, published: date | None) -> date | None:
    stated = parse_stamp(record.updated or "")
    if stated:
        return stated.day
    return find_updated(article, published)
