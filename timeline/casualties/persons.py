"""Who is who: which of an article's figures of one speak of the same person.

Figures go in, persons come out. Only this module knows when two descriptions may fit one person.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.model import Mention, Toll

NEAR = 40  # characters within which two people who are introduced are two
_INTRODUCES = re.compile(r"(?:an?|one|1|another)\b", re.IGNORECASE)
_REFERS = re.compile(r"(?:he|she|him|the|that|this|his|her)\b", re.IGNORECASE)
_SEXES = ("male", "female")
_ADULTS = frozenset(
    {"man", "woman", "officer", "deputy", "policeman", "soldier", "father", "mother", "husband", "wife"}
)
_CHILDREN = frozenset({"boy", "girl", "child", "baby", "infant", "toddler", "kid", "teen", "teenager"})


@dataclass(slots=True)
class Person:
    """The figures that may speak of one person, and all that they say of them; grows while an article is read."""

    tolls: list[Mention[Toll]] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    ages: set[str] = field(default_factory=set)
    sexes: set[str] = field(default_factory=set)
    nouns: set[str] = field(default_factory=set)

    def fits(self, keys: frozenset[str]) -> bool:
        """Whether a description may be this person's: no other name, age or sex, neither child nor adult only."""
        names, ages, sexes, nouns = _sorted_out(keys)
        full = {key for key in keys if key.startswith("full:")}
        if full and self.nouns & set(_fulls(self.nouns)) and not full & self.nouns:
            return False
        if names & self.names:
            return True
        if (names and self.names) or (sexes and self.sexes and not sexes & self.sexes):
            return False
        if ages and self.ages and not ages & self.ages:
            return False
        return not ((nouns & _ADULTS and self.nouns & _CHILDREN) or (nouns & _CHILDREN and self.nouns & _ADULTS))

    def add(self, toll: Mention[Toll]) -> None:
        """Takes in one more figure."""
        names, ages, sexes, nouns = _sorted_out(toll.value.keys)
        self.tolls.append(toll)
        self.names |= names
        self.ages |= ages
        self.sexes |= sexes
        self.nouns |= nouns


def persons(tolls: Iterable[Mention[Toll]]) -> list[Person]:
    """The persons that figures of one speak of, in the order in which they are first told of."""
    found: list[Person] = []
    for toll in tolls:
        person = _known(toll.value.keys, [person for person in found if not _is_apart(toll, person.tolls[-1])])
        if person is None and found and _refers(toll):
            continue
        if person is None:
            person = Person()
            found.append(person)
        person.add(toll)
    return found


def _refers(toll: Mention[Toll]) -> bool:
    """Whether a figure only refers back to somebody told of before: a pronoun, "the victim"."""
    return _REFERS.match(toll.value.who) is not None and not any(key.startswith(("name:", "age:")) for key in toll.value.keys)


def _is_apart(toll: Mention[Toll], other: Mention[Toll]) -> bool:
    """Whether two figures cannot speak of one person: both introduce somebody within a few words, or one "another"."""
    near = toll.span.field == other.span.field and 0 <= toll.span.start - other.span.start < NEAR
    if not near or toll.value.who == other.value.who or toll.span.meets(other.span):
        return False
    return _INTRODUCES.match(toll.value.who) is not None and _INTRODUCES.match(other.value.who) is not None


def _known(keys: frozenset[str], found: Sequence[Person]) -> Person | None:
    """The person of a name; else of an age; else the last one whom the description fits."""
    names, ages, _, _ = _sorted_out(keys)
    for wanted, said in ((names, "names"), (ages, "ages")):
        for person in reversed(found):
            if wanted & getattr(person, said) and person.fits(keys):
                return person
    return next((person for person in reversed(found) if person.fits(keys)), None)


def _fulls(keys: Iterable[str]) -> list[str]:
    return [key for key in keys if key.startswith("full:")]


def _sorted_out(keys: frozenset[str]) -> tuple[set[str], set[str], set[str], set[str]]:
    names = {key for key in keys if key.startswith("name:")}
    ages = {key for key in keys if key.startswith("age:")}
    sexes = {key for key in keys if key in _SEXES}
    return names, ages, sexes, set(keys) - names - ages - sexes
