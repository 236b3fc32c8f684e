"""Which of several types an ambiguous word tells of: the words around it decide ("strikes by rail workers").

Triggers go in and come out, the types of each that can mean several in the order in which its sentence and the
article's opening speak for them. The words are in `senses.toml`.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from timeline.model import Article, Mention, Trigger
from timeline.spans import holding, read_table, sentences

OPENING = 400  # characters of the text that say what an article is about
OF_OPENING = 0.5  # what a word of the opening or the title counts beside one of the sentence
OF_OTHERS, OTHERS = 0.5, 3  # what another word of the article counts that tells of the type for sure, and how many do
LIKELIEST = 0.75  # what speaks for the likeliest type by itself
_WORD = re.compile(r"[\w/’'-]+")

Words = frozenset[str]


def in_context(
    article: Article, triggers: Sequence[Mention[Trigger]], ambiguous: frozenset[tuple[str, ...]]
) -> list[Mention[Trigger]]:
    """The triggers; those whose types are `ambiguous` with the type first that the words around speak for most."""
    opening = _words(f"{article.title or ''} {article.text[:OPENING]}")
    sure = Counter(trigger.value.types[0] for trigger in triggers if _is_sure(trigger))
    return [
        _decided(trigger, _sentence(article, trigger), opening, sure) if trigger.value.types in ambiguous else trigger
        for trigger in triggers
    ]


def _is_sure(trigger: Mention[Trigger]) -> bool:
    return not trigger.value.weak and len(trigger.value.types) == 1


def _decided(trigger: Mention[Trigger], sentence: Words, opening: Words, sure: Counter[str]) -> Mention[Trigger]:
    own = _words(trigger.surface)
    listed = trigger.value.types
    points = {listed[0]: LIKELIEST}
    for kind in listed:
        words = _cues().get(kind, frozenset()) - own
        told = len(words & sentence) + OF_OPENING * len((words & opening) - sentence)
        points[kind] = points.get(kind, 0.0) + told + OF_OTHERS * min(sure[kind], OTHERS)
    types = tuple(sorted(listed, key=lambda kind: (-points[kind], listed.index(kind))))
    return replace(trigger, value=replace(trigger.value, types=types))


def _sentence(article: Article, trigger: Mention[Trigger]) -> Words:
    string = article.text if trigger.span.field == "text" else article.title or ""
    reaches = sentences(string)
    index = holding(reaches, trigger.span.start)
    return _words(string[slice(*reaches[index])]) if index is not None else frozenset()


def _words(text: str) -> Words:
    return frozenset(_WORD.findall(text.casefold()))


@cache
def _cues() -> dict[str, Words]:
    """The words that speak for each type."""
    table: Iterable[tuple[str, dict[str, str]]] = read_table("timeline.event_types", "senses.toml").items()
    return {kind: frozenset(row["words"].split()) for kind, row in table}
