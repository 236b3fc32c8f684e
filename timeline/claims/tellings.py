"""Tellings: what one sentence says of one happening.

A passage goes in, its tellings come out: the triggers of a sentence grouped by the kind of event they name, each with
the times, places and figures of the sentence that are nearest to it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from timeline.claims import cues
from timeline.claims.kinds import are_compatible, bears, is_generic
from timeline.claims.passages import Passage
from timeline.claims.sites import peers, sites
from timeline.model import Harm, Mention, Scope, Span, Status, Timex, TimexType, Toll, Trigger, Where

FOLLOWS = 0.6  # a time or figure behind a trigger is this much nearer than one before it
BARRIER = 25  # characters that a comma or a verb of saying between two mentions counts for
OLD = timedelta(days=30)
PLACELESS = frozenset({"talks", "agreement", "sanction", "legislation", "office", "court"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence's account of one happening.

    `weak` where only words that need company tell of it ("killed", "hit"); `definite` where it points back to an event
    told before, `novel` where it sets itself apart from it; `past` where it is an older event.
    """

    passage: Passage
    triggers: tuple[Mention[Trigger], ...]
    types: tuple[str, ...]
    status: Status
    scope: Scope
    times: tuple[Mention[Timex], ...] = ()
    places: tuple[Where, ...] = ()
    tolls: tuple[Mention[Toll], ...] = ()
    weak: bool = False
    definite: bool = False
    novel: bool = False
    past: bool = False

    @property
    def anchor(self) -> Span:
        """The span of its first trigger."""
        return self.triggers[0].span


def tellings(passage: Passage, published: date | None) -> list[Telling]:
    """What a sentence tells, in the order of its triggers."""
    drafts = [_draft(passage, group) for group in _grouped(passage)]
    if not drafts:
        return []
    times, tolls, places = (
        _shared_times(passage, drafts),
        _shared_tolls(passage, drafts),
        _shared_sites(passage, drafts),
    )
    filled = [
        replace(
            draft,
            times=times[n],
            tolls=tolls[n],
            places=places[n],
            status=_status(draft.status, tolls[n]),
            past=_is_past(passage, times[n], published),
        )
        for n, draft in enumerate(drafts)
    ]
    return [part for telling in filled if not _is_idle(telling) for part in _split(telling)]


def _grouped(passage: Passage) -> list[list[Mention[Trigger]]]:
    """The triggers of a sentence by the kind of event they name; weak words join a kind that is there."""
    strong = [trigger for trigger in passage.triggers if not trigger.value.weak]
    groups: list[list[Mention[Trigger]]] = []
    for trigger in strong + [trigger for trigger in passage.triggers if trigger.value.weak]:
        home = next((group for group in groups if _belongs(passage, group, trigger)), None)
        if home is None:
            groups.append([trigger])
        else:
            home.append(trigger)
    return sorted(groups, key=lambda group: group[0].span) or _of_tolls(passage)


def _belongs(passage: Passage, group: list[Mention[Trigger]], trigger: Mention[Trigger]) -> bool:
    if not are_compatible(group[0].value.types, trigger.value.types):
        return False
    return trigger.value.weak or cues.status_of(passage, group[0].span) == cues.status_of(passage, trigger.span)


def _of_tolls(passage: Passage) -> list[list[Mention[Trigger]]]:
    """A sentence with figures, or with a time at which "it happened", tells of something though no word names it."""
    spans = [toll.span for toll in passage.tolls[:1]]
    happened = cues.pattern("happened", "pattern").search(passage.text) if passage.times and not spans else None
    if happened:
        start = passage.span.start
        spans = [Span(passage.span.field, start + happened.start(), start + happened.end())]
    unnamed = Trigger(("other",), weak=True)
    return [[Mention(passage.article, span, passage.quote(span), "unnamed", unnamed)] for span in spans]


def _draft(passage: Passage, group: list[Mention[Trigger]]) -> Telling:
    head = group[0]
    votes = [kind for trigger in group for kind in trigger.value.types[:1]]
    ranked = sorted(dict.fromkeys(votes), key=lambda kind: (is_generic(kind), votes.index(kind)))
    return Telling(
        passage=passage,
        triggers=tuple(group),
        types=tuple(dict.fromkeys([*ranked, *head.value.types])),
        status=cues.status_of(passage, head.span),
        scope=_scope(passage),
        weak=head.value.weak,
        definite=head.value.types == ("other",) or cues.is_definite(passage, head.span),
        novel=cues.is_novel(passage, head.span),
    )


def _scope(passage: Passage) -> Scope:
    running = any(toll.value.cumulative for toll in passage.tolls)
    return Scope.AGGREGATE if running or cues.is_aggregate(passage) else Scope.INCIDENT


def _status(told: Status, tolls: Sequence[Mention[Toll]]) -> Status:
    """What has killed or injured has happened, whatever else the clause says."""
    harmed = any(toll.value.harm in (Harm.KILLED, Harm.INJURED) and toll.value.best for toll in tolls)
    return Status.HAPPENED if harmed else told


def _shared_times(passage: Passage, drafts: Sequence[Telling]) -> list[tuple[Mention[Timex], ...]]:
    """Each telling's own times: one that stands before all triggers is everyone's, another the nearest telling's."""
    shares: list[list[Mention[Timex]]] = [[] for _ in drafts]
    for time in passage.times:
        if time.value.interval is None or time.value.type in (TimexType.DURATION, TimexType.SET):
            continue
        if cues.is_reporting(passage, time):
            continue
        if time.span.end <= min(draft.anchor.start for draft in drafts):
            nearest = range(len(drafts))
        else:
            nearest = range(*_single(_nearest(passage, drafts, time.span)))
        for n in nearest:
            shares[n].append(time)
    return [tuple(share) for share in shares]


def _shared_tolls(passage: Passage, drafts: Sequence[Telling]) -> list[tuple[Mention[Toll], ...]]:
    """Each telling's own figures: those of a harm that its kind of event bears, the nearest telling first."""
    shares: list[list[Mention[Toll]]] = [[] for _ in drafts]
    for toll in passage.tolls:
        fits = [bears(draft.types, toll.value.harm) for draft in drafts]
        fit = [draft for draft, grade in zip(drafts, fits, strict=True) if grade == max(fits)]
        shares[drafts.index(fit[_nearest(passage, fit, toll.span)])].append(toll)
    return [tuple(share) for share in shares]


def _shared_sites(passage: Passage, drafts: Sequence[Telling]) -> list[tuple[Where, ...]]:
    """Each telling's own places, as with times; one without any has those of the sentence's others of its status."""
    shares: list[list[Where]] = [[] for _ in drafts]
    first = min(draft.anchor.start for draft in drafts)
    for where in sites(passage):
        span = where.place.span
        everyone = span.end <= first
        for n in range(len(drafts)) if everyone else range(*_single(_nearest(passage, drafts, span))):
            shares[n].append(where)
    return [tuple(share) or _borrowed(drafts, n, shares) for n, share in enumerate(shares)]


def _borrowed(drafts: Sequence[Telling], index: int, shares: Sequence[list[Where]]) -> tuple[Where, ...]:
    if drafts[index].types[0] in PLACELESS:
        return ()
    donors = [n for n, draft in enumerate(drafts) if draft.status is drafts[index].status and shares[n]]
    return tuple(shares[donors[0]]) if donors else ()


def _split(telling: Telling) -> list[Telling]:
    """A telling for each of several places named side by side; a joint figure or a plan keeps them together."""
    stands = [where for where in telling.places if where.rule == telling.places[0].rule]
    told = telling.status in (Status.HAPPENED, Status.ONGOING)
    joint = telling.tolls or telling.types[0] in PLACELESS or telling.scope is Scope.AGGREGATE
    if not told or joint or not peers(stands, telling.passage):
        return [telling]
    return [replace(telling, places=(where,)) for where in stands]


def _nearest(passage: Passage, drafts: Sequence[Telling], span: Span) -> int:
    return min(range(len(drafts)), key=lambda n: min(_distance(passage, t.span, span) for t in drafts[n].triggers))


def nearest_trigger(passage: Passage, triggers: Sequence[Mention[Trigger]], span: Span) -> Mention[Trigger]:
    """The trigger that a mention most likely belongs to."""
    return min(triggers, key=lambda trigger: _distance(passage, trigger.span, span))


def _distance(passage: Passage, trigger: Span, other: Span) -> float:
    between = passage.between(trigger, other)
    steps = len(between) + BARRIER * (between.count(",") + between.count(" and ") + 2 * between.count(";"))
    return steps * (FOLLOWS if other.start >= trigger.end else 1)


def _single(index: int) -> tuple[int, int]:
    return index, index + 1


def _is_past(passage: Passage, times: Sequence[Mention[Timex]], published: date | None) -> bool:
    """Whether an older event is retold: its time ended a month before publication or, without one, the words say so."""
    ends = [time.value.interval.last for time in times if time.value.interval]
    if ends and published:
        return max(ends) < published - OLD
    return not ends and cues.tells_of_past(passage)


def _is_idle(telling: Telling) -> bool:
    """Whether only weak words tell of it and nothing keeps them company."""
    return telling.weak and not (telling.times or telling.places or telling.tolls)
