"""Events: what all articles together say of one happening, and why their accounts were joined."""

from dataclasses import dataclass, field

from timeline.model.claim import Claim, Scope, Status
from timeline.model.place import Place
from timeline.model.time import When
from timeline.model.toll import Harm, Sum


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason to join two claims, or not: a feature, its weight of evidence in bits, and words for the reader."""

    feature: str
    bits: float
    detail: str


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims that were compared and joined, and the evidence; `left` < `right` are claim ids."""

    left: str
    right: str
    evidence: tuple[Evidence, ...]

    @property
    def bits(self) -> float:
        """Total weight of evidence."""
        return sum(item.bits for item in self.evidence)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A field of which claims say different things: the values for a reader, and the claims that state each."""

    field: str
    values: tuple[str, ...]
    claims: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: every claim is kept, figures are chosen by a named rule and never averaged.

    `id` is the smallest claim id. `origins` counts independent tellings: near-copies of one text count once.
    """

    id: str
    title: str
    types: tuple[str, ...]
    status: Status
    scope: Scope
    claims: tuple[Claim, ...]
    articles: tuple[str, ...]
    sources: tuple[str, ...]
    origins: int
    when: When | None = None
    where: Place | None = None
    places: tuple[Place, ...] = ()
    tolls: dict[Harm, Sum] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    led_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleAccount:
    """What became of an article in a timeline: the event it is about, its own figures of it, and whose copy it is."""

    id: str
    main_event: str | None
    tolls: dict[Harm, Sum]
    copy_of: str | None = None
    version_of: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A claim that no event shows, and why."""

    claim: str
    reason: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """All events of a set of articles, by date, with the links behind them."""

    events: tuple[Event, ...]
    links: tuple[Link, ...]
    articles: tuple[ArticleAccount, ...]
    left_out: tuple[LeftOut, ...] = ()
