"""The examples that stand beside the rules of times, and how the rules are built."""

import pytest

from tests.making import make_article
from timeline.model import Mention, Timex
from timeline.times import find_times, parse_time
from timeline.times.grammar import Rule, grammar
from timeline.times.patterns import Kinds, PatternReader
from timeline.times.productions import PRODUCTIONS
from timeline.times.reader import NOTHING, PREFIX

EXAMPLES = [
    (rule, value, phrasing)
    for rule in grammar().rules
    for value, phrasings in rule.examples.items()
    for phrasing in phrasings
]


def marked(phrasing: str) -> tuple[str, str]:
    """A sentence without its brackets, and the words in them; without brackets it is all one expression."""
    if "[" not in phrasing:
        return f"They said: {phrasing}.", phrasing
    before, rest = phrasing.split("[", 1)
    words, after = rest.split("]", 1)
    return before + words + after, words


def found(text: str, words: str) -> Mention[Timex] | None:
    """The mention of these words."""
    return next((mention for mention in find_times(make_article(text)) if mention.surface == words), None)


@pytest.mark.parametrize(("rule", "value", "phrasing"), EXAMPLES, ids=[f"{r.name}: {p}" for r, _, p in EXAMPLES])
def test_example_has_its_value(rule: Rule, value: str, phrasing: str) -> None:
    text, words = marked(phrasing)
    mention = found(text, words)
    assert mention is not None, [m.surface for m in find_times(make_article(text))]
    assert mention.value.value == value


def test_rules_name_productions_that_exist() -> None:
    named = {rule.makes for rule in grammar().rules}
    assert named - {PREFIX, NOTHING} == set(PRODUCTIONS)


@pytest.mark.parametrize("pattern", ["(a", "a)", "a ? ?", "[a", "a + b"])
def test_malformed_pattern_stops_the_run(pattern: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PatternReader(Kinds(), {}).read(pattern)


def test_parse_time_wants_one_expression_and_nothing_else() -> None:
    read = parse_time("24 January 2026", None)
    assert read is not None
    assert read.value == "2026-01-24"
    assert parse_time("24 January 2026 and 3 May 2026", None) is None
    assert parse_time("officials may say", None) is None
    assert parse_time("", None) is None
