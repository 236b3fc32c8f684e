"""Casualty figures."""

from dataclasses import dataclass
from enum import StrEnum

from timeline.model.text import Mention, Span


class Harm(StrEnum):
    """What befell people, in the order in which exports list it."""

    KILLED = "killed"
    INJURED = "injured"
    MISSING = "missing"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    HOMELESS = "homeless"
    DETAINED = "detained"
    ABDUCTED = "abducted"
    RESCUED = "rescued"
    AFFECTED = "affected"


class Qualifier(StrEnum):
    """How a text hedges a figure."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    VAGUE = "vague"
    RANGE = "range"


class Unit(StrEnum):
    """What is counted."""

    PEOPLE = "people"
    HOUSEHOLDS = "households"
    FAMILIES = "families"
    BODIES = "bodies"
    OTHER = "other"


class Side(StrEnum):
    """Whether those harmed did the harm; perpetrators are left out of an event's toll by default."""

    VICTIM = "victim"
    PERPETRATOR = "perpetrator"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Toll:
    """How many people one phrase says were harmed: at least `low`, at most `high` (None: no ceiling), likeliest `best`.

    `who` is the phrase that names or describes them ("two brothers, aged 9 and 11"). `keys` tell whether two phrases
    may speak of the same persons: lower-cased surnames, "age:35", "man". `cumulative`: a running total of a war, season
    or year, which never joins an incident. `part_of`: the span of the figure that already contains this one.
    `country`: the country that its sentence tells it of, None where it names none.
    """

    harm: Harm
    low: int
    best: int
    high: int | None
    qualifier: Qualifier | None
    who: str = ""
    unit: Unit = Unit.PEOPLE
    side: Side = Side.UNKNOWN
    cumulative: bool = False
    part_of: Span | None = None
    keys: frozenset[str] = frozenset()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure computed by a named rule from the mentions that it rests on."""

    low: int
    best: int
    high: int | None
    rule: str
    mentions: tuple[Mention[Toll], ...] = ()
