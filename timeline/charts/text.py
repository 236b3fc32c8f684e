"""An article's text as HTML with its marks: what was read as a time, a place, a figure or an event, and what was not.

Readings go in, HTML strings come out in which every character of the article is escaped; the classes are those of
`text.css`. Only this module knows how overlapping marks are cut into spans that do not overlap.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from importlib import resources
from itertools import pairwise

from timeline.charts.lanes import type_label
from timeline.charts.words import days_words, place_words
from timeline.model import Article, Claim, Field, Mention, Place, Reading, Span, Timex, Toll
from timeline.spans import Range, holding, paragraphs


class Kind(StrEnum):
    """What a mark says of its words; later ones are drawn inside earlier ones."""

    BOILERPLATE = "boilerplate"
    CLAIM = "claim"
    SPEAKER = "speaker"
    TIME = "time"
    PLACE = "place"
    TOLL = "toll"
    TRIGGER = "trigger"


KIND_WORDS = {
    Kind.TIME: "time",
    Kind.PLACE: "place",
    Kind.TOLL: "figure",
    Kind.TRIGGER: "event",
    Kind.SPEAKER: "who says so",
    Kind.CLAIM: "sentence of an event",
    Kind.BOILERPLATE: "not the article's own prose",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of an article, what they were read as, and a sentence for the reader who points at them."""

    span: Span
    kind: Kind
    detail: str


def marks_of(reading: Reading) -> list[Mark]:
    """Everything that was read out of an article, as marks."""
    marks = [Mark(part.span, Kind.BOILERPLATE, f"left aside: {part.rule}") for part in reading.article.boilerplate]
    for claim in reading.claims:
        types = ", ".join(map(type_label, claim.types))
        marks.append(Mark(claim.sentence, Kind.CLAIM, f"claim: {types}, {claim.status}, {claim.role}"))
        marks.append(Mark(claim.trigger.span, Kind.TRIGGER, f"event: {types} (rule {claim.trigger.rule})"))
    marks += [Mark(speaker.value.speaker, Kind.SPEAKER, "says what the sentence says") for speaker in reading.speakers]
    marks += [_time_mark(mention) for mention in reading.times]
    marks += [_place_mark(mention) for mention in reading.places]
    return marks + [_toll_mark(mention) for mention in reading.tolls]


def marks_of_claim(claim: Claim) -> list[Mark]:
    """The words that a claim rests on, as marks: its sentences, trigger, times, places, figures and speaker."""
    marks = [Mark(claim.sentence, Kind.CLAIM, f"claim: {', '.join(map(type_label, claim.types))}, {claim.status}")]
    marks.append(Mark(claim.trigger.span, Kind.TRIGGER, f"event: rule {claim.trigger.rule}"))
    marks += [_time_mark(mention) for mention in (claim.when.times if claim.when else ())]
    marks += [_place_mark(where.place) for where in claim.where]
    marks += [_toll_mark(mention) for mention in claim.tolls]
    return marks + ([Mark(claim.speaker.span, Kind.SPEAKER, "says so")] if claim.speaker else [])


def draw_text(article: Article, marks: Sequence[Mark]) -> str:
    """The title and the paragraphs of an article as HTML."""
    title = f"<h3>{_drawn(article, 'title', (0, len(article.title)), marks)}</h3>" if article.title else ""
    body = (f"<p>{html}</p>" for html in _paragraphs(article, paragraphs(article.text), marks))
    return f'<div class="article">{title}{"".join(body)}</div>'


def draw_passage(article: Article, claim: Claim) -> str:
    """The paragraph (or title) that holds a claim's sentence, with the words that the claim rests on marked."""
    marks = marks_of_claim(claim)
    if claim.sentence.field == "title":
        drawn = [_drawn(article, "title", (0, len(article.title or "")), marks)]
    else:
        drawn = list(_paragraphs(article, _around(article, claim.sentence), marks))
    return '<div class="article passage">' + "".join(f"<p>{html}</p>" for html in drawn) + "</div>"


def _around(article: Article, sentence: Span) -> Sequence[Range]:
    """The paragraphs that a sentence lies in; the sentence alone where it begins or ends outside of any."""
    ranges = paragraphs(article.text)
    first, last = holding(ranges, sentence.start), holding(ranges, max(sentence.start, sentence.end - 1))
    return ((sentence.start, sentence.end),) if first is None or last is None else ranges[first : last + 1]


def text_style() -> str:
    """The style sheet that the HTML of this module needs."""
    return resources.files("timeline.charts").joinpath("text.css").read_text(encoding="utf-8")


def draw_key() -> str:
    """What the marks' colours mean, as HTML."""
    return (
        '<div class="article key">'
        + " ".join(f'<span class="{k}">{words}</span>' for k, words in KIND_WORDS.items())
        + "</div>"
    )


def _paragraphs(article: Article, ranges: Iterable[Range], marks: Sequence[Mark]) -> Iterable[str]:
    """Each paragraph's HTML; marks are taken in step with the paragraphs, so that a long text costs one pass."""
    waiting = sorted(
        (mark for mark in marks if mark.span.field == "text"), key=lambda mark: mark.span.start, reverse=True
    )
    running: list[Mark] = []
    for start, end in ranges:
        while waiting and waiting[-1].span.start < end:
            running.append(waiting.pop())
        running = [mark for mark in running if mark.span.end > start]
        yield _drawn(article, "text", (start, end), running)


def _drawn(article: Article, field: Field, piece: Range, marks: Sequence[Mark]) -> str:
    """A piece of a string, cut where marks begin and end; each part is wrapped in all marks that hold it."""
    start, end = piece
    own = [mark for mark in marks if mark.span.field == field and mark.span.start < end and mark.span.end > start]
    cuts = sorted({start, end, *(c for m in own for c in (m.span.start, m.span.end) if start < c < end)})
    opens = sorted(own, key=lambda mark: mark.span.start, reverse=True)
    active: list[Mark] = []
    parts = []
    for left, right in pairwise(cuts):
        while opens and opens[-1].span.start <= left:
            active.append(opens.pop())
        active = [mark for mark in active if mark.span.end > left]
        parts.append(_wrapped(article.quote(Span(field, left, right)), active))
    return "".join(parts)


def _wrapped(words: str, marks: Sequence[Mark]) -> str:
    if not marks:
        return escape(words)
    kinds = " ".join(kind for kind in Kind if any(mark.kind == kind for mark in marks))
    innermost = max(marks, key=lambda mark: (list(Kind).index(mark.kind), -mark.span.start))
    return f'<span class="{kinds}" title="{escape(innermost.detail)}">{escape(words)}</span>'


def _time_mark(mention: Mention[Timex]) -> Mark:
    meaning = days_words(mention.value.interval) if mention.value.interval else mention.value.value or "not resolved"
    return Mark(mention.span, Kind.TIME, f"time: {meaning} (rule {mention.rule})")


def _place_mark(mention: Mention[Place]) -> Mark:
    place = mention.value
    reason = f"; {place.reason}" if place.reason else ""
    return Mark(mention.span, Kind.PLACE, f"{place.kind}: {place_words(place)} (rule {mention.rule}{reason})")


def _toll_mark(mention: Mention[Toll]) -> Mark:
    toll = mention.value
    high = "or more" if toll.high is None else f"to {toll.high:,}"
    count = f"{toll.best:,}" if toll.low == toll.high else f"{toll.low:,} {high}"
    return Mark(mention.span, Kind.TOLL, f"{count} {toll.harm} (rule {mention.rule})")
