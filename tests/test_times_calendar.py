"""What time expressions mean in days: publication date -> earliest and latest day -> phrasings.

The days were read off a calendar. Brackets mark the expression; a phrasing without brackets is one as a whole.
"""

import pytest

from tests.making import make_article
from timeline.times import find_times

Meanings = dict[str, list[str]]

SATURDAY_24_JANUARY_2026: Meanings = {
    "2026-01-24": [
        "today",
        "They met [today].",
        "It fell on [Saturday].",
        "24 January 2026",
        "Jan. 24, 2026",
        "Saturday, January 24",
        "the 24th of January",
        "2026-01-24",
        "01/24/2026",
        "24.01.2026",
        "this morning",
        "this afternoon",
        "tonight",
        "at [4:35 p.m.]",
        "at [noon]",
        "It fell on [Saturday night].",
        "It fell [early Saturday].",
        "24 JAN 2026",
        "It fell at [8 this morning].",
        "It will begin at [6:30 tonight].",
    ],
    "2026-01-23": [
        "yesterday",
        "late yesterday",
        "It fell on [Friday].",
        "It fell [late Friday night].",
        "last night",
        "YESTERDAY AFTERNOON",
        "the night of January 23",
        "last Friday",
        "a day ago",
        "It fell at [nine last night].",
        "It fell at [10 o'clock Friday night].",
        "It fell at [5:30 a.m. on 23 January].",
    ],
    "2026-01-23..2026-01-24": ["Drones fell [overnight].", "Drones fell on [the night of January 23]-24."],
    "2026-01-22": [
        "two days ago",
        "the day before yesterday",
        "It fell on [Thursday].",
        "It has rained since [Thursday].",
    ],
    "2026-01-19": ["It began on [Monday].", "Since [Monday] it has rained."],
    "2026-01-18": ["It fell on [Sunday]."],
    "2026-01-25": ["tomorrow", "They will meet on [Sunday].", "It will begin at [2 a.m. Sunday].", "tomorrow morning"],
    "2026-01-26": [
        "in two days' time",
        "the day after tomorrow",
        "They will meet on [Monday].",
        "The talks are due [Monday].",
        "next Monday",
    ],
    "2026-01-30": ["They are expected to meet on [Friday].", "next Friday"],
    "2026-01-17..2026-01-18": ["last weekend"],
    "2025-12-01..2026-02-28": [
        "this winter",
        "They attempted to use [the winter].",
        "The freeze will last all [winter].",
    ],
    "2026-01-24..2026-01-25": ["this weekend", "They will meet at [the weekend]."],
    "2026-01-31..2026-02-01": ["next weekend"],
    "2026-01-12..2026-01-18": ["last week"],
    "2026-01-19..2026-01-25": ["this week", "the week of January 20"],
    "2026-01-26..2026-02-01": ["next week"],
    "2026-01-05..2026-01-11": ["two weeks ago"],
    "2026-01-01..2026-01-31": ["this month", "January 2026", "It began in [January]."],
    "2025-12-01..2025-12-31": ["last month", "It began in [December].", "December of last year", "last December"],
    "2026-02-01..2026-02-28": ["next month", "They will meet in [February]."],
    "2025-02-01..2025-02-28": ["It began in [February].", "last February", "February 2025"],
    "2026-06-01..2026-06-30": ["They will meet in [June].", "June this year", "next June"],
    "2025-10-01..2025-10-31": ["three months ago", "It began in [October]."],
    "2026-01-01..2026-12-31": ["this year"],
    "2025-01-01..2025-12-31": ["last year", "a year ago", "It began in [2025]."],
    "2027-01-01..2027-12-31": ["next year"],
    "2016-01-01..2016-12-31": ["ten years ago"],
    "2010-01-01..2019-12-31": ["a decade ago"],
    "1970-01-01..1979-12-31": ["half a century ago"],
    "2025-07-01..2025-07-31": ["half a year ago"],
    "2025-01-24..2026-01-24": ["It has rained over [the past year]."],
    "2025-12-24..2026-01-24": ["It has rained over [the past month]."],
    "2024-10-01..2025-09-30": [
        "It earned more in [the year] ended Sept. 30.",
        "It earned more in [the year] ended 30 September 2025.",
    ],
    "2025-12-24..2025-12-25": ["24/25 December", "24/25 December 2025"],
    "2001-09-11": ["Nobody had feared it before [9/11]."],
    "1800-01-01..1899-12-31": ["It grew in [the 19th] and 20th centuries."],
    "1900-01-01..1999-12-31": ["It grew in the 19th and [20th centuries]."],
    "2025-12-25": ["Christmas Day", "Dec. 25", "25 December", "last Christmas"],
    "2025-12-31": ["December 31", "New Year's Eve"],
    "2026-01-01": ["New Year's Day", "Jan. 1"],
    "2026-04-05": ["Easter Sunday", "next Easter"],
    "2026-04-03": ["Good Friday", "April 3"],
    "2025-11-27": ["Thanksgiving"],
    "2025-06-01..2025-08-31": ["last summer", "It began in [the summer]."],
    "2025-03-01..2025-05-31": ["last spring", "this past spring"],
    "2025-07-01..2025-09-30": [
        "Sales fell in [the third quarter].",
        "the third quarter of last year",
        "Q3 2025",
        "Sales fell in [the September quarter].",
    ],
    "2025-10-01..2025-12-31": ["last quarter", "Sales fell in [the fourth quarter]."],
    "2025-07-01..2025-12-31": ["the second half of 2025"],
    "2026-01-17..2026-01-24": ["It has rained for [the past seven days].", "It has rained for [the past week]."],
    "2026-01-24..2026-02-07": ["It will rain for [the next two weeks]."],
}

THURSDAY_29_FEBRUARY_2024: Meanings = {
    "2024-02-29": ["today", "It fell on [Thursday].", "29 February", "the 29th of February", "Feb. 29, 2024"],
    "2024-02-28": ["yesterday", "It fell on [Wednesday].", "last night", "yesterday morning"],
    "2024-03-01": ["tomorrow", "They will meet on [Friday].", "March 1", "tomorrow night"],
    "2024-02-23": ["last Friday", "It fell on [Friday]."],
    "2024-02-19..2024-02-25": ["last week"],
    "2024-03-04..2024-03-10": ["next week"],
    "2024-02-24..2024-02-25": ["last weekend", "It fell at [the weekend]."],
    "2024-02-01..2024-02-29": ["this month", "February", "February 2024"],
    "2024-01-01..2024-01-31": ["last month", "a month ago"],
    "2024-03-01..2024-03-10": ["They will meet in [early March]."],
    "2024-02-21..2024-02-29": ["late February"],
    "2023-01-01..2023-12-31": ["last year", "a year ago"],
    "2023-02-01..2023-02-28": ["last February", "February of last year"],
    "2023-09-01..2023-11-30": ["last autumn", "the autumn of 2023"],
    "2023-12-24": ["Christmas Eve"],
    "2024-03-31": ["Easter Sunday"],
    "2024-01-30": ["30 days ago"],
    "2022-01-01..2022-12-31": ["two years ago"],
}

WEDNESDAY_15_NOVEMBER_2023: Meanings = {
    "2023-11-15": ["today", "It fell on [Wednesday].", "Nov. 15"],
    "2023-11-14": ["It fell on [Tuesday].", "yesterday evening"],
    "2023-11-16": ["They will vote on [Thursday].", "tomorrow"],
    "2023-11-11..2023-11-12": ["It fell over [the weekend].", "last weekend"],
    "2023-11-18..2023-11-19": ["this weekend", "They will meet at [the weekend]."],
    "2023-11-06..2023-11-12": ["last week", "a week ago"],
    "2023-10-01..2023-10-31": ["last month", "It began in [October].", "It began in [Oct.]."],
    "2023-10-07": ["October 7", "Oct. 7, 2023", "7 October", "Saturday, Oct. 7"],
    "2024-01-02": ["Jan. 2"],
    "2023-12-01..2023-12-31": ["next month", "They will meet in [December]."],
    "2023-11-23": ["Thanksgiving Day"],
    "2023-07-01..2023-09-30": ["the third quarter", "third-quarter"],
    "2022-07-01..2022-09-30": ["Sales rose in the third quarter from [a year earlier]."],
    "2024-06-01..2024-08-31": ["next summer"],
}

MONDAY_4_JANUARY_2021: Meanings = {
    "2021-01-04": ["It fell on [Monday].", "this evening"],
    "2021-01-03": ["yesterday", "It fell on [Sunday].", "last night"],
    "2020-12-31": ["It fell on [Thursday].", "Dec. 31", "December 31"],
    "2020-12-29": ["It fell on [Tuesday]."],
    "2021-01-05": ["They will meet on [Tuesday].", "tomorrow"],
    "2020-12-28..2021-01-03": ["last week"],
    "2021-01-11..2021-01-17": ["next week"],
    "2020-12-01..2020-12-31": ["last month", "It began in [December]."],
    "2021-01-02..2021-01-03": ["It fell over [the weekend].", "last weekend"],
    "2020-10-01..2020-12-31": ["last quarter", "the fourth quarter"],
    "2020-01-01..2020-12-31": ["last year"],
    "2019-01-01..2019-12-31": ["two years ago"],
    "2020-11-03": ["Election Day"],
    "2021-01-18": ["Martin Luther King Jr. Day"],
}

TUESDAY_12_AUGUST_2025: Meanings = {
    "2025-08-12": ["today", "It fell on [Tuesday]."],
    "2025-08-08": ["It fell on [Friday].", "last Friday", "four days ago"],
    "2025-08-15": ["They plan to meet on [Friday]."],
    "2025-08-04..2025-08-10": ["last week"],
    "2025-08-09..2025-08-10": ["It fell over [the weekend]."],
    "2025-06-03": ["[June 3]-5", "between [June 3] and 5"],
    "2025-06-05": ["June 3-[5]", "from June 3 to [5]", "3 to [5 June]"],
    "2022-06-03": ["[3]-5 June 2022"],
    "2022-06-05": ["3-[5 June 2022]"],
    "2023-03-01..2023-03-10": ["early March 2023", "the beginning of March 2023"],
    "2023-03-11..2023-03-20": ["mid-March 2023", "the middle of March 2023"],
    "2023-03-21..2023-03-31": ["late March 2023", "the end of March 2023"],
    "2022-09-01..2022-12-31": ["late 2022", "the end of 2022"],
    "2022-01-01..2022-04-30": ["early 2022"],
    "1990-01-01..1999-12-31": ["the 1990s", "the nineties"],
    "1990-01-01..1992-12-31": ["the early 1990s"],
    "1900-01-01..1999-12-31": ["the 20th century"],
    "2000-01-01..2099-12-31": ["this century"],
    "1994-01-01..1994-12-31": ["It began in [1994].", "It began in ['94]."],
    "1989-07-01..1989-12-31": ["the second half of 1989"],
    "2014-04-20": ["Easter 2014"],
    "1990-01-04": ["4 JAN 90"],
    "1939-01-01..1939-12-31": ["the [1939]-45 war"],
    "1945-01-01..1945-12-31": ["the 1939-[45] war"],
    "2024-12-05": ["It began on December 3. [Two days later] it ended."],
    "2024-12-04": [
        "It began on December 3. [The next day] it ended.",
        "It began on December 3. [The following day] it ended.",
    ],
    "2024-12-03": [
        "It began on December 3. [That night] it ended.",
        "It began on December 3. [That same day] it ended.",
    ],
}

NO_DAY = {
    "a duration": ["two days", "nearly forty years", "several weeks", "a five-year plan", "an hour"],
    "a set": ["every day", "each Thursday", "daily"],
    "a reference": ["now", "recently", "the future"],
}

NOTHING = [
    "Officials may say so.",
    "They march on.",
    "April Jones and June Carter met Mr. March.",
    "The sun sat low.",
    "He came second.",
    "Prices fall and spring back.",
    "A 35-year-old man and a boy aged 12 were hurt.",
    "It cost $1990 and fell 5.39 points.",
    "They won 3-2 and lost 21-14.",
    "The F-16 flew 1,900 miles.",
    "About 2000 people came.",
    "At least 12 and 14 people died.",
    "A quarter of the town burned.",
    "In the second attack a house fell.",
    "",
]

TABLES = {
    "2026-01-24": SATURDAY_24_JANUARY_2026,
    "2024-02-29": THURSDAY_29_FEBRUARY_2024,
    "2023-11-15": WEDNESDAY_15_NOVEMBER_2023,
    "2021-01-04": MONDAY_4_JANUARY_2021,
    "2025-08-12": TUESDAY_12_AUGUST_2025,
}
SPEC = [
    (published, meaning, phrasing)
    for published, table in TABLES.items()
    for meaning, phrasings in table.items()
    for phrasing in phrasings
]


def days_of(phrasing: str, published: str) -> str | None:
    """First and last day that the marked expression can mean, as the tables write them."""
    before, mark, rest = phrasing.partition("[")
    words, _, after = rest.partition("]") if mark else (phrasing, "", "")
    text = before + words + after if mark else f"They said: {phrasing}."
    found = [mention for mention in find_times(make_article(text, published)) if mention.surface == words]
    assert len(found) == 1, [mention.surface for mention in find_times(make_article(text, published))]
    interval = found[0].value.interval
    if interval is None:
        return None
    return str(interval.first) if interval.first == interval.last else f"{interval.first}..{interval.last}"


@pytest.mark.parametrize(("published", "meaning", "phrasing"), SPEC, ids=[f"{p} {w}" for p, _, w in SPEC])
def test_expression_means_these_days(published: str, meaning: str, phrasing: str) -> None:
    assert days_of(phrasing, published) == meaning


def test_the_table_is_large() -> None:
    assert len(SPEC) >= 150


@pytest.mark.parametrize("phrasing", [phrasing for phrasings in NO_DAY.values() for phrasing in phrasings])
def test_no_day_is_known(phrasing: str) -> None:
    found = find_times(make_article(f"They said: {phrasing}."))
    assert len(found) == 1
    assert found[0].value.interval is None


@pytest.mark.parametrize("text", NOTHING)
def test_words_that_only_look_like_times(text: str) -> None:
    assert [mention.surface for mention in find_times(make_article(text))] == []


@pytest.mark.parametrize(
    "phrasing", ["yesterday", "last week", "two days ago", "on [Friday]", "overnight", "this morning"]
)
def test_without_a_publication_date_nothing_relative_is_dated(phrasing: str) -> None:
    text = f"It fell {phrasing.replace('[', '').replace(']', '')}."
    found = find_times(make_article(text, None))
    assert len(found) == 1
    assert found[0].value.interval is None


STORM = "The 2018 season was the first since 1977 with two storms. Fred formed on August 30. The next day it grew."


def test_without_a_publication_date_the_text_gives_the_year() -> None:
    values = [mention.value.value for mention in find_times(make_article(STORM, None))]
    assert values == ["2018", "1977", "2018-08-30", "2018-08-31"]
