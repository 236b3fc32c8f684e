"""Cause and effect: one sentence tells of two happenings and says that one led to the other."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.claims import cues
from timeline.claims.leading import Drafted
from timeline.claims.telling import Telling
from timeline.model import Claim


def with_causes(drafts: Sequence[Drafted]) -> list[Claim]:
    """The drafts' claims, each with the ids of the claims that it led to."""
    effects = {draft.claim.id: sorted(set(_effects(draft, drafts))) for draft in drafts}
    return [replace(draft.claim, led_to=tuple(effects[draft.claim.id])) for draft in drafts]


def _effects(cause: Drafted, drafts: Iterable[Drafted]) -> Iterable[str]:
    for effect in drafts:
        if effect.claim.id != cause.claim.id and any(
            _leads_to(left, right) for left in cause.happening.tellings for right in effect.happening.tellings
        ):
            yield effect.claim.id


def _leads_to(left: Telling, right: Telling) -> bool:
    """Whether a sentence says so: "A led to B", "A, cutting B", "B after A"."""
    if left.passage.span != right.passage.span or left.anchor == right.anchor:
        return False
    words = left.passage.between(left.anchor, right.anchor)
    forward = left.anchor < right.anchor
    return cues.pattern("causes", "forward" if forward else "backward").search(words) is not None
