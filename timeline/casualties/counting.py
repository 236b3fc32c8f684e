"""From the figures that one article gives of one event to how many people it says were harmed.

Figures go in, one sum for each harm comes out, with the name of the rule that made it and the figures it rests on. The
rules:

- running totals, parts of other figures, and figures of what is not people are left out;
- the title and the opening of the text speak of the event, the rest of background too: it counts where they are silent,
  and where it lists somebody of whom they tell;
- "corrected": where a figure is said to replace another, the other does not count;
- "stated": the largest number stated, in the title where that states one; of what it rounds ("more than 300") the
  exacter number holds;
- "stated and more": figures of others in addition ("another two died in hospital") are added to the one before them;
- "next in number": so is the one who comes next ("a fifth victim"); of a third who died, two died before;
- "by country": where a text first tells of several countries and gives no total, the largest of each are added;
- figures of what is only feared, and words that only imply a death, count where nothing firmer is said;
- "individuals": people told of singly are counted, each once; who died is not counted as injured;
- the larger of the two holds, but those of whom the title tells are not outnumbered by people named later;
- "shot less killed": of people who were shot, those who died are not counted as injured; nor are those of whom nothing
  but that is said where several others died; people brought to hospital are others than the dead told right before.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from timeline.casualties.persons import Person, persons
from timeline.casualties.survivors import MORE, alive, is_implied, is_loose, is_shot, without_killed
from timeline.casualties.totals import (
    Tolls,
    by_country,
    corrected,
    in_title,
    stated_sum,
    sum_of,
    with_next,
)
from timeline.model import Harm, Mention, Qualifier, Sum, Toll, Unit

SUMMARY = 3_000  # characters of a text in which it tells in short what it then tells country by country
OPENING = 800  # characters of a text that surely speak of its event
LATER = 2500  # characters within which a figure of many may tell what the opening left open
GRAVITY = tuple(Harm)
_ALL = re.compile(r"all\b|the\s+\S+\s+(?:\S+\s+)?(?:victims|teens|teenagers|children)\b", re.IGNORECASE)


def count_people(tolls: Tolls) -> dict[Harm, Sum]:
    """How many people were harmed, by harm, from the figures of one event in one article.

    The caller has chosen the event and the side: leave perpetrators out, or keep them, as the toll shall have it.
    Bounds are those of the figure that the sum rests on. A harm of which nothing is said has no entry.
    """
    counted = [toll for toll in tolls if _counts(toll)]
    usable = _leading(counted)
    people = _people(usable)
    sums: dict[Harm, Sum] = {}
    for harm in Harm:
        stated = _firm([toll for toll in usable if toll.value.harm is harm and not is_single(toll.value)])
        alone = [person for person in people if _fate(person) is harm]
        if harm is Harm.INJURED:
            alone = alive(alone, sums.get(Harm.KILLED))
        total = corrected(by_country(_firm(_of(counted, harm, SUMMARY))) or stated_sum(stated), tolls, harm)
        if harm is Harm.INJURED and total is not None:
            total = without_killed(total, sums.get(Harm.KILLED), stated)
        found = _larger(total, _individuals(alone, stated, harm))
        found = with_next(found, [toll for toll in usable if toll.value.harm is harm], _dead(sums, harm))
        if found is not None:
            sums[harm] = found
    return sums


def _of(tolls: Tolls, harm: Harm, reach: int) -> list[Mention[Toll]]:
    """Those of one harm that stand in the first so many characters."""
    return [toll for toll in tolls if toll.value.harm is harm and toll.span.start < reach]


def _dead(sums: Mapping[Harm, Sum], harm: Harm) -> int:
    """How many died, where those of a harm are numbered after the dead ("one died, a second was hurt")."""
    return sums[Harm.KILLED].best if harm is Harm.INJURED and Harm.KILLED in sums else 0


def _people(tolls: Tolls) -> list[Person]:
    """Persons told of singly; one who is arrested or kidnapped in one sentence and hurt in another is two here."""
    groups: dict[Harm, list[Mention[Toll]]] = {}
    for toll in tolls:
        if is_single(toll.value):
            groups.setdefault(_kind(toll), []).append(toll)
    return [person for group in groups.values() for person in persons(group)]


def is_single(toll: Toll) -> bool:
    """Whether a figure speaks of one person who can be known again."""
    return toll.best == 1 and bool(toll.keys)


def _counts(toll: Mention[Toll]) -> bool:
    value = toll.value
    contained = value.part_of is not None and not toll.rule.startswith("part-fatally")
    return not value.cumulative and not contained and value.unit in (Unit.PEOPLE, Unit.BODIES)


def _leading(tolls: Tolls) -> list[Mention[Toll]]:
    """Those of the title and the opening, the title's first; of a kind of harm that is told only later, all."""
    ordered = sorted(tolls, key=lambda toll: (not in_title(toll), toll.span.start))
    opening = [toll for toll in ordered if _is_early(toll)]
    told, settled = {_kind(toll) for toll in opening}, {toll.value.harm for toll in opening if _is_told(toll)}
    hinted = {toll.value.harm for toll in opening} - settled
    return [
        toll
        for toll in ordered
        if _is_early(toll)
        or _kind(toll) not in told
        or _settles(toll, settled, hinted)
        or _outnumbers(toll, opening)
        or _lists_known(toll, opening)
    ]


def _outnumbers(toll: Mention[Toll], opening: Tolls) -> bool:
    """Whether a late figure tells of more others than the opening tells of ("13 others were wounded")."""
    most = max((it.value.best for it in opening if it.value.harm is toll.value.harm), default=0)
    return toll.value.best > max(1, most) and MORE.search(toll.value.who) is not None and not _is_vague(toll)


def _lists_known(toll: Mention[Toll], opening: Tolls) -> bool:
    """Whether a late list holds somebody of whom the opening tells ("Kolar and Lenz were pronounced dead")."""
    if toll.value.best <= 1:
        return False
    names = {key for it in opening for key in it.value.keys if key.startswith("name:")}
    return bool(names & toll.value.keys)


def _is_early(toll: Mention[Toll]) -> bool:
    return in_title(toll) or toll.span.start < OPENING


def _settles(toll: Mention[Toll], settled: set[Harm], hinted: set[Harm]) -> bool:
    """Whether a late figure tells what the opening left open: of all, of others, the wounded, how many died."""
    if toll.value.best <= 1 or _is_vague(toll):
        return False
    if _ALL.match(toll.value.who):
        return True
    if toll.value.harm in settled:
        return False
    soon = toll.span.start < LATER
    return MORE.search(toll.value.who) is not None or (
        soon and (toll.value.harm in hinted if toll.value.harm is Harm.KILLED else not is_shot(toll))
    )


def _is_told(toll: Mention[Toll]) -> bool:
    """Whether a figure settles how many suffered a harm: more than that somebody is called the victim of a shooting."""
    return not _is_vague(toll) and not toll.rule.startswith("victims")


def _is_vague(toll: Mention[Toll]) -> bool:
    """Whether a figure does not say how many ("several people were hurt", "a fatal shooting")."""
    return toll.value.qualifier is Qualifier.VAGUE or is_loose(toll)


def _kind(toll: Mention[Toll]) -> Harm:
    """Deaths, injuries and the missing are told together."""
    return Harm.KILLED if toll.value.harm in (Harm.INJURED, Harm.MISSING) else toll.value.harm


def _firm(stated: Tolls) -> Tolls:
    """Those that say for sure how many, where there are any; no vague ones that exact ones bear out."""
    sure = [toll for toll in stated if not is_loose(toll)] or stated
    exact = sorted({toll.value.best for toll in sure if toll.value.qualifier is not Qualifier.VAGUE})
    return [toll for toll in sure if not _is_borne_out(toll, exact)]


def _is_borne_out(toll: Mention[Toll], exact: Sequence[int]) -> bool:
    """Whether an exact number is one that vague words may mean ("several", then "five people")."""
    value = toll.value
    if value.qualifier is not Qualifier.VAGUE:
        return False
    index = bisect_left(exact, value.low)
    return index < len(exact) and (value.high is None or exact[index] <= value.high)


def _individuals(alone: Sequence[Person], stated: Tolls, harm: Harm) -> Sum | None:
    """People told of singly; where the title tells of any so harmed, as many as it tells of.

    Who else is told of beside them can make two of one ("one man died", "Ivan Kolar, 22, was hurt", "Pavel Lenz died"):
    where what is said of this harm alone can be said of fewer, it is.
    """
    titled = [person for person in alone if _is_titled(person, harm)]
    if not titled and any(in_title(toll) for toll in stated):
        return None
    chosen = titled or alone
    again = persons(toll for toll in _in_order(chosen) if toll.value.harm is harm)
    fewest = again if len(again) < len(chosen) else chosen
    return sum_of([person.tolls[0] for person in fewest], "individuals") if fewest else None


def _in_order(people: Sequence[Person]) -> Tolls:
    """The figures of some people as they stand, the title's first."""
    return sorted(
        (toll for person in people for toll in person.tolls), key=lambda toll: (not in_title(toll), toll.span)
    )


def _is_titled(person: Person, harm: Harm) -> bool:
    return any(in_title(toll) and toll.value.harm is harm for toll in person.tolls)


def _larger(stated: Sum | None, individuals: Sum | None) -> Sum | None:
    pair = (individuals, stated) if stated and is_implied(stated) else (stated, individuals)
    found = [total for total in pair if total is not None]
    return max(found, key=lambda total: total.best, default=None)


def _fate(person: Person) -> Harm:
    """The gravest that is said of a person."""
    return min((toll.value.harm for toll in person.tolls), key=GRAVITY.index)
