"""Which time, place and figure of a sentence belongs to which of the happenings that it tells of.

A passage and drafts of its tellings go in; for each draft its own mentions come out. The nearest takes all, where
nearness counts commas and prefers what follows a trigger to what precedes it.
"""

from collections.abc import Sequence

from timeline.claims import cues
from timeline.claims.cues import pattern
from timeline.claims.kinds import bears
from timeline.claims.passages import Passage
from timeline.claims.sites import sites
from timeline.claims.telling import PLACELESS, Telling
from timeline.model import Mention, Span, Timex, TimexType, Toll, Trigger, Where

FOLLOWS = 0.6  # a time or figure behind a trigger is this much nearer than one before it
BARRIER = 25  # characters that a comma or a conjunction between two mentions counts for


def shared_times(passage: Passage, drafts: Sequence[Telling]) -> list[tuple[Mention[Timex], ...]]:
    """Each telling's own times: one that stands before all triggers is everyone's, another the nearest telling's."""
    shares: list[list[Mention[Timex]]] = [[] for _ in drafts]
    for time in passage.times:
        if time.value.interval is None or time.value.type in (TimexType.DURATION, TimexType.SET):
            continue
        if cues.is_reporting(passage, time):
            continue
        for n in _dated(passage, drafts, time.span):
            shares[n].append(time)
    return [tuple(share) for share in shares]


def _dated(passage: Passage, drafts: Sequence[Telling], time: Span) -> list[int]:
    """Which tellings a time dates: those of which it is not said in passing."""
    own = [n for n, draft in enumerate(drafts) if not cues.is_aside(passage, draft.anchor, time)]
    if cues.is_held_against(passage, time):
        own = [n for n in own if drafts[n].anchor > time]
    if not own:
        return []
    if time.end <= min(draft.anchor.start for draft in drafts):
        return own
    owners = [n for n in own if any(cues.owns_day(passage, time, t.span) for t in drafts[n].triggers)]
    return list(dict.fromkeys([own[_nearest(passage, [drafts[n] for n in own], time)], *owners]))


def shared_tolls(passage: Passage, drafts: Sequence[Telling]) -> list[tuple[Mention[Toll], ...]]:
    """Each telling's own figures: those of a harm that its kind of event bears, the nearest telling first."""
    shares: list[list[Mention[Toll]]] = [[] for _ in drafts]
    for toll in passage.tolls:
        fits = [_bears(passage, draft, toll) for draft in drafts]
        fit = [draft for draft, grade in zip(drafts, fits, strict=True) if grade == max(fits)]
        shares[drafts.index(fit[_nearest(passage, fit, toll.span)])].append(toll)
    return [tuple(share) for share in shares]


def _bears(passage: Passage, draft: Telling, toll: Mention[Toll]) -> int:
    """How naturally a figure belongs to a telling; what stands before a comparison is not told of what is compared."""
    if toll.span.start < draft.anchor.start and cues.is_compared(passage, draft.anchor):
        return -1
    return bears(draft.types, toll.value.harm)


def shared_sites(passage: Passage, drafts: Sequence[Telling]) -> list[tuple[Where, ...]]:
    """Each telling's own places, as with times; one without any has those of the sentence's others of its status."""
    shares: list[list[Where]] = [[] for _ in drafts]
    owners = _owners(passage, drafts)
    for where in sites(passage):
        for n in owners[where.place.span]:
            if where.rule == "stands" or drafts[n].types[0] not in PLACELESS:
                shares[n].append(where)
    return [tuple(share) or _borrowed(drafts, n, shares) for n, share in enumerate(shares)]


def _owners(passage: Passage, drafts: Sequence[Telling]) -> dict[Span, range]:
    """Which tellings each place belongs to; places named side by side ("Kyiv and Lviv") stay together."""
    first = min(draft.anchor.start for draft in drafts)
    owners: dict[Span, range] = {}
    before: Span | None = None
    for span in sorted(where.place.span for where in sites(passage)):
        if before and pattern("site", "coordination").fullmatch(passage.between(before, span)):
            owners[span] = owners[before]
        elif span.end <= first:
            owners[span] = range(len(drafts))
        else:
            owners[span] = range(*_single(_nearest(passage, drafts, span)))
        before = span
    return owners


def _borrowed(drafts: Sequence[Telling], index: int, shares: Sequence[list[Where]]) -> tuple[Where, ...]:
    if drafts[index].types[0] in PLACELESS:
        return ()
    donors = [n for n, draft in enumerate(drafts) if draft.status is drafts[index].status and shares[n]]
    return tuple(shares[donors[0]]) if donors else ()


def _nearest(passage: Passage, drafts: Sequence[Telling], span: Span) -> int:
    return min(range(len(drafts)), key=lambda n: distance_to(passage, drafts[n].triggers, span))


def nearest_trigger(passage: Passage, triggers: Sequence[Mention[Trigger]], span: Span) -> Mention[Trigger]:
    """The trigger that a mention most likely belongs to."""
    return min(triggers, key=lambda trigger: _distance(passage, trigger.span, span))


def distance_to(passage: Passage, triggers: Sequence[Mention[Trigger]], span: Span) -> float:
    """How far a mention is from the nearest trigger: characters, more for commas, fewer behind it."""
    return min(_distance(passage, trigger.span, span) for trigger in triggers)


def _distance(passage: Passage, trigger: Span, other: Span) -> float:
    between = passage.between(trigger, other)
    steps = len(between) + BARRIER * (between.count(",") + between.count(" and ") + 2 * between.count(";"))
    return steps * (FOLLOWS if other.start >= trigger.end else 1)


def _single(index: int) -> tuple[int, int]:
    return index, index + 1
