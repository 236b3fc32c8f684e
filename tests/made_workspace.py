"""A small workspace for tests of the dashboard: three articles and three events, unlike one another."""

from dataclasses import replace
from pathlib import Path

from tests.making import make_article, make_claim, make_event, make_place, make_when
from timeline.events import DEFAULT_RULE
from timeline.model import (
    Article,
    ArticleAccount,
    Attribution,
    Contradiction,
    Event,
    Evidence,
    Harm,
    LeftOut,
    Link,
    Mention,
    Problem,
    Qualifier,
    Reading,
    Rejection,
    Span,
    Status,
    Timeline,
    Toll,
)
from timeline.workspace import Workspace

HOSTILE = "<img src=x onerror=alert(1)> $5 & [link](javascript:alert(1))"
STRIKE = "A drone strike killed three people in Kyiv on Saturday, police said."
SECOND = "Four people died when drones struck Kyiv."
TALKS = "Envoys plan to meet in Odesa in early February."
RUMOUR = "A bridge is said to have collapsed."


def make_articles() -> tuple[Article, Article, Article]:
    """Three articles of three outlets; the third has a title that no page may run."""
    first = make_article(f"{STRIKE}\n\nThe city woke to sirens.", title="Drones over Kyiv", id="one.txt")
    second = make_article(f"Nobody slept. {SECOND}", title="Kyiv hit again", id="two.txt")
    third = make_article(f"{TALKS}\n\n{RUMOUR}", title=HOSTILE, id="three.txt")
    return replace(first, source="Harbour Post"), replace(second, source="River Times"), third


def make_events() -> tuple[Event, Event, Event]:
    """A strike told twice with two tolls, talks that are planned, and something without a date or a place."""
    one, two, three = make_articles()
    when, kyiv = make_when("2026-01-24"), make_place()
    strikes = [
        replace(make_claim(one, STRIKE, when, kyiv), tolls=(_toll(one, "killed three people", 3),)),
        replace(make_claim(two, SECOND, when, kyiv), tolls=(_toll(two, "Four people died", 4),)),
    ]
    talks = make_claim(three, TALKS, make_when("2026-02-01", "2026-02-09"), make_place("Odesa", 46.48, 30.73))
    rumour = make_claim(three, RUMOUR)
    strike = make_event(strikes, "Strike in Kyiv", killed=4)
    differing = Contradiction("killed", ("3", "4"), ((strikes[0].id,), (strikes[1].id,)))
    return (
        replace(strike, sources=("Harbour Post", "River Times"), contradictions=(differing,)),
        replace(make_event([talks], HOSTILE), types=("talks",), status=Status.PLANNED),
        replace(make_event([rumour], "A bridge"), types=("collapse",), status=Status.POSSIBLE),
    )


def make_readings() -> list[Reading]:
    """What was read out of the three articles."""
    claims = [claim for event in make_events() for claim in event.claims]
    readings = []
    for article in make_articles():
        own = tuple(claim for claim in claims if claim.article == article.id)
        tolls = tuple(toll for claim in own for toll in claim.tolls)
        readings.append(
            Reading(article, tolls=tolls, claims=own, speakers=_speakers(article), rejected=_rejected(article))
        )
    return readings


def make_links() -> tuple[Link, ...]:
    """Why the two tellings of the strike are one event."""
    left, right = make_events()[0].claims
    return (Link(left.id, right.id, (Evidence("places", 3.5, "both in Kyiv"), Evidence("tolls", -0.5, "3 and 4"))),)


def write_workspace(path: Path) -> None:
    """All of that in a workspace file, with a problem and a claim that no event shows."""
    readings = make_readings()
    accounts = tuple(ArticleAccount(reading.article.id, None, {}) for reading in readings)
    with Workspace(path) as workspace:
        for reading in readings:
            workspace.put(reading, ())
        workspace.note(Problem("broken.html", "no text in it"))
        left_out = (LeftOut(readings[2].claims[0].id, "too little is known"),)
        workspace.save(Timeline(make_events(), make_links(), accounts, left_out), DEFAULT_RULE)


def _toll(article: Article, words: str, count: int) -> Mention[Toll]:
    start = article.text.index(words)
    return article.mention(
        Span("text", start, start + len(words)), "made", Toll(Harm.KILLED, count, count, count, Qualifier.EXACT)
    )


def _rejected(article: Article) -> tuple[Mention[Rejection], ...]:
    start = article.text.find("early February")
    span = Span("text", start, start + len("early February"))
    return (article.mention(span, "made", Rejection("street_number", "it names no street")),) if start >= 0 else ()


def _speakers(article: Article) -> tuple[Mention[Attribution], ...]:
    start = article.text.find("police")
    if start < 0:
        return ()
    span = Span("text", start, start + len("police"))
    return (article.mention(span, "said", Attribution(span, Span("text", 0, article.text.index("\n")))),)
