"""JSON and JSON Lines: objects in, records out.

Only this module knows that a broken line costs that line alone, and that a line may be too long to be kept.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from timeline.articles.decoding import decode
from timeline.articles.found import ARTICLE_LIMIT, LIST_LIMIT, MEGABYTE, Found, origin_of
from timeline.articles.records import ArticleError, Record, record_of
from timeline.model import Origin, Problem

LIST = "articles"  # field of a JSON object that holds a list of them
CHUNK = MEGABYTE


def read_json_lines(found: Found) -> Iterator[tuple[Record, Origin] | Problem]:
    """A file with an object on each line."""
    with open(found.path, "rb") as lines:
        yield from read_lines(lines, found)


def read_lines(lines: BinaryIO, found: Found) -> Iterator[tuple[Record, Origin] | Problem]:
    """An object on each line of a stream, which is never held as a whole; an object without an id gets its line's."""
    for number, raw in enumerate(_lines(lines), start=1):
        path = f"{found.path}:{number}"
        try:
            if raw.strip():
                yield _record(raw, f"{found.id}:{number}"), origin_of(path, raw)
        except ArticleError as error:
            yield Problem(path, str(error))


def read_json(found: Found) -> Iterator[tuple[Record, Origin] | Problem]:
    """A file with one object, a list of objects, or an object whose field "articles" is such a list."""
    raw = found.read(LIST_LIMIT)
    parsed = _parsed(decode(raw))
    items = parsed.get(LIST, parsed) if isinstance(parsed, dict) else parsed
    if not isinstance(items, list):
        yield record_of(_fields(parsed), found.id), origin_of(found.path, raw)
        return
    for number, item in enumerate(items, start=1):
        path = f"{found.path}:{number}"
        try:
            line = json.dumps(item, sort_keys=True).encode()
            yield record_of(_fields(item), f"{found.id}:{number}"), origin_of(path, line)
        except ArticleError as error:
            yield Problem(path, str(error))


def _record(raw: bytes, default_id: str) -> Record:
    if len(raw) > ARTICLE_LIMIT:
        raise ArticleError(f"is larger than {ARTICLE_LIMIT // MEGABYTE} MB")
    return record_of(_fields(_parsed(decode(raw))), default_id)


def _parsed(words: str) -> Any:
    try:
        return json.loads(words)
    except json.JSONDecodeError as error:
        raise ArticleError(f"is no JSON: {error.msg} at character {error.pos + 1}") from error
    except RecursionError as error:
        raise ArticleError("is no article: its JSON is nested too deeply") from error
    except ValueError as error:
        raise ArticleError(f"is no article: {error}") from error


def _fields(item: Any) -> dict[str, Any]:
    if not isinstance(item, dict):
        raise ArticleError("is no JSON object")
    return item


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one beyond the limit only its beginning, which is too long too."""
    while raw := stream.readline(ARTICLE_LIMIT + 2):
        rest = raw
        while not rest.endswith(b"\n") and rest:
            rest = stream.readline(CHUNK)
        yield raw
