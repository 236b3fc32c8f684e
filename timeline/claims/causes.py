"""Cause and effect: one sentence tells of two happenings and says that one led to the other."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from timeline.claims import cues
from timeline.claims.leading import Drafted
from timeline.claims.telling import Telling
from timeline.model import Claim, Span


def with_causes(drafts: Sequence[Drafted]) -> list[Claim]:
    """The drafts' claims, each with the ids of the claims that it led to."""
    sentences: defaultdict[Span, list[tuple[str, Telling]]] = defaultdict(list)
    for draft in drafts:
        for telling in draft.happening.tellings:
            sentences[telling.passage.span].append((draft.claim.id, telling))
    effects: defaultdict[str, set[str]] = defaultdict(set)
    for told in sentences.values():
        for (cause, left), (effect, right) in permutations(told, 2):
            if cause != effect and _leads_to(left, right):
                effects[cause].add(effect)
    return [replace(draft.claim, led_to=tuple(sorted(effects[draft.claim.id]))) for draft in drafts]


def _leads_to(left: Telling, right: Telling) -> bool:
    """Whether their sentence says so: "A led to B", "A, cutting B", "B after A"."""
    if left.anchor == right.anchor:
        return False
    words = left.passage.between(left.anchor, right.anchor)
    forward = left.anchor < right.anchor
    return cues.pattern("causes", "forward" if forward else "backward").search(words) is not None
