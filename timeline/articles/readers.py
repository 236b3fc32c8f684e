"""The formats of articles: one function for each file suffix.

A found file goes in; records come out as the file states them, each with its origin, and a Problem for each that
cannot be read. Nothing is worked out here.
"""

from collections.abc import Callable, Iterator

from timeline.articles.decoding import decode
from timeline.articles.found import Found, origin_of
from timeline.articles.json_records import read_json, read_json_lines
from timeline.articles.markdown import front_matter
from timeline.articles.records import Record, checked
from timeline.articles.web import declared_encoding, read_page
from timeline.model import Origin, Problem

Read = tuple[Record, Origin]


def read_plain(found: Found) -> Iterator[Read | Problem]:
    """A plain text: nothing but the text is known, and it is taken exactly as given."""
    raw = found.read()
    yield checked(Record(found.id, decode(raw))), origin_of(found.path, raw)


def read_markdown(found: Found) -> Iterator[Read | Problem]:
    """A Markdown text: what its front matter states, and the text after it."""
    raw = found.read()
    yield front_matter(decode(raw), found.id), origin_of(found.path, raw)


def read_html(found: Found) -> Iterator[Read | Problem]:
    """A web page: its main text and what its head states."""
    raw = found.read()
    yield read_page(decode(raw, declared_encoding(raw)), found.id), origin_of(found.path, raw)


READERS: dict[str, Callable[[Found], Iterator[Read | Problem]]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_json_lines,
    ".json": read_json,
}
