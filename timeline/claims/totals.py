"""Figures that a text calls the total of its event: "Overall, the storm killed 36 people".

Sums made of all figures of a happening go in, those that a sentence sums up come out changed. The words are in
`claims.toml`.
"""

from collections.abc import Iterator

from timeline.claims import cues
from timeline.claims.happening import Happening
from timeline.claims.passages import Passage
from timeline.claims.telling import Telling
from timeline.model import Harm, Mention, PlaceKind, Side, Sum, Toll, Unit

SUMMARY = 3_000  # characters of a text in which a total counts though a larger figure is told
SUMMED = (Harm.KILLED, Harm.INJURED)
PEOPLE = frozenset({Unit.PEOPLE, Unit.BODIES})
WIDE = frozenset({PlaceKind.AREA, PlaceKind.WATER, PlaceKind.ADJECTIVE, PlaceKind.ORGANISATION})
TOTAL = "total"


def with_totals(sums: dict[Harm, Sum], happening: Happening) -> dict[Harm, Sum]:
    """The sums, with the largest total in the place of a smaller figure, or of a larger one where it is told early.

    What the title tells holds.
    """
    found = dict(sums)
    for harm in SUMMED:
        most = max(_totals(happening, harm), key=lambda toll: toll.value.best, default=None)
        if most is not None and _prevails(most, sums.get(harm)):
            found[harm] = Sum(most.value.low, most.value.best, most.value.high, TOTAL, (most,))
    return found


def _prevails(total: Mention[Toll], known: Sum | None) -> bool:
    if known is None:
        return True
    if known.best == total.value.best or any(mention.span.field == "title" for mention in known.mentions):
        return False
    return total.value.best > known.best or total.span.start < SUMMARY


def _totals(happening: Happening, harm: Harm) -> Iterator[Mention[Toll]]:
    for told in happening.tellings:
        tolls = [toll for toll in told.tolls if toll.value.harm is harm and _is_whole(toll.value)]
        if tolls and sums_up(told.passage, happening.names):
            yield from tolls


def _is_whole(toll: Toll) -> bool:
    own = toll.side is not Side.PERPETRATOR and toll.unit in PEOPLE
    return own and not toll.cumulative and toll.part_of is None


def goes_on_in_sum(happening: Happening, telling: Telling) -> bool:
    """Whether a telling says what the event that the text opens with did in all ("Overall, two people were killed")."""
    opens = happening.tellings[0].passage.opens
    return opens and bool(telling.tolls) and bool(cues.pattern("summing", "opens").match(telling.passage.text))


def sums_up(passage: Passage, names: frozenset[str]) -> bool:
    """Whether a sentence tells of all that an event did: it speaks of a total, names the event, and no one place."""
    if passage.in_title or not cues.pattern("summing", "pattern").search(passage.text):
        return False
    if any(place.value.kind not in WIDE for place in passage.places):
        return False
    return any(name in passage.text for name in names) or bool(cues.pattern("summing", "event").search(passage.text))
