"""What holds for every text: sentences made of the rules' own words, and hostile texts."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import make_article
from tests.timing import grows_linearly
from timeline.times import find_times, parse_time
from timeline.times.absolute import absolute_day
from timeline.times.grammar import grammar

NUMERALS = """1 2 3 12 24 31 32 90 99 1990 2026 1,900 5.8 4:35 16:30 25:99 01/24/2026 13/13/2026 24.01.2026 2026-01-24
2026-02-30 2026-01-24T25:99 1990s '90s '89 3rd 21st 100th 1/2 9/11 $5 50% two thirty-one nineteen ninety-four hundred
million""".split()
GLUE = [" ", " ", " ", ", ", "-", ". ", "\n", "'s ", " - ", "\n\n", "/"]
words = st.sampled_from(
    [*sorted(grammar().words), *NUMERALS, "May", "March", "Friday", "they", "said", "will", "people"]
)
sentences = st.lists(st.tuples(words, st.sampled_from(GLUE)), max_size=30).map(
    lambda pairs: "".join(word + glue for word, glue in pairs)
)
days = st.sampled_from([None, "0001-01-01", "1582-10-15", "2024-02-29", "2025-12-31", "2026-01-24", "9999-12-31"])


@settings(max_examples=400, deadline=None)
@given(text=sentences, published=days)
def test_mentions_quote_their_words_in_order_and_do_not_overlap(text: str, published: str | None) -> None:
    found = find_times(make_article(text, published, title=text.upper()))
    for mention in found:
        string = text if mention.span.field == "text" else text.upper()
        assert mention.surface == string[mention.span.start : mention.span.end]
        assert mention.surface.strip() == mention.surface != ""
    for one, other in pairwise(found):
        assert not one.span.meets(other.span)
        assert one.span.field == "title" or other.span.field == "text"
        assert one.span.field != other.span.field or one.span.start < other.span.start


@settings(max_examples=200, deadline=None)
@given(text=sentences, published=days)
def test_intervals_run_forward(text: str, published: str | None) -> None:
    for mention in find_times(make_article(text, published)):
        interval = mention.value.interval
        assert interval is None or interval.start < interval.end
        assert mention.value.value is None or mention.value.value.strip()


@settings(max_examples=200, deadline=None)
@given(text=sentences)
def test_what_is_parsed_alone_is_found_alone(text: str) -> None:
    stripped = text.strip()
    parsed = parse_time(text, date(2026, 1, 24))
    found = [mention for mention in find_times(make_article(stripped)) if mention.surface == stripped]
    assert (parsed is not None) == bool(found)


MONTHS = "January February March April May June July August September October November December".split()
figures = st.tuples(st.integers(1000, 2199), st.integers(1, 12), st.integers(1, 31))


@settings(max_examples=150, deadline=None)
@given(
    figures=figures, form=st.sampled_from(["{day} {name} {year}", "{name} {day}, {year}", "{year}-{month:02}-{day:02}"])
)
def test_days_with_a_named_month_or_in_iso_form_are_those_of_dateparser(
    figures: tuple[int, int, int], form: str
) -> None:
    year, month, day = figures
    words = form.format(year=year, month=month, day=day, name=MONTHS[month - 1])
    read, known = parse_time(words, date(2026, 1, 24)), absolute_day(words)
    assert (read.interval.first if read and read.interval else None) == known
    assert known is None or known == date(year, month, day)


@pytest.mark.parametrize(("words", "value"), [("2026-13-01", "2026-01-13"), ("24 January 2026", "2026-01-24")])
def test_dateparser_is_asked_only_for_what_has_no_other_reading(words: str, value: str) -> None:
    absolute_day.cache_clear()
    read = parse_time(words, None)
    assert read is not None
    assert read.value == value
    assert absolute_day.cache_info().misses == (words == "2026-13-01")


HOSTILE = {
    "slashes": "1/",
    "weekdays": "Monday ",
    "digits": "7",
    "spaces": " ",
    "lines": "\n",
    "brackets": "(",
    "letters": "a",
    "commas": "1,",
    "colons": "12:30:",
    "hyphens": "1990-",
    "articles": "the ",
    "ends": "the end of the ",
    "hedges": "at least more than ",
    "scales": "two hundred thousand million ",
    "apostrophes": "'90s'",
    "ranges": "3-5 June, ",
    "years": "In May 1914 and 1878, ",
    "headings": "The war, 1914-18\n\n",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(piece: str) -> None:
    assert grows_linearly(lambda size: find_times(make_article(piece * (size // len(piece)))), 25_000)
