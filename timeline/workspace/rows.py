"""Rows of the tables: the columns that a reading fills, and the light view of an article that lists show."""

import json
import os
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from timeline.events import Account, account_of
from timeline.linking import Profile
from timeline.model import Article, Basis, Harm, Reading
from timeline.model.shelf import shelve
from timeline.workspace.codec import codec

Columns = dict[str, Any]
LIGHT = "id, path, sha256, read_at, title, source, url, language, published, basis, claims, figures"
ARTICLE = codec(Article)
READING = codec(Reading)
PROFILES = codec(tuple[Profile, ...])
DRAFT = codec(Account)
_LINE = re.compile(r":\d+$")
CASUALTIES = codec(dict[Harm, tuple[int, ...]])


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """What a list shows of an article, without its text: custody, metadata, and how many claims and figures it has."""

    id: str
    path: str
    sha256: str
    read_at: datetime
    title: str | None
    source: str | None
    url: str | None
    language: str
    published: date | None
    basis: Basis
    claims: int
    figures: int


def article_row(row: Sequence[Any]) -> ArticleRow:
    """The row of a query for the columns `LIGHT`."""
    columns = dict(zip(LIGHT.split(", "), row, strict=True))
    columns["read_at"] = datetime.fromisoformat(columns["read_at"])
    columns["published"] = date.fromisoformat(columns["published"]) if columns["published"] else None
    columns["basis"] = Basis(columns["basis"])
    return ArticleRow(**columns)


def article_columns(reading: Reading, profiles: Sequence[Profile], engine: str) -> Columns:
    """The columns of the table `articles` for one reading."""
    article = reading.article
    packed = READING.pack(reading)
    packed[0] = None  # the article has a column of its own
    return {
        "id": article.id,
        "path": storable(article.origin.path),
        "file": file_of(article.origin.path),
        "sha256": article.origin.sha256,
        "engine": engine,
        "read_at": article.origin.read_at.isoformat(),
        "title": storable(article.title),
        "source": storable(article.source),
        "url": storable(article.url),
        "language": article.language,
        "published": article.published.day and article.published.day.isoformat(),
        "basis": article.published.basis.value,
        "claims": len(reading.claims),
        "figures": len(reading.tolls),
        "article": ARTICLE.write(article),
        "account": DRAFT.write(account_of(reading)),
        "casualties": CASUALTIES.write(main_casualties(reading)),
        "profiles": PROFILES.write(tuple(profiles)),
        "reading": zlib.compress(json.dumps(packed, separators=(",", ":")).encode()),
    }


def main_casualties(reading: Reading) -> dict[Harm, tuple[int, ...]]:
    """By harm, the indices of the figures on which the article's own tolls rest."""
    shelf = shelve(reading)
    return {harm: tuple(map(shelf.of, figure.mentions)) for harm, figure in reading.main_tolls.items()}


def unpack_reading(article: str, reading: bytes) -> Reading:
    """The reading of the columns `article` and `reading`."""
    packed = json.loads(zlib.decompress(reading))
    packed[0] = json.loads(article)
    value: Reading = READING.unpack(packed)
    return value


def file_of(path: str) -> str:
    """Absolute path of the file that an article's or a problem's path names, the line in it left away.

    >>> file_of("/news/monday.jsonl:12")
    '/news/monday.jsonl'
    """
    return os.path.abspath(_LINE.sub("", storable(path) or ""))


def storable(words: str | None) -> str | None:
    """Words without the halves of surrogate pairs, which a database column cannot hold."""
    return words and words.encode("utf-8", "replace").decode()
