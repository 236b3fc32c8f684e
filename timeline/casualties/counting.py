"""From the figures that one article gives of one event to how many people it says were harmed.

Figures go in, one sum for each harm comes out, with the name of the rule that made it and the figures it rests on.
"""

from collections.abc import Sequence

from timeline.casualties.lexicon import lexicon
from timeline.casualties.persons import Person, persons
from timeline.model import Harm, Mention, Sum, Toll, Unit


def count_people(tolls: Sequence[Mention[Toll]]) -> dict[Harm, Sum]:
    """How many people were harmed, by harm, from the figures of one event in one article.

    The caller has chosen the event and the side. Running totals and parts of other figures are not counted. For each
    harm the larger of two numbers is taken: the largest one stated, and the number of persons told of singly; someone
    who died is not also counted as injured.
    """
    usable = [m for m in tolls if not m.value.cumulative and m.value.part_of is None and m.value.unit is not Unit.OTHER]
    people = persons(m for m in usable if _is_single(m.value))
    sums = {}
    for harm in Harm:
        stated = [m for m in usable if m.value.harm is harm and not _is_single(m.value)]
        single = [person for person in people if _fate(person) is harm]
        found = _sum(stated, single)
        if found is not None:
            sums[harm] = found
    return _without_killed(sums)


def _is_single(toll: Toll) -> bool:
    return toll.best == 1 and bool(toll.keys)


def _fate(person: Person) -> Harm:
    """The worst that is said of a person: harms stand in order of gravity."""
    order = list(Harm)
    return min((m.value.harm for m in person.tolls), key=order.index)


def _sum(stated: Sequence[Mention[Toll]], single: Sequence[Person]) -> Sum | None:
    best = max(stated, key=lambda m: m.value.best, default=None)
    if best is not None and best.value.best >= len(single):
        value = best.value
        return Sum(value.low, value.best, value.high, "stated", (best,))
    if not single:
        return None
    mentions = tuple(person.tolls[0] for person in single)
    return Sum(len(single), len(single), len(single), "individuals", mentions)


def _without_killed(sums: dict[Harm, Sum]) -> dict[Harm, Sum]:
    """People "shot" of whom some died: the rest are the injured."""
    killed, injured = sums.get(Harm.KILLED), sums.get(Harm.INJURED)
    if killed is None or injured is None or not _is_shot(injured) or killed.best > injured.best:
        return sums
    rest = injured.best - killed.best
    return sums | {Harm.INJURED: Sum(rest, rest, rest, "shot less killed", injured.mentions + killed.mentions)}


def _is_shot(injured: Sum) -> bool:
    if injured.rule != "stated":
        return False
    word = lexicon().get(injured.mentions[0].rule.partition(":")[2])
    return word is not None and word.shot and "other" not in injured.mentions[0].value.who
