"""Triggers: the words of an article that tell of happenings.

An article goes in, mentions of triggers come out. Only this module knows how a text is folded before its words are
looked up; the words themselves are in `event_types.toml`.
"""

import re
from collections.abc import Iterator
from functools import cache

from timeline.event_types.senses import in_context
from timeline.event_types.types import Entry, ambiguous, lexicon, names
from timeline.model import Article, Field, Mention, Span, Trigger
from timeline.spans import alternation

_FOLDS = str.maketrans({"-": " ", "‑": " ", "’": "'", "‘": "'"})
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")


def find_triggers(article: Article) -> list[Mention[Trigger]]:
    """The triggers of title and text in order of position, the longest phrase first where two begin alike.

    No two overlap. A mention's rule says what sort of word it is: noun, verb or phrase.
    """
    found = [mention for field, string in article.fields() for mention in _of_field(article, field, string)]
    return in_context(article, found, ambiguous())


def _of_field(article: Article, field: Field, string: str) -> Iterator[Mention[Trigger]]:
    for match in _matches(_fold(string)):
        entry = _entry(match.group())
        if entry.trigger and not _is_name(string, match):
            yield article.mention(Span(field, *match.span()), entry.rule, entry.trigger)


def _matches(folded: str) -> Iterator[re.Match[str]]:
    """The forms in a folded string, the longest at each word, each after the end of the one before."""
    end, openings = 0, _openings()
    for word in _WORD.finditer(folded):
        if word.start() >= end and word.group() in openings:
            match = _pattern(word.group()).match(folded, word.start())
            if match:
                end = match.end()
                yield match


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
def _openings() -> dict[str, list[str]]:
    """The forms by their first word."""
    found: dict[str, list[str]] = {}
    for form in lexicon():
        opening = _WORD.match(form)
        found.setdefault(opening.group() if opening else form, []).append(form)
    return found


@cache
def _pattern(opening: str) -> re.Pattern[str]:
    """The forms that begin with a word; made when a text first holds it, which spares most of the work at the start."""
    return re.compile(rf"{alternation(_openings()[opening])}\b")
