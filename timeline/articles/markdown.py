"""Markdown with YAML front matter: a text in, the record that it states out."""

import re
from dataclasses import replace

from timeline.articles.records import ArticleError, Record, record_of
from timeline.model import Basis

LONGEST = 16_000  # characters of front matter
NAMES = {
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "site"),
    "url": ("url", "link", "canonical", "permalink"),
    "published": ("published", "date", "published_at"),
    "updated": ("updated", "modified", "lastmod"),
}
_FENCE = re.compile(
    r"\A---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)(?:[ \t]*\r?\n)*", re.DOTALL | re.MULTILINE
)


def front_matter(text: str, default_id: str) -> Record:
    """The record of a Markdown text: the text after the front matter, exactly as given, and the front matter's fields.

    >>> record = front_matter("---\\ntitle: Six die\\ndate: 2023-09-12\\n---\\n\\nSix people died.\\n", "a.md")
    >>> record.title, record.published, record.text
    ('Six die', '2023-09-12', 'Six people died.\\n')
    """
    fence = _FENCE.match(text[:LONGEST])
    stated = _stated(fence["yaml"]) if fence else {}
    fields = {field: next((stated[name] for name in names if stated.get(name)), None) for field, names in NAMES.items()}
    record = record_of({**fields, "text": text[fence.end() :] if fence else text}, default_id)
    return replace(record, basis=Basis.METADATA)


def _stated(source: str) -> dict[str, str]:
    """The scalars of a YAML mapping, all as they are written: dates stay words."""
    import yaml  # here, for few files need it

    try:
        fields = yaml.load(source, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise ArticleError(f"has front matter that is no YAML: {str(error).splitlines()[0]}") from error
    if not isinstance(fields, dict):
        return {}
    return {str(name).lower(): value for name, value in fields.items() if isinstance(value, str)}
