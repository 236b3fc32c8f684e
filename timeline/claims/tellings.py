"""Tellings: what one sentence says of one happening.

A passage goes in, its tellings come out: the triggers of a sentence grouped by the kind of event they name, each with
the times, places and figures of the sentence that are nearest to it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from timeline.claims import cues
from timeline.claims.asides import OLD, parts_of
from timeline.claims.kinds import (
    are_compatible,
    hints_at_harm,
    is_brought,
    is_generic,
    is_harmful,
    is_slow,
    is_unrest,
    tells_brought,
)
from timeline.claims.names import Names, is_alias, name_at, named_in
from timeline.claims.passages import Passage
from timeline.claims.sharing import distance_to, shared_sites, shared_times, shared_tolls
from timeline.claims.sites import contains, peers, sites
from timeline.claims.telling import PLACELESS, Telling
from timeline.model import Harm, Mention, Scope, Span, Status, Timex, Toll, Trigger


def tellings(passage: Passage, published: date | None, known: Names = frozenset()) -> list[Telling]:
    """What a sentence tells, in the order of its triggers; `known` are the names that the article's events bear."""
    running = [toll for toll in passage.tolls if toll.value.cumulative]
    own = replace(
        passage,
        tolls=tuple(toll for toll in passage.tolls if not toll.value.cumulative),
        triggers=tuple(
            _as_brought(passage, trigger) for trigger in passage.triggers if not cues.is_stored(passage, trigger)
        ),
    )
    told = [telling for part in parts_of(own, published) for telling in _of_incidents(part, published)]
    return _with_names(told, known) + [_of_total(passage, toll) for toll in running]


def _as_brought(passage: Passage, trigger: Mention[Trigger]) -> Mention[Trigger]:
    """The trigger; as a weak one where it is the word of a figure of what an event brought about ("displaced 300")."""
    return replace(trigger, value=replace(trigger.value, weak=True)) if _counts_brought(passage, trigger) else trigger


def _counts_brought(passage: Passage, trigger: Mention[Trigger]) -> bool:
    """Whether a trigger is the word of a figure of those displaced, evacuated or rescued."""
    if not is_brought(trigger.value.types):
        return False
    return any(toll.span.meets(trigger.span) and tells_brought(toll) for toll in passage.tolls)


def _with_names(told: list[Telling], known: Names) -> list[Telling]:
    """Each telling with the names it bears; where it bears none, with the one that the sentence mentions."""
    if not told:
        return told
    borne = [_borne(telling) for telling in told]
    left = named_in(told[0].passage.text, known) - frozenset().union(*borne)
    spare = left if len(left) == 1 and not any(borne) else frozenset()
    return [replace(telling, names=names or spare) for telling, names in zip(told, borne, strict=True)]


def _borne(telling: Telling) -> Names:
    found = (name_at(telling.passage, trigger) for trigger in telling.triggers)
    return frozenset(name for name in found if name is not None)


def _of_total(passage: Passage, toll: Mention[Toll]) -> Telling:
    """What a running total tells of: a campaign, never one happening."""
    kind = cues.table()["running"].get(toll.value.harm.value, "other")
    trigger = Mention(toll.article, toll.span, toll.surface, "running total", Trigger((kind,)))
    return Telling(passage, (trigger,), (kind,), Status.HAPPENED, Scope.AGGREGATE, tolls=(toll,), places=sites(passage))


def _of_incidents(passage: Passage, published: date | None) -> list[Telling]:
    drafts = [_draft(passage, group) for group in _grouped(passage)]
    if not drafts:
        return []
    times, tolls = shared_times(passage, drafts), shared_tolls(passage, drafts)
    places = shared_sites(passage, drafts)
    filled = [
        replace(
            draft,
            times=times[n],
            tolls=tolls[n],
            places=places[n],
            status=_status(draft.status, tolls[n]),
            past=_is_past(_without_compared(passage, draft), times[n], published),
            retold=_is_retold(passage, draft),
        )
        for n, draft in enumerate(drafts)
    ]
    return [part for telling in filled if not _is_idle(telling) for part in _split(telling)]


def _grouped(passage: Passage) -> list[list[Mention[Trigger]]]:
    """The triggers of a sentence by the kind of event they name; weak words join a kind that is there."""
    groups: list[list[Mention[Trigger]]] = []
    for trigger in sorted(passage.triggers, key=lambda t: (t.value.weak, hints_at_harm(t.value.types), t.span)):
        homes = [group for group in groups if _belongs(passage, group, trigger)]
        if homes:
            min(homes, key=lambda group: _aloofness(passage, group, trigger)).append(trigger)
        else:
            groups.append([trigger])
    if not any(_tells_of_harm(passage, group) and not _is_compared(passage, group) for group in groups):
        groups += _unnamed(passage)
    return sorted(groups, key=lambda group: group[0].span)


def _aloofness(passage: Passage, group: list[Mention[Trigger]], trigger: Mention[Trigger]) -> tuple[bool, float]:
    """How far a trigger is from a group: a kind of its own family is nearer than any other."""
    kin = are_compatible(group[0].value.types, trigger.value.types)
    return not kin, distance_to(passage, group, trigger.span)


def _tells_of_harm(passage: Passage, group: list[Mention[Trigger]]) -> bool:
    """Whether it names what can harm, an unrest in which people were harmed, or what an event brought about."""
    if is_harmful(group[0].value.types) or _counts_brought(passage, group[0]):
        return True
    return any(hints_at_harm(trigger.value.types) for trigger in group[1:])


def _is_compared(passage: Passage, group: list[Mention[Trigger]]) -> bool:
    """Whether a group is only what the event told is held against, behind the sentence's figures."""
    before = any(toll.span.end <= group[0].span.start for toll in passage.tolls)
    return before and cues.is_compared(passage, group[0].span)


def _belongs(passage: Passage, group: list[Mention[Trigger]], trigger: Mention[Trigger]) -> bool:
    if _is_compared(passage, group):
        return cues.goes_on(passage, group[-1].span, trigger.span)
    if _is_other_name(passage, group, trigger) or _is_compared(passage, [trigger]):
        return False
    if _befalls(group, trigger) or _harms_in(passage, group, trigger):
        return True
    deed = trigger.value.weak and is_harmful(trigger.value.types) and not is_slow(group[0].value.types)
    hints = hints_at_harm(trigger.value.types) or deed
    if (hints or _counts_brought(passage, trigger)) and is_harmful(group[0].value.types):
        return True
    if not are_compatible(group[0].value.types, trigger.value.types):
        return False
    return cues.status_told(passage, group[0]) == cues.status_told(passage, trigger)


def _is_other_name(passage: Passage, group: list[Mention[Trigger]], trigger: Mention[Trigger]) -> bool:
    """Whether a trigger bears a name and the group another, which is not said to be the same event's."""
    name = name_at(passage, trigger)
    if name is None:
        return False
    others = [other for other in group if name_at(passage, other) not in (None, name)]
    return bool(others) and not any(is_alias(passage.between(other.span, trigger.span)) for other in others)


def _befalls(group: list[Mention[Trigger]], trigger: Mention[Trigger]) -> bool:
    """Whether a word is only the verb of a happening named right before it ("earthquakes strike Turkey")."""
    befalling = cues.table()["befalling"]
    if trigger.surface.casefold() not in befalling["words"] or not is_harmful(group[0].value.types):
        return False
    return any(0 <= trigger.span.start - named.span.end <= befalling["reach"] for named in group)


def _harms_in(passage: Passage, group: list[Mention[Trigger]], trigger: Mention[Trigger]) -> bool:
    """Whether a word of harm tells what befell people in an unrest named behind it ("died in Tuesday's protests")."""
    if not (trigger.value.weak and hints_at_harm(trigger.value.types)) or not is_unrest(group[0].value.types):
        return False
    return any(cues.dies_in(passage, trigger.span, named.span) for named in group)


def _unnamed(passage: Passage) -> list[list[Mention[Trigger]]]:
    """A sentence with casualties, or with a time at which "it happened", tells of harm though no word names it."""
    spans = [toll.span for toll in passage.tolls if toll.value.harm in (Harm.KILLED, Harm.INJURED, Harm.MISSING)][:1]
    happened = cues.pattern("happened", "pattern").search(passage.text) if passage.times else None
    if happened and not spans and not passage.triggers:
        start = passage.span.start
        spans = [Span(passage.span.field, start + happened.start(), start + happened.end())]
    if not spans and not passage.triggers:
        spans = [toll.span for toll in passage.tolls[:1]]
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
        status=cues.status_told(passage, head),
        scope=_scope(passage, group),
        weak=head.value.weak,
        definite=head.value.types == ("other",) or (head.rule != cues.VERB and cues.is_definite(passage, head.span)),
        novel=cues.is_novel(passage, head.span),
    )


def _scope(passage: Passage, group: list[Mention[Trigger]]) -> Scope:
    campaign = all(cues.names_campaign(trigger) for trigger in group)
    return Scope.AGGREGATE if campaign or cues.is_aggregate(passage, group[0].span) else Scope.INCIDENT


def _status(told: Status, tolls: Sequence[Mention[Toll]]) -> Status:
    """What has killed or injured has happened, whatever else the clause says."""
    harmed = any(toll.value.harm in (Harm.KILLED, Harm.INJURED) and toll.value.best for toll in tolls)
    return Status.HAPPENED if harmed else told


def _split(telling: Telling) -> list[Telling]:
    """A telling for each of several places named side by side; a joint figure or a plan keeps them together."""
    alike = [where for where in telling.places if where.rule == telling.places[0].rule]
    stands = [where for where in alike if not any(contains(where.place.value, w.place.value) for w in alike)]
    told = telling.status in (Status.HAPPENED, Status.ONGOING)
    joint = telling.tolls or telling.types[0] in PLACELESS or telling.scope is Scope.AGGREGATE
    if not told or joint or not peers(stands, telling.passage):
        return [telling]
    return [replace(telling, places=(where,)) for where in stands]


def _without_compared(passage: Passage, draft: Telling) -> Passage:
    """The sentence up to what its event is held against."""
    behind = [t.span for t in passage.triggers if t.span > draft.anchor and cues.is_compared(passage, t.span)]
    return replace(passage, text=passage.quote(replace(passage.span, end=min(behind).start))) if behind else passage


def _is_past(passage: Passage, times: Sequence[Mention[Timex]], published: date | None) -> bool:
    """Whether an older event is retold: its time ended a month before publication or, without one, the words say so."""
    ends = [time.value.interval.last for time in times if time.value.interval]
    if ends and published:
        return max(ends) < published - OLD
    return not ends and cues.tells_of_past(passage)


def _is_retold(passage: Passage, draft: Telling) -> bool:
    return is_harmful(draft.types) and cues.tells_of_law(passage)


def _is_idle(telling: Telling) -> bool:
    """Whether only weak words tell of it and nothing keeps them company."""
    return telling.weak and not (telling.times or telling.places or telling.tolls)
