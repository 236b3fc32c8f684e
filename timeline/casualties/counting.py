"""From the figures that one article gives of one event to how many people it says were harmed.

Figures go in, one sum for each harm comes out, with the name of the rule that made it and the figures it rests on. The
rules:

- running totals, parts of other figures, and figures of what is not people are left out;
- the title and the opening of the text speak of the event, the rest of background too: it counts where they are silent;
- "corrected": where a figure is said to replace another, the other does not count;
- "stated": the largest number stated, in the title where that states one;
- "stated and more": figures of others in addition ("another two died in hospital") are added to the one before them;
  so is the one who comes next in number ("a fifth victim");
- "individuals": people told of singly are counted, each once; who died is not counted as injured;
- the larger of the two holds, but those of whom the title tells are not outnumbered by people named later;
- "shot less killed": of people who were shot, those who died are not counted as injured.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from timeline.casualties.corrections import CORRECTED
from timeline.casualties.lexicon import lexicon
from timeline.casualties.persons import GAP, Person, persons
from timeline.model import Harm, Mention, Qualifier, Sum, Toll, Unit

OPENING = 800  # characters of a text that surely speak of its event
CLOSE = 80  # characters within which one figure can add to another
SEVERAL = 2
GRAVITY = tuple(Harm)
_ALL = re.compile(r"all\b|the\s+\S+\s+(?:\S+\s+)?(?:victims|teens|teenagers|children)\b", re.IGNORECASE)
_OTHERS = re.compile(r"(?:at least\s+)?\S+\s+others?\b", re.IGNORECASE)
_FURTHER = re.compile(r"(?:another|an additional)\b|\S+ more\b", re.IGNORECASE)
ORDINALS = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_NTH = re.compile(rf"(?:a|the)\s+({'|'.join(ORDINALS)})\b", re.IGNORECASE)
IMPLIED = ("implied", "body-found")  # rules of figures that say no more than that there was one
_BY_GUN = ("gunshot", "gun shot", "bullet", "multiple gunshot")
_ALSO = re.compile(r"\balso\b", re.IGNORECASE)
_OF_THEM = re.compile(r"\bof (?:them|those|whom|the)\b", re.IGNORECASE)
_LISTED = re.compile(r"\band\b.*\bothers?\b", re.IGNORECASE)
_MORE = re.compile(r"\b(?:another|others?|more|additional)\b", re.IGNORECASE)

Tolls = Sequence[Mention[Toll]]


def count_people(tolls: Tolls) -> dict[Harm, Sum]:
    """How many people were harmed, by harm, from the figures of one event in one article.

    The caller has chosen the event and the side: leave perpetrators out, or keep them, as the toll shall have it.
    Bounds are those of the figure that the sum rests on. A harm of which nothing is said has no entry.
    """
    usable = _leading([toll for toll in tolls if _counts(toll)])
    people = _people(usable)
    sums: dict[Harm, Sum] = {}
    for harm in Harm:
        stated = _firm([toll for toll in usable if toll.value.harm is harm and not is_single(toll.value)])
        alone = [person for person in people if _fate(person) is harm]
        if harm is Harm.INJURED:
            alone = _alive(alone, sums.get(Harm.KILLED))
        total = _corrected(_stated(stated), tolls, harm)
        if harm is Harm.INJURED and total is not None:
            total = _without_killed(total, sums.get(Harm.KILLED), stated)
        found = _with_next(_larger(total, _individuals(alone, stated, harm)), usable, harm)
        if found is not None:
            sums[harm] = found
    return sums


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
    ordered = sorted(tolls, key=lambda toll: (not _in_title(toll), toll.span.start))
    opening = [toll for toll in ordered if _in_title(toll) or toll.span.start < OPENING]
    told, harms = {_kind(toll) for toll in opening}, {toll.value.harm for toll in opening if not _is_loose(toll)}
    return [toll for toll in ordered if toll in opening or _kind(toll) not in told or _completes(toll, harms)]


def _completes(toll: Mention[Toll], harms: set[Harm]) -> bool:
    """Whether a late figure tells how many others the opening left unsaid ("three others were wounded"), or of all."""
    if toll.value.best <= 1 or _is_loose(toll):
        return False
    return _ALL.match(toll.value.who) is not None or (
        toll.value.harm not in harms and _MORE.search(toll.value.who) is not None
    )


def _is_loose(toll: Mention[Toll]) -> bool:
    """Whether a figure does not say how many ("several people were hurt", "a fatal shooting")."""
    return toll.value.qualifier is Qualifier.VAGUE or toll.rule.startswith(IMPLIED)


def _kind(toll: Mention[Toll]) -> Harm:
    """Deaths, injuries and the missing are told together."""
    return Harm.KILLED if toll.value.harm in (Harm.INJURED, Harm.MISSING) else toll.value.harm


def _in_title(toll: Mention[Toll]) -> bool:
    return toll.span.field == "title"


def _stated(stated: Tolls) -> Sum | None:
    """The largest figure, in the title where it has one, with what is added to it."""
    titled = [toll for toll in stated if _in_title(toll)]
    sums = [[base, *(toll for toll in stated if _adds(toll, base))] for base in titled or stated]
    largest = max(sums, key=_total, default=[])
    if not largest:
        return None
    best = largest[0]
    if len(largest) == 1 or any(toll.value.best >= _total(largest) for toll in stated if toll not in largest):
        best = max(titled or stated, key=lambda toll: toll.value.best)
        return Sum(best.value.low, best.value.best, best.value.high, "stated", (best,))
    return _sum(largest, "stated and more")


def _total(tolls: Tolls) -> int:
    return sum(toll.value.best for toll in tolls)


def _firm(stated: Tolls) -> Tolls:
    """Those that say how many, where there are any: "a fatal shooting" only says that somebody died."""
    return [toll for toll in stated if not toll.rule.startswith(IMPLIED)] or stated


def _corrected(total: Sum | None, tolls: Tolls, harm: Harm) -> Sum | None:
    """The sum, named so where it replaces an older figure of the article."""
    older = {toll.value.part_of for toll in tolls if toll.value.harm is harm and toll.rule.startswith(CORRECTED)}
    if total is None or not any(mention.span in older for mention in total.mentions):
        return total
    return replace(total, rule="corrected")


def _adds(toll: Mention[Toll], best: Mention[Toll]) -> bool:
    """Whether a figure right behind another counts further people: "another two", "also", "three shot, one injured"."""
    gap = toll.span.start - best.span.end
    if toll.span.field != best.span.field or not 0 <= gap <= CLOSE:
        return False
    if toll.rule.startswith("elsewhere") or _FURTHER.match(toll.value.who):
        return True
    if gap <= GAP and _OTHERS.match(toll.value.who) and not _MORE.search(best.value.who):
        return True
    if _OF_THEM.search(toll.surface):
        return False
    also = _ALSO.search(toll.surface) and not toll.value.keys & best.value.keys and not _MORE.search(toll.value.who)
    return bool(also) or (gap <= GAP and _is_shot(best) and not _is_shot(toll) and toll.value.harm is best.value.harm)


def _sum(tolls: Tolls, rule: str) -> Sum:
    highs = [toll.value.high for toll in tolls if toll.value.high is not None]
    ceiling = sum(highs) if len(highs) == len(tolls) else None
    best = sum(toll.value.best for toll in tolls)
    return Sum(sum(toll.value.low for toll in tolls), best, ceiling, rule, tuple(tolls))


def _individuals(alone: Sequence[Person], stated: Tolls, harm: Harm) -> Sum | None:
    """People told of singly; where the title tells of any so harmed, as many as it tells of."""
    titled = [person for person in alone if _is_titled(person, harm)]
    if not titled and any(_in_title(toll) for toll in stated):
        return None
    chosen = titled or alone
    return _sum([person.tolls[0] for person in chosen], "individuals") if chosen else None


def _is_titled(person: Person, harm: Harm) -> bool:
    return any(_in_title(toll) and toll.value.harm is harm for toll in person.tolls)


def _larger(stated: Sum | None, individuals: Sum | None) -> Sum | None:
    found = [total for total in (stated, individuals) if total is not None]
    return max(found, key=lambda total: total.best, default=None)


def _with_next(total: Sum | None, tolls: Tolls, harm: Harm) -> Sum | None:
    """The figure with the one who comes next in number ("four were killed ... a fifth victim died")."""
    if total is None or not total.rule.startswith("stated"):
        return total
    for toll in tolls:
        told = _NTH.match(toll.value.who)
        following = told is not None and ORDINALS.index(told[1].lower()) + 1 == total.best
        if following and toll.value.harm is harm and toll not in total.mentions:
            total = _sum([*total.mentions, toll], "stated and more")
    return total


def _fate(person: Person) -> Harm:
    """The gravest that is said of a person."""
    return min((toll.value.harm for toll in person.tolls), key=GRAVITY.index)


def _alive(alone: Sequence[Person], killed: Sum | None) -> Sequence[Person]:
    """People told of singly without those who may be among the dead: of whom nothing is said but that they were shot."""
    if killed is None or killed.rule == "individuals":
        return alone
    if all(toll.rule.startswith(IMPLIED) for toll in killed.mentions):
        return [] if len(alone) == 1 and _is_only_shot(alone[0]) else alone
    shot = [person for person in alone if _is_only_shot(person)]
    told = [person for person in shot if all(toll.rule.startswith("harm-people") for toll in person.tolls)]
    return [person for person in alone if killed.best < SEVERAL or person not in told]


def _is_only_shot(person: Person) -> bool:
    return all(_is_shot(toll) for toll in person.tolls)


def _without_killed(hurt: Sum, killed: Sum | None, injured: Tolls) -> Sum:
    """People "shot" of whom some died: the rest are the injured, unless more are called wounded."""
    most = hurt.mentions[0]
    equal = [toll for toll in injured if toll.value.best == most.value.best and _in_title(toll) is _in_title(most)]
    others = hurt.rule != "stated" or any(_are_others(toll) for toll in equal)
    if killed is None or others or not _is_shot(most):
        return hurt
    rest = max(hurt.best - killed.best, 0)
    wounded = max((toll for toll in injured if not _is_shot(toll)), key=lambda toll: toll.value.best, default=None)
    apart = wounded is not None and (wounded.value.best < hurt.best or _MORE.search(wounded.value.who))
    if wounded is not None and apart and wounded.value.best >= rest:
        return Sum(wounded.value.low, wounded.value.best, wounded.value.high, "stated", (wounded,))
    return Sum(rest, rest, rest, "shot less killed", hurt.mentions + killed.mentions)


def _are_others(toll: Mention[Toll]) -> bool:
    """Whether a figure counts nobody but others than those told of before; a list may name those too."""
    return _MORE.search(toll.value.who) is not None and not _LISTED.search(toll.value.who)


def _is_shot(toll: Mention[Toll]) -> bool:
    """Whether the word of harm does not say that those hit lived."""
    rule, _, key = toll.rule.partition(":")
    if rule in ("taken-to-hospital", "sent-to-hospital") or (rule == "suffered" and key.startswith(_BY_GUN)):
        return True
    word = lexicon().get(key)
    return word is not None and word.shot
