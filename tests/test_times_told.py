"""What times mean in the course of a telling: text, publication date, the marked words -> what they mean.

Each meaning is a TIMEX3 value and the first and last day; the days were read off a calendar.
"""

from dataclasses import replace
from datetime import datetime

import pytest

from tests.making import make_article
from timeline.model import Mention, Timex
from timeline.times import find_times

TUESDAY, THURSDAY, SATURDAY, NOVEMBER = "2017-01-24", "2017-01-26", "2026-01-24", "1995-11-02"
TOLD = [
    # weekends
    (TUESDAY, "A diver has died of cold over [the weekend].", "2017-W03-WE 2017-01-21..2017-01-22"),
    (THURSDAY, "A diver has died of cold over [the weekend].", "2017-W03-WE 2017-01-21..2017-01-22"),
    (THURSDAY, "He was charged Tuesday over a crash over [the weekend].", "2017-W03-WE 2017-01-21..2017-01-22"),
    (THURSDAY, "Three ships were lost [this weekend].", "2017-W03-WE 2017-01-21..2017-01-22"),
    (THURSDAY, "The fair will open [this weekend].", "2017-W04-WE 2017-01-28..2017-01-29"),
    (THURSDAY, "The fair will be held over [the weekend].", "2017-W04-WE 2017-01-28..2017-01-29"),
    # a day of a month far ahead
    (TUESDAY, "The boy was last seen on [July 24] near the mill.", "2016-07-24 2016-07-24"),
    (TUESDAY, "On [July 24] the mill burned down.", "2016-07-24 2016-07-24"),
    (TUESDAY, "The mill's trial is on [July 24], officials said.", "2017-07-24 2017-07-24"),
    (TUESDAY, "The court ordered him to appear on [July 2].", "2017-07-02 2017-07-02"),
    (TUESDAY, "The vote was put off to [June 30].", "2017-06-30 2017-06-30"),
    (TUESDAY, "She won a place in the team for the [June 30] race.", "2017-06-30 2017-06-30"),
    (TUESDAY, "The fair opened on [Feb. 3].", "2017-02-03 2017-02-03"),
    (TUESDAY, "He was jailed on [Feb. 12 last year].", "2016-02-12 2016-02-12"),
    (SATURDAY, "The vote is [Nov. 3].", "2026-11-03 2026-11-03"),
    (SATURDAY, "He will be sentenced on [Nov. 3].", "2026-11-03 2026-11-03"),
    (SATURDAY, "It is the first flood since [Nov. 3].", "2025-11-03 2025-11-03"),
    (SATURDAY, "She is charged with setting the [Nov. 3] fire.", "2025-11-03 2025-11-03"),
    # later than nothing
    (SATURDAY, "[A week later]: 35,000 without a roof", "None None"),
    (SATURDAY, "Crews dug on. [Two days later], they gave up.", "None None"),
    (SATURDAY, "The quake struck on January 6. [A week later], crews gave up.", "2026-W03 2026-01-12..2026-01-18"),
    # what is over, and what is planned
    (TUESDAY, "Crews responded to the mill on [Friday], he said.", "2017-01-20 2017-01-20"),
    (TUESDAY, "He was taken in [Friday night] and ordered to pay.", "2017-01-20TNI 2017-01-20"),
    (TUESDAY, "Charges will be filed over [Friday]'s fatal crash.", "2017-01-20 2017-01-20"),
    (TUESDAY, "The owner could not be reached for comment [Friday].", "2017-01-20 2017-01-20"),
    (TUESDAY, "The owner would not comment [Friday].", "2017-01-20 2017-01-20"),
    (TUESDAY, "The mill would not open until [Friday].", "2017-01-27 2017-01-27"),
    (TUESDAY, "The owner may have left on [Friday].", "2017-01-20 2017-01-20"),
    (TUESDAY, "The owner would have to pay on [Friday].", "2017-01-27 2017-01-27"),
    (TUESDAY, "The county should have results by [Friday].", "2017-01-27 2017-01-27"),
    (TUESDAY, "Frost is to blame for the crash of a bus near the old mill [Friday].", "2017-01-20 2017-01-20"),
    (TUESDAY, "The mayor will speak of the fire at the mill [Friday].", "2017-01-20 2017-01-20"),
    (TUESDAY, "Two hearings on the crash near the old mill are set for [Friday].", "2017-01-27 2017-01-27"),
    (TUESDAY, "Deaths at the mill will be discussed on [Friday].", "2017-01-27 2017-01-27"),
    (TUESDAY, "Two may still be missing after an explosion [early Friday].", "2017-01-20 2017-01-20"),
    (TUESDAY, "They were treated following [Friday night]'s storm.", "2017-01-20TNI 2017-01-20"),
    (TUESDAY, "Crowds met on [Friday] to honour the dead.", "2017-01-20 2017-01-20"),
    (TUESDAY, '"This needs to be made safe," the mayor said [Friday].', "2017-01-20 2017-01-20"),
    (TUESDAY, "She was ordered to appear on [Friday].", "2017-01-27 2017-01-27"),
    (TUESDAY, "The mill is expected to open on [Friday].", "2017-01-27 2017-01-27"),
    (TUESDAY, "The families hope for answers when hearings open in [May].", "2017-05 2017-05-01..2017-05-31"),
    (TUESDAY, "The bank lent them 90 million through [April].", "2017-04 2017-04-01..2017-04-30"),
    (SATURDAY, "It fell at 1:20 a.m. and a second [40 minutes later].", "2026-01-24T02:00 2026-01-24"),
    (SATURDAY, "It fell at 11 p.m. Friday. [Two hours later] it rained.", "2026-01-24T01:00 2026-01-24"),
    (SATURDAY, "The roof fell on January 6. [The week before], it had rained.", "2026-W01 2025-12-29..2026-01-04"),
    (TUESDAY, "It fell in May 2016. On [the following Friday] it rained.", "2016-05-06 2016-05-06"),
    ("2026-01-24", "It broke on [the twenty-first of June].", "2025-06-21 2025-06-21"),
    (SATURDAY, "[Two weeks ago Tuesday] the roof fell.", "2026-01-06 2026-01-06"),
    (SATURDAY, "It ran from Tuesday to [Thursday night].", "2026-01-22TNI 2026-01-22"),
    (SATURDAY, "It ran from Monday to [Friday, Jan. 16].", "2026-01-16 2026-01-16"),
    ("2026-01-24", "It broke in the [early morning hours of Jan. 5].", "2026-01-05TMO 2026-01-05"),
    ("2026-01-24", "It broke in the [early morning hours Sunday].", "2026-01-18TMO 2026-01-18"),
    ("2026-01-24", "It broke [early in the morning] on Jan. 5.", "2026-01-05TMO 2026-01-05"),
    ("2026-01-24", "It broke early in the morning on [Jan. 5].", "2026-01-05 2026-01-05"),
    ("2026-01-24", "They dug through the [early morning hours] and found no one.", "2026-01-24TMO 2026-01-24"),
    ("2026-01-24", "It broke in the [overnight hours of Thursday].", "2026-01-22TNI 2026-01-22..2026-01-23"),
    ("2026-01-24", "Flags fly low until [sunset Thursday].", "2026-01-22TEV 2026-01-22"),
    ("2026-01-24", "It will open in [mid-May].", "2026-05 2026-05-11..2026-05-20"),
    ("2026-01-24", "They were at war in [1941/42].", "1941 1941-01-01..1942-12-31"),
    ("2026-01-24", "They will rest in [the last quarter of the 18th century].", "17 1700-01-01..1799-12-31"),
    ("2014-01-24", "It was built in [the twenties].", "192 1920-01-01..1929-12-31"),
    ("2014-01-24", "It was built in [the nineties].", "199 1990-01-01..1999-12-31"),
    ("2009-03-19", "The rule was passed [last Tuesday, March 10].", "2009-03-10 2009-03-10"),
    ("2014-01-24", "They wed in February 2010 and parted [the following January].", "2011-01 2011-01-01..2011-01-31"),
    ("2014-01-24", "They wed in May 2010 and parted [the following winter].", "2011-WI 2010-12-01..2011-02-28"),
    ("2009-03-20", "It was told as early as [Wednesday night].", "2009-03-18TNI 2009-03-18"),
    ("2009-03-20", "It may begin as early as [Wednesday].", "2009-03-25 2009-03-25"),
    # nights
    (SATURDAY, "The power failed and [that night] the pipes froze.", "2026-01-23TNI 2026-01-23..2026-01-24"),
    (SATURDAY, "During [the night], 30 balloons were shot down.", "2026-01-23TNI 2026-01-23..2026-01-24"),
    (SATURDAY, "It fell on Saturday. In [the night] the roof had gone.", "2026-01-23TNI 2026-01-23..2026-01-24"),
    (SATURDAY, "It fell on Thursday. [That night] the power failed.", "2026-01-22TNI 2026-01-22"),
    (SATURDAY, "The market will stay open into [the night].", "2026-01-24TNI 2026-01-24"),
    (SATURDAY, "It burned as it had [the night before] in the same street.", "2026-01-23TNI 2026-01-23"),
    # times of day alone
    (SATURDAY, "The roof fell at [3 a.m.] on guests, police said.", "2026-01-24T03:00 2026-01-24"),
    (SATURDAY, "It began Friday. The roof fell at [11:30 p.m.], police said.", "2026-01-23T23:30 2026-01-23"),
    (SATURDAY, "A vigil is set for Monday. The roof fell at [3 a.m.], he said.", "2026-01-24T03:00 2026-01-24"),
    (SATURDAY, "A vigil will be held on Monday at [7 p.m.] in the hall.", "2026-01-26T19:00 2026-01-26"),
    (SATURDAY, "It is the third fire this year. It broke out at [3 a.m.].", "2026-01-24T03:00 2026-01-24"),
    (SATURDAY, "The roof fell [around midnight] on guests, he said.", "2026-01-23T24:00 2026-01-23"),
    (SATURDAY, "As of [22 January] 64 villages were cut off.", "2026-01-22 2026-01-22"),
    # results: of a quarter, of more than one, of a fiscal one
    (NOVEMBER, "Its fourth-quarter profit fell from [a year earlier].", "1994-Q4 1994-10-01..1994-12-31"),
    (NOVEMBER, "Its third-quarter loss grew; the nine months beat [a year ago].", "1994 1994-01-01..1994-12-31"),
    (NOVEMBER, "Its third-quarter loss beat [last year]'s $1 million.", "1994-Q3 1994-07-01..1994-09-30"),
    (NOVEMBER, "Its third-quarter profit rose. [Last year] it moved.", "1994 1994-01-01..1994-12-31"),
    (SATURDAY, "It fell on Friday night at [about 9:15].", "2026-01-23T21:15 2026-01-23"),
    (SATURDAY, "It fell on Friday evening, [around 8 o'clock].", "2026-01-23T20:00 2026-01-23"),
    (SATURDAY, "It fell on Friday morning at [9:15].", "2026-01-23T09:15 2026-01-23"),
    # a day and its time are one mention
    ("2016-10-10", "At [about 4:40 p.m. Oct. 9], divers went down.", "2016-10-09T16:40 2016-10-09"),
    ("2016-10-10", "[Oct. 9 at 4:40 p.m.], divers went down.", "2016-10-09T16:40 2016-10-09"),
    ("2016-10-10", "It broke on [Oct. 9, at about 4:40 p.m.] near the dam.", "2016-10-09T16:40 2016-10-09"),
    ("2016-09-02", "Shortly after [midnight Sunday], crews were called.", "2016-08-28T00:00 2016-08-28"),
    ("2016-09-02", "It broke at [10 p.m.] on Monday.", "2016-08-29T22:00 2016-08-29"),
    ("2026-01-26", "It fell at [2 a.m. on 24 January].", "2026-01-24T02:00 2026-01-24"),
    (SATURDAY, "It fell at [05:00 PHT] of 3 January.", "2026-01-03T05:00 2026-01-03"),
    (SATURDAY, "It fell on 3 January. At [00:30] of the next day it rose.", "2026-01-04T00:30 2026-01-04"),
    (SATURDAY, "It fell on 3 January. At 00:30 of [the next day] it rose.", "2026-01-04 2026-01-04"),
    (SATURDAY, "It rained between [9 a.m.] and 5 p.m. on Tuesday.", "2026-01-20T09:00 2026-01-20"),
    (SATURDAY, "It rained between [22:00 GMT] and 02:00 GMT of 3 January.", "2026-01-02T22:00 2026-01-02"),
    (SATURDAY, "It fell at [18:00] (two hours later in the west) on Tuesday.", "2026-01-24T18:00 2026-01-24"),
    (SATURDAY, "It fell at [18:00 UTC] (Coordinated Universal Time) on 3 January.", "2026-01-03T18:00 2026-01-03"),
    (SATURDAY, "It fell at [9:15 a.m.] (0715 GMT) on Monday.", "2026-01-19T09:15 2026-01-19"),
    (SATURDAY, "It fell at 9:15 a.m. ([0715 GMT]) Monday.", "2026-01-19T07:15 2026-01-19"),
    ("2017-01-02", "Posted: [Dec. 28, 2016 @ 5:31 PM]", "2016-12-28T17:31 2016-12-28"),
    ("2017-01-02", "Updated [5:47 p.m., Dec. 29, 2016]", "2016-12-29T17:47 2016-12-29"),
    ("2016-09-02", "It rained between [2] and 4 p.m. Monday.", "2016-08-29T14:00 2016-08-29"),
]  # fmt: skip
NO_TIMES = [
    "The last day of school was a wet one.",
    "It was dry. Now, the mill is wet.",
    "A man in his early thirties and a woman in her late 40s were hurt.",
    "He wrote of the Hundred Year War, that is all.",
    "Call 555-222-2027, or 222-2027, ext. 1928.",
    "It fell on Highway 2015 near the bridge.",
    "Ask for extension 1928.",
    "It fell in the 1900 block of Elm Street.",
    "They live at 2015 Main Street and 1990 N. Oak Ave.",
    "They won 7-11 and lost 11-7.",
    "Video (2:18): the bridge falls",
    "Four ships a week call there, and a bed costs $30 a day.",
    "He fought in the Seven Years' War and saw the Winter Palace.",
    "It is a matter of weeks.",
    "The week will be mild, with highs in the 60s and lows in the mid-40s.",
    "Men of the 3rd and 4th Divisions and the 1st Army marched.",
    "2:13 Watch how the bridge fell  1:05 Watch the flood",
]


def story(text: str, published: str) -> tuple[str, list[Mention[Timex]]]:
    """The marked words, and the mentions found in the text without marks."""
    before, _, rest = text.partition("[")
    words, _, after = rest.partition("]")
    return words, find_times(make_article(before + words + after, published))


@pytest.mark.parametrize(("published", "text", "meaning"), TOLD, ids=[f"{p} {t}" for p, t, _ in TOLD])
def test_telling(published: str, text: str, meaning: str) -> None:
    words, found = story(text, published)
    values = [mention.value for mention in found if mention.surface == words]
    assert len(values) == 1, [mention.surface for mention in found]
    days = values[0].interval
    ends = sorted({str(days.first), str(days.last)}) if days else ["None"]
    assert f"{values[0].value} {'..'.join(ends)}" == meaning


@pytest.mark.parametrize("text", NO_TIMES)
def test_figures_that_are_no_times(text: str) -> None:
    assert [mention.surface for mention in find_times(make_article(text))] == []


def test_a_time_of_day_later_than_the_hour_of_publication_was_the_day_before() -> None:
    article = make_article("The roof fell at 11:30 p.m. on guests. It had cracked at 3 a.m. that day.")
    morning = replace(article, published=replace(article.published, instant=datetime(2026, 1, 24, 8, 15)))
    assert [str(m.value.value) for m in find_times(article)][:2] == ["2026-01-24T23:30", "2026-01-24T03:00"]
    assert str(find_times(morning)[0].value.value) == "2026-01-23T23:30"
