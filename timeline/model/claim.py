"""Claims: what one article says of one event."""

from dataclasses import dataclass, field
from enum import StrEnum

from timeline.model.place import Place
from timeline.model.text import Article, Mention, Rejection, Span
from timeline.model.time import Timex, When
from timeline.model.toll import Harm, Sum, Toll


class Status(StrEnum):
    """How certain the telling is that it happened."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Role(StrEnum):
    """What the event is to the article: its news, or an older event retold."""

    NEWS = "news"
    BACKGROUND = "background"


class Scope(StrEnum):
    """One happening, or a campaign, a season, a running total."""

    INCIDENT = "incident"
    AGGREGATE = "aggregate"


class Part(StrEnum):
    """What an actor has to do with an event."""

    BY = "by"
    AGAINST = "against"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells of a happening: the event types that it can mean, the likeliest first (ids of the table).

    `weak` words tell of an event only beside a date, a place or a figure ("fire", "struck").
    """

    types: tuple[str, ...]
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: `speaker` are the words that name the source, `scope` the span that they vouch for."""

    speaker: Span
    scope: Span


@dataclass(frozen=True, slots=True)
class Where:
    """A place of an event and the rule that chose it ("sentence", "dateline")."""

    place: Mention[Place]
    rule: str


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who took part; the mention's value is the name as a reader would write it."""

    mention: Mention[str]
    part: Part


@dataclass(frozen=True, slots=True)
class Claim:
    """One article's account of one event. `where[0]` is where it happened; `sentence` covers its whole sentence(s)."""

    id: str
    article: str
    sentence: Span
    types: tuple[str, ...]
    status: Status
    role: Role
    scope: Scope
    trigger: Mention[Trigger]
    when: When | None = None
    where: tuple[Where, ...] = ()
    tolls: tuple[Mention[Toll], ...] = ()
    actors: tuple[Actor, ...] = ()
    speaker: Mention[str] | None = None
    evidence: tuple[Span, ...] = ()
    led_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read out of one article, each list in order of position.

    `main` is the id of the claim that the article is about, None where it tells of no event; `main_tolls` is what this
    article alone says of it. `speakers` are attributions; a figure's speaker is the one whose scope holds the figure.
    """

    article: Article
    times: tuple[Mention[Timex], ...] = ()
    places: tuple[Mention[Place], ...] = ()
    tolls: tuple[Mention[Toll], ...] = ()
    speakers: tuple[Mention[Attribution], ...] = ()
    claims: tuple[Claim, ...] = ()
    rejected: tuple[Mention[Rejection], ...] = ()
    main: str | None = None
    main_tolls: dict[Harm, Sum] = field(default_factory=dict)
