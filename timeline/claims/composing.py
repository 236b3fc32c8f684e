"""Claims made of happenings: one article's account of one event, with the sentence behind it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from timeline.claims.actors import actors_of, speaker_of
from timeline.claims.dating import Beside, date_of
from timeline.claims.happening import FINE, Happening
from timeline.claims.onsets import with_onset
from timeline.claims.passages import Passage
from timeline.claims.placing import place_of
from timeline.claims.standing import Setting, in_lead
from timeline.claims.telling import Telling
from timeline.model import Article, Basis, Claim, Field, Interval, Mention, Role, Scope, Span, Status, Toll, When

ID_LENGTH = 16
STEPS = (-1, -2, 1, 2)  # sentences of the same paragraph whose time or place can be meant, the likeliest first


@dataclass(frozen=True, slots=True)
class Context:
    """What the claims of an article have in common."""

    article: Article
    passages: tuple[Passage, ...]
    setting: Setting
    order: Mapping[tuple[Field, int], Passage]

    def sentence(self, field: Field, index: int) -> Passage | None:
        """The sentence of a field by its number, None where there is none or it is not the article's own."""
        return self.order.get((field, index))

    @property
    def published(self) -> date | None:
        """The day of publication."""
        return self.article.published.day


def claim_of(happening: Happening, context: Context) -> Claim:
    """The claim that a happening makes."""
    head = _head(happening)
    types = happening.types
    around = _around(happening, context)
    when = date_of(happening, _beside(happening, around, context), context.published)
    if when and in_lead(happening):
        when = with_onset(when, happening, context.passages)
    where = place_of(happening, context.setting, around)
    return Claim(
        id=_id(context.article, types[0], head, where[0].place.value.name if where else ""),
        article=context.article.id,
        sentence=head.passage.span,
        types=types,
        status=_status(happening, when, context.published),
        role=Role.BACKGROUND if all(telling.past for telling in happening.tellings) else Role.NEWS,
        scope=_scope(happening),
        trigger=head.triggers[0],
        when=when,
        where=where,
        tolls=tuple(_tolls(happening)),
        actors=actors_of(happening, context.article),
        speaker=speaker_of(head, context.article),
        evidence=tuple(_evidence(happening, head, when)),
    )


def _beside(happening: Happening, around: Sequence[Passage], context: Context) -> Beside:
    """The sentences that can lend a happening their time."""
    silent = tuple(passage for passage in context.passages if not passage.triggers)
    far = silent if in_lead(happening) else ()
    return Beside(tuple(p for p in around if not p.triggers), far, _frame(happening, context))


def _frame(happening: Happening, context: Context) -> tuple[Interval, ...]:
    """The months, seasons or years in which the opening of an article without a publication date of its own sets it."""
    if context.article.published.basis not in (Basis.NONE, Basis.INFERRED):
        return ()
    opening = (told for told in happening.tellings if told.passage.opens)
    stated = (time.value.interval for told in opening for time in told.times if time.value.grain not in FINE)
    return tuple(interval for interval in stated if interval is not None)


def _head(happening: Happening) -> Telling:
    """The telling whose sentence stands for the claim: the first of those that say most."""
    return max(happening.tellings, key=lambda telling: (_fullness(telling), -telling.passage.index))


def _fullness(telling: Telling) -> int:
    return (
        2 * (not telling.weak)
        + 2 * bool(telling.times)
        + 2 * bool(telling.places)
        + bool(telling.tolls)
        - 3 * telling.passage.in_title
    )


def _id(article: Article, kind: str, head: Telling, place: str) -> str:
    """An id that depends on the article's id, the type, the sentence and the place named in it, and on nothing else."""
    key = "\x1f".join((article.id, kind, head.passage.text, head.triggers[0].surface, place))
    return sha256(key.encode()).hexdigest()[:ID_LENGTH]


def _status(happening: Happening, when: When | None, published: date | None) -> Status:
    """The surest status that a telling gives; what is dated behind the publication is planned, whatever the tense."""
    told = {telling.status for telling in happening.tellings}
    surest = next(status for status in Status if status in told)
    ahead = when is not None and published is not None and when.outer.first > published
    harmed = any(telling.tolls for telling in happening.tellings)
    return Status.PLANNED if ahead and not harmed and surest in (Status.HAPPENED, Status.ONGOING) else surest


def _scope(happening: Happening) -> Scope:
    votes = Counter(telling.scope for telling in happening.tellings)
    return Scope.AGGREGATE if votes[Scope.AGGREGATE] > votes[Scope.INCIDENT] else Scope.INCIDENT


def _tolls(happening: Happening) -> Iterable[Mention[Toll]]:
    yield from dict.fromkeys(toll for telling in happening.tellings for toll in telling.tolls)


def _around(happening: Happening, context: Context) -> list[Passage]:
    """The other sentences of a happening's paragraphs that are at most two away, the likeliest first."""
    told = {telling.passage.span for telling in happening.tellings}
    found: dict[Span, tuple[int, Passage]] = {}
    for telling in happening.tellings:
        own = telling.passage
        for rank, step in enumerate(STEPS):
            near = context.sentence(own.span.field, own.index + step)
            if near is None or near.span in told or near.paragraph != own.paragraph:
                continue
            if near.span not in found or rank < found[near.span][0]:
                found[near.span] = (rank, near)
    return [passage for _, passage in sorted(found.values(), key=lambda pair: (pair[0], pair[1].span))]


def _evidence(happening: Happening, head: Telling, when: When | None) -> Iterable[Span]:
    spans = {telling.passage.span for telling in happening.tellings} - {head.passage.span}
    if when:
        spans |= {time.span for time in when.times if not head.passage.span.holds(time.span)}
    return sorted(spans)
