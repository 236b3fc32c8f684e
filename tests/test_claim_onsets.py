"""When something that lasts began: the examples of `onsets.toml`, leads of articles on many kinds of disaster, and
beginnings that are another event's, foreseen or denied."""

import pytest

from tests.making import make_article
from tests.timing import grows_linearly
from timeline.claims.happening import Happening
from timeline.claims.onsets import onsets_in
from timeline.claims.passages import passages
from timeline.claims.telling import Telling
from timeline.model import Claim, Mention, Reading, Scope, Span, Status, Trigger
from timeline.pipeline import extract
from timeline.spans import read_table
from timeline.times import find_times

TABLE = read_table("timeline.claims", "onsets.toml")
EXAMPLES = [
    (row["id"], row["types"][0], text, time) for row in TABLE["onset"] for text, time in row.get("examples", ())
]


def onsets_of(text: str, kind: str) -> list[str]:
    """The words of the days on which a sentence says that something of a type began."""
    article = make_article(text, "2026-12-31")
    (passage,) = passages(Reading(article, times=tuple(find_times(article))), ())
    trigger = Mention("a", Span("text", 0, 1), "x", "made", Trigger((kind,)))
    telling = Telling(passage, (trigger,), (kind,), Status.HAPPENED, Scope.INCIDENT)
    return [onset.time.surface for onset in onsets_in(passage, Happening((telling,)))]


def main_of(text: str, published: str | None = None) -> Claim:
    reading = extract(make_article(text, published))
    return next(claim for claim in reading.claims if claim.id == reading.main)


def days_of(text: str, published: str | None = None) -> tuple[str, str]:
    when = main_of(text, published).when
    assert when is not None
    return str(when.outer.first), str(when.outer.last)


@pytest.mark.parametrize(("rule", "kind", "text", "time"), EXAMPLES, ids=[f"{row[0]}: {row[2]}" for row in EXAMPLES])
def test_examples(rule: str, kind: str, text: str, time: str) -> None:
    assert time in onsets_of(text, kind)


def test_each_rule_has_an_example() -> None:
    assert {row["id"] for row in TABLE["onset"]} == {row[0] for row in EXAMPLES}


@pytest.mark.parametrize("text", TABLE["forecast"]["examples"])
def test_what_is_foreseen_has_not_begun(text: str) -> None:
    assert not onsets_of(f"{text} formation of a tropical depression on 3 July.", "storm")


@pytest.mark.parametrize("text", TABLE["vague"]["examples"])
def test_a_vague_time_is_no_day(text: str) -> None:
    assert not onsets_of(f"By {text}, the low had become a tropical depression.", "storm")


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("storm", "The storm weakened to a tropical depression on 3 July."),
        ("storm", "It did not become a tropical depression on 3 July."),
        ("storm", "The cyclone developed an eye on 3 July."),
        ("storm", "An eye formed on 3 July."),
        ("storm", "Tamsin formed off Belize, and evacuations were ordered on 3 July."),
        ("wildfire", "The fire began to weaken on 3 July."),
        ("wildfire", "An inquiry began on 3 July."),
        ("flood", "The rains began to ease on 3 July."),
        ("temperature", "The heat began easing on 3 July."),
        ("drought", "The drought began after the rains had failed on 3 July."),
    ],
)
def test_other_turns_are_no_beginnings(kind: str, text: str) -> None:
    assert not onsets_of(text, kind)


LEADS = {
    "a storm begins as a depression, not as the wave before it": (
        "Hurricane Tamsin\n\nHurricane Tamsin was a hurricane that struck Belize in August 2003. It came ashore near "
        "Belize City on August 14 and killed 23 people.\n\nCourse\n\nTamsin grew out of a tropical wave that left "
        "Senegal on August 1. The wave passed Barbados on August 6. By noon on August 8, it was so "
        "well organized that it was designated Tropical Depression Six. It became Tropical Storm Tamsin on "
        "August 9. On August 14, Tamsin struck the city.",
        ("2003-08-08", "2003-08-14"),
    ),
    "a typhoon develops": (
        "Typhoon Ubaldo (1994)\n\nTyphoon Ubaldo, which Filipinos called Typhoon Garing, struck Luzon on September 25, "
        "1994. Ubaldo developed east of Guam on September 21 and became a tropical storm a day later.",
        ("1994-09-21", "1994-09-25"),
    ),
    "a gale of the Atlantic forms": (
        "Storm Egbert\n\nStorm Egbert was a gale which battered Denmark on 27 and 28 October 2013. It formed off "
        "Labrador on 25 October 2013 and killed 17 people.",
        ("2013-10-25", "2013-10-28"),
    ),
    "another storm's beginning is not this one's": (
        "Hurricane Tamsin struck Belize on August 14, 2003, and killed 23 people. Hurricane Umar formed on August 10. "
        "Tamsin formed on August 12.",
        ("2003-08-12", "2003-08-14"),
    ),
    "a wildfire is kindled before it reaches a town": (
        "The 2009 Karri bushfires\n\nThe Karri bushfires reached the suburbs of Perth on 18 January 2009 and killed "
        "six people. In the hills, lightning had ignited three fires on 8 January 2009.",
        ("2009-01-08", "2009-01-18"),
    ),
    "the months of the lead hold what is told": (
        "Toyon Fire\n\nThe Toyon Fire was a wildfire in Kern County, California, in December 2019. The winds drove it "
        "far. On December 20, 2020, a storm sent mud down the slopes that the Toyon Fire had bared.",
        ("2019-12-01", "2019-12-31"),
    ),
    "a heat wave lasts": (
        "About 300 people died in the heat wave of July 1996 in Turin. The heat wave lasted from July 12 to July 16, "
        "1996. On July 13, the heat wave reached its peak of 41 degrees.",
        ("1996-07-12", "1996-07-16"),
    ),
    "a cold wave starts": (
        "The cold wave of early 2013 was a hard cold wave that started on January 27, 2013, with snow in Ukraine.",
        ("2013-01-27", "2013-01-27"),
    ),
    "rain comes before the flood": (
        "The 2004 Marlow floods hit Norfolk on 2 November 2004. Heavy rain began falling on 29 October, and four died.",
        ("2004-10-29", "2004-11-02"),
    ),
    "a flood ends on the day until which it lasts": (
        "The flood struck Jena on 8 June 1993. The flooding lasted until 20 June. Nine people died in the flood.",
        ("1993-06-08", "1993-06-08"),
    ),
    "an outbreak of tornadoes has the days of its title": (
        "Tornado outbreak of May 3 to 5, 1987\n\nFrom May 3 to May 5, 1987, a tornado outbreak struck Kansas. On "
        "May 2, a low formed over Colorado. In all, 17 people died.",
        ("1987-05-03", "1987-05-05"),
    ),
    "a blizzard known to the month gets its day": (
        "The blizzard of 1979 was a winter storm that struck Ohio in January 1979. The low formed over Texas on "
        "January 24. About 70 people were killed.",
        ("1979-01-24", "1979-01-31"),
    ),
    "a drought sets in": (
        "The 2006 drought was a drought that affected Somalia in 2006 and 2007. The drought began on 3 June 2006.",
        ("2006-06-03", "2006-06-03"),
    ),
    "an earthquake has its day, whatever follows": (
        "The 2011 Loa earthquake struck Chile on 27 February 2011 and killed 25 people. The rebuilding began on "
        "11 March 2011.",
        ("2011-02-27", "2011-02-27"),
    ),
    "an avalanche has its day": (
        "The 1971 Sella avalanche buried the town of Corvara on 31 May 1971. The search began on 2 June 1971.",
        ("1971-05-31", "1971-05-31"),
    ),
}


@pytest.mark.parametrize("why", LEADS)
def test_first_and_last_day(why: str) -> None:
    text, days = LEADS[why]
    assert days_of(text) == days


def test_a_beginning_is_stated_with_its_words() -> None:
    when = main_of(LEADS["a wildfire is kindled before it reaches a town"][0]).when
    assert when is not None
    assert (when.rule, when.times[0].surface) == ("onset", "8 January 2009")


def test_news_of_a_storm_begins_where_it_formed() -> None:
    text = "Hurricane Tamsin hit Belize on Thursday, killing four people. The storm formed on Monday off Honduras."
    assert days_of(text, "2026-01-24") == ("2026-01-19", "2026-01-22")


@pytest.mark.parametrize(
    "piece",
    [
        "On 3 July the fire was, and the fire was, ",
        "became became became ",
        "The storm formed near it on 3 July 2003, it formed near it. ",
        "fire fire fire fire ",
    ],
)
def test_long_articles_take_linear_time(piece: str) -> None:
    def readings(size: int) -> Reading:
        head = "Hurricane Tamsin struck Belize on August 14, 2003. The fire was a wildfire on 5 July 2003. "
        return extract(make_article(head + piece * (size // len(piece))))

    assert grows_linearly(readings, 20_000)
