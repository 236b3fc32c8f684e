"""Times that are reckoned from a year before 1000, which the calendar of intervals does not reach.

Each text is of an invented war; the marked words mean the value beside it. The years were counted by hand.
"""

import pytest

from tests.making import make_article
from timeline.times import find_times

WAR = """The Reed War lasted from 310 BC to 290 BC. The ford was lost in 309 BC and won again in 307 BC. The lowlanders
took it in 305 BC, and in 304 BC they lost sixty ships. """.replace("\n", " ")
TOLD = [
    ("BC0303", "[The next year] they built more."),
    ("BC0304", "[Later that year] they built more."),
    ("BC0305", "They had lost as many [the year before]."),
    ("BC0299", "[Five years later] it was over."),
    ("BC0294", "[A decade later] it was over."),
    ("BC0304-FA", "It was a storm [that autumn]."),
    ("BC0303-SP", "By [the following spring] they had more."),
    ("BC0303-SP", "In the summer of 304 BC it rained. By [the following spring] they had more."),
    ("BC0304-WI", "In the summer of 304 BC it rained. By [the following winter] they had more."),
    ("BC0304-WI", "They stayed on the coast during [the winter]."),
    ("BC0304-FA", "They went home in [the autumn of that year]."),
    ("BC0304-03", "The wind had come in [March]."),
    ("BC0304-03-15", "The wind had come on [15 March]."),
    ("BC0303-03", "They sailed again in [March of the following year]."),
    ("BC0304", "By [the end of the year] they had more."),
    ("0014", "The mint closed in 3 BC and opened [16 years later]."),
    ("BC0003", "The mint closed in AD 14. It had opened [16 years earlier]."),
    ("1002", "The mint closed in 998 AD and opened [four years later]."),
    ("0079-08-24", "The mint burned on [24 August AD 79]."),
    ("BC0044-03", "The mint burned in [March 44 BC]."),
    ("0060", "The mint was built in AD 52 and burned in [the year 60]."),
    ("1913", "The dyke broke in May 1912. [The next year] it broke again."),
    ("1912-FA", "The dyke broke in May 1912. [That autumn] it broke again."),
    (None, "[Six months later] it was over."),
    (None, "[The next decade] was quiet."),
]  # fmt: skip
NEWS = [
    ("BC0263", "The wall was built in 264 BC. It burned [the following year]."),
    ("2025", "The wall was built in 264 BC. It burned [last year]."),
    ("2025-12", "The wall was built in 264 BC. It burned in [December]."),
]


def value_of_marked(text: str, published: str) -> str | None:
    """The value of the words in brackets."""
    before, _, rest = text.partition("[")
    words, _, after = rest.partition("]")
    found = find_times(make_article(before + words + after, published))
    values = [m.value.value for m in found if (m.span.start, m.surface) == (len(before), words)]
    assert len(values) == 1, [mention.surface for mention in found]
    return values[0]


@pytest.mark.parametrize(("meaning", "text"), TOLD, ids=[text for _, text in TOLD])
def test_a_narrative_goes_on_from_an_ancient_year(meaning: str | None, text: str) -> None:
    assert value_of_marked(WAR + text, "2009-12-19") == meaning


@pytest.mark.parametrize(("meaning", "text"), NEWS, ids=[text for _, text in NEWS])
def test_news_stays_with_its_publication(meaning: str, text: str) -> None:
    assert value_of_marked(text, "2026-01-24") == meaning


@pytest.mark.parametrize("text", ["They met on 15 March 44 ad hoc.", "The year 60 shops closed was a bad one."])
def test_no_ancient_years(text: str) -> None:
    assert not [m for m in find_times(make_article(text)) if m.value.value and m.value.value[:1] in "B0"]


def test_a_day_that_no_month_has_leaves_the_year() -> None:
    found = find_times(make_article("They met on March 40, 44 BC."))
    assert [(m.surface, m.value.value) for m in found] == [("44 BC", "BC0044")]
