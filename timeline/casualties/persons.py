"""Who is who: which of an article's figures of one speak of the same person.

Figures go in, persons come out. Only this module knows when two descriptions may fit one person.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from timeline.model import Mention, Toll

GAP = 8  # characters at most between two who are told of side by side ("one died and another was hurt")
_PRONOUN = re.compile(r"he|she|him", re.IGNORECASE)
_REFERS = re.compile(r"(?:he|she|him|the|that|this)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"(?:another|an additional|(?:a|the) (?:second|third|fourth|fifth|sixth|other))\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:was|were) also\b|\balso died\b", re.IGNORECASE)
_SEXES = frozenset({"male", "female"})
_CHILD, _ADULT = "child", "adult"
_STAGES = {
    **dict.fromkeys("man woman officer deputy policeman soldier father mother husband wife driver".split(), _ADULT),
    **dict.fromkeys("boy girl child baby infant toddler kid".split(), _CHILD),
}


@dataclass(frozen=True, slots=True)
class Description:
    """What keys say of a person, by kind; within a kind, any of several may be true."""

    names: frozenset[str]
    full: frozenset[str]
    given: frozenset[str]
    ages: frozenset[str]
    sexes: frozenset[str]
    stages: frozenset[str]
    nouns: frozenset[str]

    @classmethod
    def of(cls, keys: Iterable[str]) -> "Description":
        """The keys of figures, sorted out."""
        kept = frozenset(keys)
        names = frozenset(key for key in kept if key.startswith("name:"))
        full = frozenset(key for key in kept if key.startswith("full:"))
        given = frozenset("name:" + key.removeprefix("full:").partition(" ")[0] for key in full)
        ages = frozenset(age for key in kept if key.startswith("age:") for age in _in_years(key))
        stages = frozenset(_STAGES[key] for key in kept if key in _STAGES)
        return cls(names, full, given, ages, kept & _SEXES, stages, kept - names - full - ages - _SEXES)

    def fits(self, other: "Description") -> bool:
        """Whether both may be said of one person: no two names, ages or sexes, not child and adult."""
        if not _agree(self.full, other.full):
            return False
        if self.names & other.names or self.is_called(other):
            return True
        if not _agree(self.names, other.names):
            return False
        return all(
            _agree(left, right)
            for left, right in ((self.ages, other.ages), (self.sexes, other.sexes), (self.stages, other.stages))
        )

    def is_called(self, other: "Description") -> bool:
        """Whether one bears the other's first name alone, as children and relatives do ("Ivan", "Ivan Kolar")."""
        return bool(self.given & other.names or other.given & self.names)


@dataclass(slots=True)
class Person:
    """The figures that may speak of one person; grows while an article is read."""

    tolls: list[Mention[Toll]] = field(default_factory=list)

    @property
    def description(self) -> Description:
        """All that is said of them."""
        return Description.of(self.keys)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of their figures."""
        return frozenset().union(*(toll.value.keys for toll in self.tolls))


def persons(tolls: Iterable[Mention[Toll]]) -> list[Person]:
    """The persons that figures of one speak of, in the order in which they are first told of.

    A pronoun or "the victim" never tells of somebody new where anybody was told of before.
    """
    found: list[Person] = []
    for toll in tolls:
        person = _known(toll, [person for person in found if not _is_apart(toll, person)])
        if person is not None:
            person.tolls.append(toll)
        elif not found or not _refers(toll) or _is_somebody_else(toll, found):
            found.append(Person([toll]))
    return found


def _is_namesake(left: Description, right: Description) -> bool:
    return bool(left.names & right.names)


def _is_of_age(left: Description, right: Description) -> bool:
    return bool(left.ages & right.ages)


def _agree(left: frozenset[str], right: frozenset[str]) -> bool:
    return not left or not right or bool(left & right)


def _in_years(age: str) -> tuple[str, ...]:
    """An age in months, from a year on, as those in years that may be told instead: the last and the nearest birthday.

    >>> _in_years("age:22m"), _in_years("age:7m"), _in_years("age:30")
    (('age:1', 'age:2'), ('age:7m',), ('age:30',))
    """
    months = age.removeprefix("age:").removesuffix("m")
    if not age.endswith("m") or not months.isdigit() or int(months) < 12:
        return (age,)
    return tuple(f"age:{years}" for years in sorted({int(months) // 12, round(int(months) / 12)}))


def _refers(toll: Mention[Toll]) -> bool:
    """Whether a figure only refers back to somebody told of before."""
    if _PRONOUN.fullmatch(toll.value.who):
        return True
    return _REFERS.match(toll.value.who) is not None and not any(_tells_apart(key) for key in toll.value.keys)


def _adds_somebody(toll: Mention[Toll]) -> bool:
    """Whether a figure sets its person apart from those told of before ("another man", "a second victim")."""
    return _ANOTHER.match(toll.value.who) is not None or _ALSO.search(toll.surface) is not None


def _tells_apart(key: str) -> bool:
    """Whether a key is a name or an age."""
    return ":" in key


def _is_somebody_else(toll: Mention[Toll], found: Sequence[Person]) -> bool:
    """Whether "the boy" fits nobody told of before; pronouns are too often misread."""
    said = Description.of(toll.value.keys)
    pronoun = _PRONOUN.fullmatch(toll.value.who) is not None
    return not pronoun and not any(said.fits(person.description) for person in found)


def _is_apart(toll: Mention[Toll], person: Person) -> bool:
    """Whether a figure cannot speak of a person: introduced right after them, or somebody else than "another"."""
    other, first = person.tolls[-1], person.tolls[0]
    if toll.value.who == other.value.who and toll.span.meets(other.span):  # "another man was shot and died"
        return False
    if _ANOTHER.match(first.value.who) and toll.value.harm is not first.value.harm and not _refers(toll):
        return True
    if _adds_somebody(toll) and not any(map(_adds_somebody, person.tolls)):
        return not any(_tells_apart(key) for key in toll.value.keys & person.keys)
    beside = toll.span.field == other.span.field and 0 <= toll.span.start - other.span.end <= GAP
    same = any(_tells_apart(key) for key in toll.value.keys & other.value.keys)
    if not beside or same or toll.value.who == other.value.who:
        return False
    named = any(key.startswith("name:") for key in toll.value.keys)
    return _ANOTHER.match(toll.value.who) is not None or not (named or _REFERS.match(toll.value.who))


def _known(toll: Mention[Toll], found: Sequence[Person]) -> Person | None:
    """The person of a name, else of a first name, of an age, of a noun; else the last one whom the description fits."""
    said = Description.of(toll.value.keys)
    fitting = [(person, about) for person in reversed(found) if said.fits(about := person.description)]
    for same in (_is_namesake, Description.is_called, _is_of_age):
        for person, about in fitting:
            if same(said, about):
                return person
    alike = [person for person, about in fitting if said.nouns & about.nouns]
    harmed_so = [person for person, _ in fitting if toll.value.harm in {other.value.harm for other in person.tolls}]
    both = [person for person in alike if person in harmed_so]
    likeliest = both or alike or harmed_so or [person for person, _ in fitting]
    return likeliest[0] if likeliest else None
