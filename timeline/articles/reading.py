"""Reading many articles: inputs in, articles and problems out, one after the other, never all at once."""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import BinaryIO

from timeline.articles.files import find_files
from timeline.articles.found import STDIN, Found
from timeline.articles.json_records import read_lines
from timeline.articles.readers import READERS
from timeline.articles.records import ArticleError, articles_of
from timeline.model import Article, Problem


def read_articles(inputs: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Article | Problem]:
    """The articles of folders, files and, for the input "-", of JSON Lines on `stdin`, each id once."""
    return distinct(_all(inputs, stdin))


def read_file(found: Found, stdin: BinaryIO | None = None) -> Iterator[Article | Problem]:
    """The articles of one file, and a Problem for each that could not be read."""
    try:
        if found.path != STDIN:
            records = READERS[found.suffix](found)
        elif stdin is not None:
            records = read_lines(stdin, found)
        else:
            raise ArticleError("there is no standard input")
        for item in records:
            if isinstance(item, Problem):
                yield item
            else:
                yield from articles_of(*item)
    except ArticleError as error:
        yield Problem(found.path, str(error))
    except OSError as error:
        yield Problem(found.path, f"cannot be read: {error.strerror}")


def distinct(items: Iterable[Article | Problem]) -> Iterator[Article | Problem]:
    """The items, an article that comes again left out, and a Problem for another text under a known id."""
    known: dict[str, bytes] = {}
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        digest = sha256(item.text.encode()).digest()[:16]
        if item.id not in known:
            known[item.id] = digest
            yield item
        elif known[item.id] != digest:
            yield Problem(
                item.origin.path, f"another article with another text has the id {item.id!r}: this one is left out"
            )


def _all(inputs: Sequence[str], stdin: BinaryIO | None) -> Iterator[Article | Problem]:
    for found in find_files(inputs):
        if isinstance(found, Problem):
            yield found
        else:
            yield from read_file(found, stdin)
