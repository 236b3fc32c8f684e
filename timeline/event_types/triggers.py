"""Triggers: the words of an article that tell of happenings.

An article goes in, mentions of triggers come out. Only this module knows how a text is folded before its words are
looked up; the words themselves are in `event_types.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache

from timeline.event_types.types import Entry, lexicon, names
from timeline.model import Article, Field, Mention, Span, Trigger
from timeline.spans import alternation

_FOLDS = str.maketrans({"-": " ", "‑": " ", "’": "'", "‘": "'"})
_SPACE = re.compile(r"\s+")


def find_triggers(article: Article) -> list[Mention[Trigger]]:
    """The triggers of title and text in order of position, the longest phrase first where two begin alike.

    No two overlap. A mention's rule says what sort of word it is: noun, verb or phrase.
    """
    return [mention for field, string in article.fields() for mention in _of_field(article, field, string)]


def _of_field(article: Article, field: Field, string: str) -> Iterator[Mention[Trigger]]:
    folded = _fold(string)
    for match in _pattern().finditer(folded):
        entry = _entry(match.group())
        if entry.trigger and not _is_name(string, match):
            yield article.mention(Span(field, *match.span()), entry.rule, entry.trigger)


def _fold(string: str) -> str:
    """Small letters, plain apostrophes, spaces for hyphens; every character keeps its offset.

    >>> _fold("İzmir AIR-RAID")
    'İzmir air raid'
    """
    small = string.lower()
    if len(small) != len(string):
        small = "".join(c.lower() if len(c.lower()) == 1 else c for c in string)
    return small.translate(_FOLDS)


def _entry(words: str) -> Entry:
    entry = lexicon().get(words)
    return entry or lexicon()[_SPACE.sub(" ", words)]


def _is_name(string: str, match: re.Match[str]) -> bool:
    """Whether a word that is also a name is written as one: "Mr Lynch", "MARCH 3"."""
    if match.group() not in names():
        return False
    start, end = match.span()
    around = string[max(start - 2, 0) : start] + string[end : end + 2]
    return string[start:end].istitle() or any(character.isdigit() for character in around)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(lexicon())}\b")
