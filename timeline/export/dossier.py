"""What an export may tell of: the events shown, and all that stands behind them.

A workspace and a selection go in, a dossier comes out; every export is a pure function of a dossier.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.model import ArticleAccount, Claim, Event, Harm, LeftOut, Link, Problem
from timeline.selection import Selection, select
from timeline.workspace import ArticleRow, Workspace

EVERYTHING = Selection()
Casualties = Mapping[str, Mapping[Harm, tuple[int, ...]]]


@dataclass(frozen=True, slots=True)
class Dossier:
    """Events to export and what is known of them.

    `links`, `articles`, `accounts` and `quotes` (sentences by claim id) are those of the events shown; where all events
    are shown, those of claims and articles without an event too. `others` are the claims that no event shows.
    `hidden` is how many events the selection holds back. `casualties`: by article and harm, the indices of the figures
    on which the article's own tolls rest.
    """

    events: tuple[Event, ...]
    links: tuple[Link, ...] = ()
    articles: Mapping[str, ArticleRow] = field(default_factory=dict)
    accounts: Mapping[str, ArticleAccount] = field(default_factory=dict)
    quotes: Mapping[str, str] = field(default_factory=dict)
    casualties: Casualties = field(default_factory=dict)
    others: tuple[Claim, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    problems: tuple[Problem, ...] = ()
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Export:
    """A file's bytes, and what it leaves out and why, each a line for the user."""

    content: bytes
    left_out: tuple[str, ...] = ()


def gather(workspace: Workspace, selection: Selection = EVERYTHING) -> Dossier:
    """The dossier of the events that a selection lets through, all of one state of the workspace."""
    with workspace.snapshot():
        every, quotes = workspace.events(), workspace.quotes()
        shown = select(every, selection, quotes)
        dossier = Dossier(
            events=shown,
            links=workspace.links(),
            articles={row.id: row for row in workspace.articles()},
            accounts={account.id: account for account in workspace.accounts()},
            quotes=quotes,
            casualties=workspace.casualties(),
            others=workspace.left_out_claims() if selection == EVERYTHING else (),
            left_out=workspace.left_out(),
            problems=workspace.problems(),
        )
    return dossier if selection == EVERYTHING else _narrowed(dossier, len(every) - len(shown))


def lead_claim(event: Event, dossier: Dossier) -> Claim:
    """The claim that speaks for an event in one sentence: the fullest, of those the one published first."""

    def order(claim: Claim) -> tuple[object, ...]:
        row = dossier.articles.get(claim.article)
        gaps = (not claim.tolls) + (not claim.where) + (claim.when is None)
        return gaps, str(row and row.published), claim.id

    return min(event.claims, key=order)


def omissions(dossier: Dossier, **reasons: int) -> tuple[str, ...]:
    """What an export of events leaves out: events that the filters hold back, and those counted by a reason.

    >>> omissions(Dossier((), hidden=3), undated=1, unplaced=0)
    ('3 events left out: outside the filters', '1 event left out: undated')
    """
    counts = {"outside the filters": dossier.hidden, **reasons}
    return tuple(f"{n:,} event{'s' * (n != 1)} left out: {reason}" for reason, n in counts.items() if n)


def _narrowed(dossier: Dossier, hidden: int) -> Dossier:
    claims = {claim.id for event in dossier.events for claim in event.claims}
    articles = {article for event in dossier.events for article in event.articles}
    return Dossier(
        events=dossier.events,
        links=tuple(link for link in dossier.links if {link.left, link.right} <= claims),
        articles={id: row for id, row in dossier.articles.items() if id in articles},
        accounts={id: account for id, account in dossier.accounts.items() if id in articles},
        quotes=dossier.quotes,
        casualties=dossier.casualties,
        problems=dossier.problems,
        hidden=hidden,
    )
