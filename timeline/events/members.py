"""What an event is merged from: each claim with its article's outlet, day and origin."""

from dataclasses import dataclass, field
from datetime import date

from timeline.model import Claim, Harm, Reading, Sum

REPORTED = "reported"  # the rule of a time that was taken from the publication date


@dataclass(frozen=True, slots=True)
class Account:
    """What an article brings to a timeline beside its claims: its main claim's id, its own figures, its imprint."""

    id: str
    main: str | None = None
    tolls: dict[Harm, Sum] = field(default_factory=dict)
    title: str | None = None
    source: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """One claim of an event. `origin` is the article whose text this one repeats, itself where it repeats none.

    `copied`: the article reprints another outlet's text, so that it cannot know more than that one.
    """

    claim: Claim
    account: Account
    origin: str
    copied: bool = False

    @property
    def is_main(self) -> bool:
        """Whether its article is about this event."""
        return self.account.main == self.claim.id

    @property
    def weight(self) -> float:
        """How much its word counts: an article that is about the event knows it best, one that retells it least."""
        return 2.0 if self.is_main else 1.0

    @property
    def published(self) -> date:
        """Day of publication, the last of all days where unknown."""
        return self.account.published or date.max


def account_of(reading: Reading) -> Account:
    """The account of a reading's article."""
    article = reading.article
    return Account(article.id, reading.main, reading.main_tolls, article.title, article.source, article.published.day)
