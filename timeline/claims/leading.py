"""Which claim an article is about, and what the article alone says of its toll."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log2

from timeline.casualties import count_people
from timeline.claims.happening import Happening
from timeline.claims.kinds import LAW, is_generic, is_harmful
from timeline.model import Claim, Harm, Role, Scope, Side, Status, Sum

LEAD = 3  # sentences of the text that make its lead


@dataclass(frozen=True, slots=True)
class Drafted:
    """A claim with the happening that it was made of."""

    claim: Claim
    happening: Happening


def main_of(drafts: Sequence[Drafted]) -> Drafted | None:
    """What an article is about: told in its title and lead, at length, as news, with casualties.

    An article about an arrest or a trial is about the deed that it retells, where it does.
    """
    if not drafts:
        return None
    best = max(range(len(drafts)), key=lambda n: (weight_of(drafts[n]), -n))
    return drafts[best]


def weight_of(drafted: Drafted) -> float:
    """How much an article makes of a claim."""
    claim, told = drafted.claim, drafted.happening.tellings
    places = [telling.passage for telling in told]
    weight = 3.0 * any(passage.in_title for passage in places)
    weight += 2.0 * any(not passage.in_title and passage.index < LEAD for passage in places)
    weight += log2(1 + len(told)) + 0.5 * any(not telling.weak for telling in told)
    weight += 1.5 * is_harmful(claim.types) + 1.5 * bool(claim.tolls) - is_generic(claim.types[0])
    weight -= 2.0 * (claim.types[0] in LAW)
    weight -= 2.0 * (claim.role is Role.BACKGROUND) + 3.0 * (claim.scope is Scope.AGGREGATE)
    return weight - 3.0 * (claim.status not in (Status.HAPPENED, Status.ONGOING))


def tolls_of(claim: Claim) -> dict[Harm, Sum]:
    """The figures of one claim: of victims, running totals left out."""
    counted = [toll for toll in claim.tolls if toll.value.side is not Side.PERPETRATOR and not toll.value.cumulative]
    return count_people(counted)
