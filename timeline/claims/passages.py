"""An article cut into sentences, each with the mentions that it holds.

Mentions go in, passages come out in reading order, the title's first. Only this module knows which sentences are not
told by the article itself: those that touch boilerplate are left out.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from timeline.model import (
    Attribution,
    Boilerplate,
    Field,
    Mention,
    Place,
    PlaceKind,
    Reading,
    Span,
    Timex,
    Toll,
    Trigger,
)
from timeline.spans import holding, paragraphs, sentences

NOT_PLACES = frozenset({PlaceKind.ADJECTIVE, PlaceKind.ORGANISATION, PlaceKind.FACILITY})
_WORD = re.compile(r"\w+")
OPENING = 2  # sentences of a text that open it, a title line among them
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence and what was found in it.

    `index` counts sentences, `paragraph` paragraphs, from 0 in each field; `rank` counts the sentences of running prose
    before it, so that headings and captions above a text push nothing out of its lead.
    """

    article: str
    text: str
    span: Span
    index: int
    paragraph: int
    times: tuple[Mention[Timex], ...]
    places: tuple[Mention[Place], ...]
    tolls: tuple[Mention[Toll], ...]
    triggers: tuple[Mention[Trigger], ...]
    speakers: tuple[Mention[Attribution], ...]
    rank: int = 0

    @property
    def in_title(self) -> bool:
        """Whether it stands in the title."""
        return self.span.field == "title"

    @property
    def opens(self) -> bool:
        """Whether it stands in the title or opens the text."""
        return self.in_title or self.index < OPENING

    @property
    def is_running(self) -> bool:
        """Whether it is running prose and not a heading or a line of a list, which write every word large."""
        words = _WORD.findall(self.text)
        small = sum(word[0].islower() for word in words)
        return 2 * small > len(words) or (small > 1 and self.text.rstrip("\"'”’)]").endswith("."))

    def follows(self, other: "Passage") -> bool:
        """Whether it stands right behind another in a paragraph."""
        beside = self.index - other.index == 1 and self.paragraph == other.paragraph
        return beside and self.in_title == other.in_title

    def quote(self, span: Span) -> str:
        """The characters of a span of the sentence."""
        return self.text[span.start - self.span.start : span.end - self.span.start]

    def before(self, span: Span, width: int) -> str:
        """Up to `width` characters of the sentence before a span."""
        end = span.start - self.span.start
        return self.text[max(0, end - width) : end]

    def after(self, span: Span, width: int) -> str:
        """Up to `width` characters of the sentence after a span."""
        start = span.end - self.span.start
        return self.text[start : start + width]

    def between(self, left: Span, right: Span) -> str:
        """The characters between two spans of the sentence, in either order."""
        first, second = sorted((left, right))
        return self.text[first.end - self.span.start : max(first.end, second.start) - self.span.start]


def passages(reading: Reading, triggers: Sequence[Mention[Trigger]]) -> tuple[Passage, ...]:
    """The sentences of an article that are its own prose, in reading order."""
    marks = reading.article.boilerplate
    starts = [mark.span.start for mark in marks]
    own = (
        passage
        for field, string in reading.article.fields()
        for passage in _of_field(reading, triggers, field, string)
        if not _is_marked(passage.span, marks, starts)
    )
    return tuple(_ranked(own))


def _ranked(own: Iterable[Passage]) -> Iterator[Passage]:
    """The sentences, each with the number of those of running prose before it in its field."""
    counts = {"title": 0, "text": 0}
    for passage in own:
        yield replace(passage, rank=counts[passage.span.field])
        counts[passage.span.field] += passage.is_running


def _is_marked(span: Span, marks: Sequence[Boilerplate], starts: Sequence[int]) -> bool:
    """Whether a span touches one of the marks, which are in order and do not overlap."""
    first, behind = max(0, bisect_left(starts, span.start) - 1), bisect_left(starts, span.end)
    return any(mark.span.meets(span) for mark in marks[first:behind])


def _of_field(reading: Reading, triggers: Sequence[Mention[Trigger]], field: Field, string: str) -> Iterable[Passage]:
    blocks = paragraphs(string)
    times, places, tolls = _Shelf(reading.times, field), _Shelf(reading.places, field), _Shelf(reading.tolls, field)
    words, speakers = _Shelf(triggers, field), _Shelf(reading.speakers, field)
    for index, (start, end) in enumerate(sentences(string)):
        here, then = places.within(start, end), times.within(start, end)
        yield Passage(
            article=reading.article.id,
            text=string[start:end],
            span=Span(field, start, end),
            index=index,
            paragraph=holding(blocks, start) or 0,
            times=then,
            places=here,
            tolls=tuple(toll for toll in tolls.within(start, end) if not names_place(toll, here)),
            triggers=tuple(
                word for word in words.within(start, end) if word.span.end <= end and not _is_part(word, (*then, *here))
            ),
            speakers=speakers.within(start, end),
        )


def _is_part(trigger: Mention[Trigger], others: Iterable[Mention[Timex] | Mention[Place]]) -> bool:
    """Whether a word is part of a time or the name of a place ("EARLY MARCH", "Election Day", "Battle Creek")."""
    return any(other.span.holds(trigger.span) for other in others)


def names_place(toll: Mention[Toll], places: Sequence[Mention[Place]]) -> bool:
    """Whether the one person that a figure seems to name is a place ("Sumy was hit")."""
    names = {key.removeprefix("name:") for key in toll.value.keys if key.startswith("name:")}
    return bool(names) and any(
        toll.span.holds(place.span) and place.value.kind not in NOT_PLACES and place.surface.casefold() in names
        for place in places
    )


class _Shelf(Generic[T]):
    """Mentions of one field by position."""

    def __init__(self, mentions: Iterable[Mention[T]], field: Field) -> None:
        self._mentions = sorted((m for m in mentions if m.span.field == field), key=lambda m: m.span)
        self._starts = [mention.span.start for mention in self._mentions]

    def within(self, start: int, end: int) -> tuple[Mention[T], ...]:
        """Those that begin inside a range."""
        return tuple(self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)])
