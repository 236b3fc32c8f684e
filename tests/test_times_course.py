"""The course of a narrative: where its stated years carry on, where they are told by the way, what its headings say.

Each text is of an invented war; the marked words mean the value beside it. The days were read off a calendar.
"""

import pytest

from tests.making import make_article
from timeline.times import find_times

WAR = """The Marsh War broke out in May 1911. It spread in August 1911 and reached the coast in December 1911. The river
froze in January 1912, and in June 1912 the north fell. """.replace("\n", " ")
TOLD = [
    # years that are told by the way
    ("1912-09", "Its mint, shut until the end of 1914, stood empty. In [September] the siege began. March 1913 came."),
    ("1912-09", "Its canal (1905) lay dry. In [September] the siege began."),
    ("1912-09", "Its bridge had stood since 1887. In [September] the siege began."),
    ("1912-08", "The mint, which had opened in 1909, was shut. In [August] it burned. December 1912 came."),
    ("1912-07-03", "The mint opened again in 1949. On [3 July] the siege began. It ended on 9 August 1912."),
    ("1912-08-06", "In August 1912, after the drought of 1911, it rained. On [6 August] it broke. 29 July 1912 came."),
    ("1912-07-06", "It is less than in 1911. The floods of 1910 and 1911 had done more harm. On [6 July] it broke."),
    # years that carry on
    ("1914-09", "The truce held until 1914. In 1914 the war went on. In [September] it burned, and in May 1915 too."),
    ("1915-03", "In October 1914 the truce ended. In [March] the siege began."),
    ("1914-03", "In May 1914 the truce ended. In [March] the envoys had met; by June 1914 they had gone."),
    # what is told next
    ("1912-SU", "The town held out through [the summer], all flood and fever, and in August 1912 it fell."),
    ("1912-12", "It fell by [December]. In January 1913 the envoys met."),
    ("1912-05", "In the west the army had begun in [May]. By July 1912 it stood at the dyke."),
    # digressions end with their paragraph
    ("1912-11", "\n\nIt was begun in May 1873 and done in July 1879.\n\nIn [November] it broke. December 1912 came."),
    ("1879-11", "\n\nIt was begun in May 1873, done in July 1879, blessed in [November].\n\nIn May 1913 it broke."),
    ("1912-11", "\n\nMay 1873 saw it done.\n\nMay 1860 saw it planned.\n\nIn [November] it broke. December 1912 came."),
    ("1912-08-09", "On 8 August 1912 it rained more than on 1 September 1950. On [9 August] it broke. May 1913 came."),
    # the following year goes on
    ("1913-03", "The following year the dyke broke. In [March] the envoys met."),
    ("1912-07", "The previous year the dyke had held. In [July] it broke."),
    # who is quoted speaks on the day told
    ("1912-08-02", 'On 3 August 1912 the mayor said: "It broke [yesterday]."'),
    ("1912-08-04", 'On 3 August 1912 the mayor said: "It will break [tomorrow]."'),
    ("PRESENT_REF", "The dyke is a museum [today]."),
    ("1902", 'On 3 August 1912 the mayor said: "It was built [ten years ago]."'),
    # holidays go on, and what was done before goes back
    ("1912-12-25", "By [Christmas] the town was empty."),
    ("1911-12", "The envoy, who had arrived in [December], was jailed."),
    ("1912-05-03", "They were told of the gold that had been lost on [3 May] near the dyke."),
    ("1912-12", "By [December] the army had crossed."),
    ("1912-07-03TNI", "On 3 July 1912 the river rose, and [overnight] it broke."),
    # nights and seasons between two
    ("1912-10-31TNI", "On [the night of 31 October]/1 November 1912 it broke."),
    ("1911-WI", "They had drilled in [the winter of 1911-1912] already."),
    ("1912-FA", "It froze in [the fall of that year]."),
    ("1912-07-09TEV", "On 3 July it rained. On [the evening of the ninth] it broke."),
    # parts of other days
    ("1912-07-04TMO", "It broke on 3 July 1912. On [the morning of the next day] they fled."),
    ("1912-07-03TNI", "It broke on 3 July 1912. [That very night] they fled."),
    ("1912-07-04T06:00", "It broke on 3 July 1912. At [6 the next morning] they fled."),
    # decades near what is told; what lies between two dates carries on
    ("192", "In June 1919 it opened. It grew throughout [the twenties]."),
    ("193", "In June 1919 it opened. It grew throughout the twenties and into [the early thirties]."),
    ("1914-WI", "The town burned in the summer of 1913. It froze [the following winter]. May 1932 came."),
    # kinds, not times
    ("XXXX-WI", "In October 1912 they went into [winter] quarters."),
    ("PAST_REF", "The [former] king fled."),
    # what explains a day
    ("1912-08-03", "They met on 3 August 1912, [the day] after the dyke broke."),
    ("1912-08-03TMO", "They met at [dawn on 3 August 1912]."),
]  # fmt: skip
HEADINGS = [
    ("1912-05", "1912\n\nIn October the dyke broke. In December it was closed. In [May] the envoys had met."),
    ("1913-05", "1912-13\n\nIn October 1912 the dyke broke. In December it was closed. In [May] the envoys met."),
    (
        "1913-05",
        "The siege (1911-1913)\n\nIn October 1912 the dyke broke. In December it was closed. In [May] they met.",
    ),
    ("1913-05", "The siege\n\nIn October 1912 the dyke broke. In December it was closed. In [May] they met."),
]


def value_of_marked(text: str) -> str | None:
    """The value of the words in brackets, as an encyclopaedia of 2009 means them."""
    before, _, rest = text.partition("[")
    words, _, after = rest.partition("]")
    found = find_times(make_article(before + words + after, "2009-12-19"))
    values = [m.value.value for m in found if (m.span.start, m.surface) == (len(before), words)]
    assert len(values) == 1, [mention.surface for mention in found]
    return values[0]


@pytest.mark.parametrize(("meaning", "text"), TOLD, ids=[text.strip() for _, text in TOLD])
def test_a_narrative_keeps_its_course(meaning: str, text: str) -> None:
    assert value_of_marked(WAR + text) == meaning


@pytest.mark.parametrize(("meaning", "text"), HEADINGS, ids=[text.split("\n")[0] for _, text in HEADINGS])
def test_a_heading_bounds_the_years_of_its_section(meaning: str, text: str) -> None:
    assert value_of_marked(f"{WAR}\n\n{text}") == meaning


def test_before_any_year_a_narrative_is_of_the_year_that_it_states_first() -> None:
    assert value_of_marked(f"On [7 April] the envoys met. {WAR}") == "1911-04-07"


def test_a_length_lies_beside_what_is_told() -> None:
    mentions = find_times(make_article(WAR + "For the next three years it was quiet.", "2009-12-19"))
    days = mentions[-1].value.interval
    assert (mentions[-1].surface, days and (days.first.year, days.last.year)) == ("the next three years", (1912, 1915))


def test_years_before_their_figures_are_no_length() -> None:
    found = find_times(make_article(WAR + "In the years 1912 to 1914 half of them died.", "2009-12-19"))
    assert [m.surface for m in found][-2:] == ["1912", "1914"]


def test_the_fall_of_a_town_is_no_season() -> None:
    found = find_times(
        make_article(WAR + "The fall of the town and all that came after the fall was sad.", "2009-12-19")
    )
    assert [m.surface for m in found][-1] == "June 1912"


def test_news_is_reckoned_from_its_publication() -> None:
    text = "It burned in 1911, 1912, 1913, May 1914 and June 1915. It burned on Monday, on Friday and today."
    assert [m.value.value for m in find_times(make_article(text, "2009-12-19"))][-1] == "2009-12-19"


def test_past_years_without_a_publication_day_lie_nowhere() -> None:
    text = "It was built in 1912. For the past eight years it stood empty, after the previous ten years."
    lengths = [m.value.interval for m in find_times(make_article(text, None)) if m.value.value in ("P8Y", "P10Y")]
    assert [days and days.first.year for days in lengths] == [None, 1902]
