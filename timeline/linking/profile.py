"""What linking needs to know of a claim: small frozen values that can be stored and compared without the article."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from timeline.model import Grain, Harm, Interval, PlaceKind, Role, Scope, Status

Counts = dict[str, float]


@dataclass(frozen=True, slots=True)
class Site:
    """A claim's place, as far as comparison needs it; degrees, None where unresolved."""

    name: str
    kind: PlaceKind
    latitude: float | None
    longitude: float | None
    iso3: str | None
    admin1: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """How many people a claim says were harmed, perpetrators left out; `high` is None without a ceiling."""

    harm: Harm
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a stretch of text: terms and how often they stand in it, and the names and numbers in it.

    `names` are lower-cased capitalised words, `people` pairs of them as in a person's or a street's name, `numbers`
    ages, house numbers and the like ("34-year-old", "1200 block").
    """

    terms: Counts
    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()


class Stretch(StrEnum):
    """Which words of a claim or of its article are compared."""

    PASSAGE = "passage"
    TITLE = "title"
    LEAD = "lead"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Telling:
    """An article as a whole: the words of its title, of title and opening, of title and text.

    By the sketch copies of it are found.
    """

    title: Wording
    lead: Wording
    text: Wording
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One claim for comparison. Only one claim of each article, the main one where there is one, holds `telling`.

    `dated` is whether the text itself dates the event; else `when` was taken from the publication date.
    """

    claim: str
    article: str
    source: str | None
    published: date | None
    types: tuple[str, ...]
    status: Status
    role: Role
    scope: Scope
    is_main: bool
    wording: Wording
    telling: Telling | None = None
    when: Interval | None = None
    grain: Grain | None = None
    dated: bool = False
    sites: tuple[Site, ...] = ()
    figures: tuple[Figure, ...] = ()

    def words(self, stretch: Stretch) -> Wording | None:
        """The words of a stretch: the claim's sentences, or parts of the article where the profile holds it."""
        if stretch is Stretch.PASSAGE:
            return self.wording
        if self.telling is None:
            return None
        told = self.telling
        return {Stretch.TITLE: told.title, Stretch.LEAD: told.lead, Stretch.TEXT: told.text}[stretch]
