"""Of people who were shot, who lived: "five were shot, one of them died" leaves four injured.

Figures of the injured go in with those of the dead; those come out of whom it is not said that they died.
"""

import re
from collections.abc import Sequence

from timeline.casualties.lexicon import lexicon, table
from timeline.casualties.persons import Person
from timeline.model import Mention, Qualifier, Sum, Toll

IMPLIED = ("implied", "deadly-deed", "body-found")  # rules of figures that say no more than that there was one
SEVERAL = 2
BESIDE = 100  # characters behind the dead within which those brought to hospital are others
FEW = 10  # people brought to hospital who may be all that were hit, the dead among them
MORE = re.compile(r"\b(?:another|others?|more|additional)\b", re.IGNORECASE)
_LISTED = re.compile(r"\band\b.*\bothers?\b", re.IGNORECASE)
_BY_GUN = ("gunshot", "gun shot", "bullet", "multiple gunshot")


def alive(alone: Sequence[Person], killed: Sum | None) -> list[Person]:
    """People told of singly without those who may be among the dead, for nothing is said but that they were shot."""
    if killed is None or killed.rule == "individuals":
        return list(alone)
    if is_implied(killed):
        return [] if len(alone) == 1 and _is_only_shot(alone[0]) else list(alone)
    shot = [person for person in alone if _is_only_shot(person)]
    told = [person for person in shot if all(toll.rule.startswith("harm-people") for toll in person.tolls)]
    return [person for person in alone if killed.best < SEVERAL or person not in told]


def is_loose(toll: Mention[Toll]) -> bool:
    """Whether a figure leaves open how many or whether at all ("a fatal shooting", "12 are feared dead")."""
    harm = toll.rule.partition(":")[2]
    return (
        toll.rule.startswith(IMPLIED) or toll.value.qualifier is Qualifier.AT_MOST or harm in table()["fears"]["harms"]
    )


def is_implied(total: Sum) -> bool:
    """Whether a sum says no more than that there was somebody."""
    return all(toll.rule.startswith(IMPLIED) for toll in total.mentions)


def _is_only_shot(person: Person) -> bool:
    return all(is_shot(toll) for toll in person.tolls)


def without_killed(hurt: Sum, killed: Sum | None, injured: Sequence[Mention[Toll]]) -> Sum:
    """People "shot" of whom some died: the rest are the injured, unless more are called wounded."""
    most = hurt.mentions[0]
    equal = [it for it in injured if it.value.best == most.value.best and it.span.field == most.span.field]
    others = hurt.rule == "stated" and any(_are_others(toll) for toll in equal)
    if killed is None or others or not all(is_shot(toll) for toll in hurt.mentions):
        return hurt
    if not any(is_hit(toll) for toll in injured) and _lived(hurt, killed):
        return hurt
    rest = max(hurt.best - killed.best, 0)
    wounded = max((toll for toll in injured if not is_shot(toll)), key=lambda toll: toll.value.best, default=None)
    apart = wounded is not None and (wounded.value.best < hurt.best or MORE.search(wounded.value.who))
    if wounded is not None and apart and wounded.value.best >= rest:
        return Sum(wounded.value.low, wounded.value.best, wounded.value.high, "stated", (wounded,))
    return Sum(rest, rest, rest, "shot less killed", hurt.mentions + killed.mentions)


def _lived(hurt: Sum, killed: Sum) -> bool:
    """Whether those brought to hospital are told apart from the dead: right behind them, or in other numbers."""
    if not all(is_carried(toll) for toll in hurt.mentions):
        return False
    behind = any(0 <= toll.span.start - dead.span.end <= BESIDE for toll in hurt.mentions for dead in killed.mentions)
    return behind or killed.best > hurt.best or hurt.best > FEW


def _are_others(toll: Mention[Toll]) -> bool:
    """Whether a figure counts nobody but others than those told of before; a list may name those too."""
    return MORE.search(toll.value.who) is not None and not _LISTED.search(toll.value.who)


def is_state(toll: Mention[Toll]) -> bool:
    """Whether a figure is of those in some state ("two critical"), who may be only some of the injured."""
    return any(stem in toll.rule for stem in table()["states"]["stems"])


def is_shot(toll: Mention[Toll]) -> bool:
    """Whether the word of harm does not say that those hit lived."""
    rule, _, key = toll.rule.partition(":")
    return is_carried(toll) or (rule == "suffered" and key.startswith(_BY_GUN)) or is_hit(toll)


def is_carried(toll: Mention[Toll]) -> bool:
    """Whether a figure is of people brought to hospital."""
    return toll.rule.startswith(("taken-to-hospital", "sent-to-hospital"))


def is_hit(toll: Mention[Toll]) -> bool:
    """Whether a word such as "shot" tells of those hit."""
    word = lexicon().get(toll.rule.partition(":")[2])
    return word is not None and word.shot
