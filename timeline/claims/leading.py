"""Which claim an article is about, and what the article alone says of its toll."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import log2

from timeline.casualties import count_people
from timeline.claims.cues import table
from timeline.claims.happening import Happening
from timeline.claims.kinds import LAW, is_generic
from timeline.claims.passages import Passage
from timeline.model import Claim, Harm, Role, Scope, Side, Status, Sum

LEAD = 3  # sentences of running prose that make the lead
FACTS = frozenset({Status.HAPPENED, Status.ONGOING})


@dataclass(frozen=True, slots=True)
class Drafted:
    """A claim with the happening that it was made of."""

    claim: Claim
    happening: Happening

    @property
    def passages(self) -> Iterable[Passage]:
        """The sentences that tell of it."""
        return (telling.passage for telling in self.happening.tellings)


def main_of(drafts: Sequence[Drafted]) -> Drafted | None:
    """What an article is about: told in its title and lead, at length, as news, with casualties.

    An article about an arrest or a trial is about the deed that it retells, where it does.
    """
    if not drafts:
        return None
    best = max(range(len(drafts)), key=lambda n: (weight_of(drafts[n]), -n))
    return drafts[best]


def weight_of(drafted: Drafted) -> float:
    """How much an article makes of a claim; what each feature is worth is in `claims.toml`."""
    points = table()["leading"]
    told = log2(1 + len(drafted.happening.tellings))
    return told + float(sum(points[name] for name, holds in FEATURES.items() if holds(drafted)))


def tolls_of(claim: Claim) -> dict[Harm, Sum]:
    """The figures of one claim: of victims, running totals left out."""
    counted = [toll for toll in claim.tolls if toll.value.side is not Side.PERPETRATOR and not toll.value.cumulative]
    return count_people(counted)


def _in_title(drafted: Drafted) -> bool:
    return any(passage.in_title for passage in drafted.passages)


def _in_lead(drafted: Drafted) -> bool:
    return any(p.is_running and p.rank < LEAD and not p.in_title for p in drafted.passages)


FEATURES: dict[str, Callable[[Drafted], bool]] = {
    "title": _in_title,
    "lead": _in_lead,
    "strong": lambda drafted: any(not telling.weak for telling in drafted.happening.tellings),
    "tolls": lambda drafted: bool(drafted.claim.tolls),
    "generic": lambda drafted: is_generic(drafted.claim.types[0]),
    "law": lambda drafted: drafted.claim.types[0] in LAW,
    "background": lambda drafted: drafted.claim.role is Role.BACKGROUND,
    "aggregate": lambda drafted: drafted.claim.scope is Scope.AGGREGATE,
    "unsure": lambda drafted: drafted.claim.status not in FACTS,
}
"""What speaks for and against an article being about a claim."""
