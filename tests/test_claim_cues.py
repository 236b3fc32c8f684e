"""The words of `claims.toml`, by their own examples, and those that must not be mistaken for them."""

import pytest

from tests.making import make_article
from timeline.claims import cues
from timeline.claims.asides import parts_of
from timeline.claims.passages import Passage, passages
from timeline.event_types import find_triggers
from timeline.model import Grain, Mention, Span, Status, Timex, TimexType, Trigger
from timeline.pipeline.reading import recognise


def passage_of(text: str) -> Passage:
    return Passage("a", text, Span("text", 0, len(text)), 0, 0, (), (), (), (), ())


def span_of(text: str, words: str) -> Span:
    start = text.index(words)
    return Span("text", start, start + len(words))


STATUSES = [
    (row["id"], example["text"], example["trigger"]) for row in cues.table()["status"] for example in row["examples"]
]
PLAIN = [
    ("The strike hit the port on Friday.", "strike"),
    ("Not far from the market a bomb exploded.", "exploded"),
    ("In May the two sides met for talks.", "talks"),
    ("On 5 May, the two sides met for talks.", "talks"),
    ("He would not comment, but the shooting left two dead.", "shooting"),
    ("The meeting took place after the ministry denied a report.", "meeting"),
]


@pytest.mark.parametrize(("status", "text", "trigger"), STATUSES)
def test_status_examples(status: str, text: str, trigger: str) -> None:
    assert cues.status_of(passage_of(text), span_of(text, trigger)) is Status(status)


@pytest.mark.parametrize(("text", "trigger"), PLAIN)
def test_plain_telling_happened(text: str, trigger: str) -> None:
    assert cues.status_of(passage_of(text), span_of(text, trigger)) is Status.HAPPENED


def told(text: str, words: str, rule: str) -> Status:
    passage, trigger = passage_of(text), Mention("a", span_of(text, words), words, rule, Trigger(("other",)))
    return cues.status_told(passage, trigger)


INTENDED = [(row["text"], row["trigger"]) for row in cues.table()["intended"]["examples"]]
CAME_TO_PASS = [(row["text"], row["trigger"]) for row in cues.table()["intended"]["happened"]]


def rule_of(words: str) -> str:
    return "noun" if words in ("truce", "clashes") else cues.VERB


@pytest.mark.parametrize(("text", "trigger"), INTENDED)
def test_what_is_meant_to_be_is_possible(text: str, trigger: str) -> None:
    assert told(text, trigger, rule_of(trigger)) is Status.POSSIBLE
    assert cues.status_of(passage_of(text), span_of(text, trigger)) is Status.HAPPENED


@pytest.mark.parametrize(("text", "trigger"), CAME_TO_PASS)
def test_what_came_to_pass_happened(text: str, trigger: str) -> None:
    assert told(text, trigger, rule_of(trigger)) is Status.HAPPENED


def test_a_modal_far_from_its_verb_says_nothing() -> None:
    text = "We must not forget that the war cost us dear: a bomb exploded at noon."
    assert cues.status_of(passage_of(text), span_of(text, "exploded")) is Status.HAPPENED


@pytest.mark.parametrize(("text", "trigger"), cues.table()["aggregate"]["examples"])
def test_aggregate_examples(text: str, trigger: str) -> None:
    assert cues.is_aggregate(passage_of(text), span_of(text, trigger))


def test_one_happening_is_no_aggregate() -> None:
    assert not cues.is_aggregate(passage_of("A strike on the port killed two people on Friday."), Span("text", 2, 8))


@pytest.mark.parametrize(("text", "trigger"), cues.table()["stored"]["examples"])
def test_stored_examples(text: str, trigger: str) -> None:
    def stored(text: str) -> bool:
        return cues.is_stored(
            passage_of(text), Mention("a", span_of(text, trigger), trigger, "noun", Trigger(("bombing",)))
        )

    assert stored(text)
    assert not stored(f"The rebels threw {trigger} at the gate.")


@pytest.mark.parametrize(("text", "trigger"), cues.table()["novel"]["examples"])
def test_novel_examples(text: str, trigger: str) -> None:
    assert cues.is_novel(passage_of(text), span_of(text, trigger))
    assert not cues.is_novel(passage_of("The shooting happened at noon."), Span("text", 4, 12))


@pytest.mark.parametrize(("text", "trigger"), cues.table()["definite"]["examples"])
def test_definite_examples(text: str, trigger: str) -> None:
    assert cues.is_definite(passage_of(text), span_of(text, trigger))
    assert not cues.is_definite(passage_of("A shooting left one dead."), Span("text", 2, 10))


@pytest.mark.parametrize("text", cues.table()["past"]["examples"])
def test_past_examples(text: str) -> None:
    assert cues.tells_of_past(passage_of(text))
    assert not cues.tells_of_past(passage_of("The bridge collapsed on Friday."))


@pytest.mark.parametrize("text", cues.table()["retold"]["examples"])
def test_retold_examples(text: str) -> None:
    assert cues.tells_of_law(passage_of(text))
    assert not cues.tells_of_law(passage_of("The bridge collapsed on Friday."))


@pytest.mark.parametrize(("text", "trigger"), cues.table()["compared"]["examples"])
def test_compared_examples(text: str, trigger: str) -> None:
    assert cues.is_compared(passage_of(text), span_of(text, trigger))
    assert not cues.is_compared(passage_of("A hurricane hit the coast."), span_of("A hurricane hit", "hurricane"))


@pytest.mark.parametrize(("text", "trigger"), cues.table()["presumed"]["examples"])
def test_presumed_examples(text: str, trigger: str) -> None:
    assert cues.status_of(passage_of(text), span_of(text, trigger)) is Status.HAPPENED
    doubted = text.replace("Thursday's", "an")
    assert cues.status_of(passage_of(doubted), span_of(doubted, trigger)) is Status.POSSIBLE


@pytest.mark.parametrize("text", cues.table()["novel"]["openings"])
def test_openings_set_a_sentence_apart(text: str) -> None:
    assert cues.is_novel(passage_of(text), Span("text", len(text) - 5, len(text)))


@pytest.mark.parametrize(("text", "trigger", "time"), cues.table()["aside"]["examples"])
def test_aside_examples(text: str, trigger: str, time: str) -> None:
    assert cues.is_aside(passage_of(text), span_of(text, trigger), span_of(text, time))
    plain = "The attack came after 8 p.m. on May 4."
    assert not cues.is_aside(passage_of(plain), span_of(plain, "attack"), span_of(plain, "May 4"))


@pytest.mark.parametrize(("text", "time"), cues.table()["held_against"]["examples"])
def test_held_against_examples(text: str, time: str) -> None:
    assert cues.is_held_against(passage_of(text), span_of(text, time))
    plain = f"The worst flood hit on {time}."
    assert not cues.is_held_against(passage_of(plain), span_of(plain, time))


@pytest.mark.parametrize(("text", "opens"), cues.table()["aside"]["asides"])
def test_asides_stand_apart(text: str, opens: str) -> None:
    article = make_article(text)
    parts = parts_of(passages(recognise(article), find_triggers(article))[0], None)
    assert [time.surface for part in parts[1:] for time in part.times] == ([opens] if opens else [])


@pytest.mark.parametrize(("text", "time", "trigger"), cues.table()["owned"]["examples"])
def test_owned_examples(text: str, time: str, trigger: str) -> None:
    assert cues.owns_day(passage_of(text), span_of(text, time), span_of(text, trigger))
    plain = "He spoke on Tuesday and the protests went on."
    assert not cues.owns_day(passage_of(plain), span_of(plain, "Tuesday"), span_of(plain, "protests"))


@pytest.mark.parametrize(("text", "harm", "trigger"), cues.table()["harmed_in"]["examples"])
def test_harmed_in_examples(text: str, harm: str, trigger: str) -> None:
    assert cues.dies_in(passage_of(text), span_of(text, harm), span_of(text, trigger))
    plain = "He died, and protests followed."
    assert not cues.dies_in(passage_of(plain), span_of(plain, "died"), span_of(plain, "protests"))


@pytest.mark.parametrize(("text", "time"), cues.table()["reporting"]["examples"])
def test_reporting_examples(text: str, time: str) -> None:
    value = Timex(TimexType.DATE, None, None, Grain.DAY)
    assert cues.is_reporting(passage_of(text), Mention("a", span_of(text, time), time, "made", value))
    plain = "The bus crashed on Monday."
    assert not cues.is_reporting(passage_of(plain), Mention("a", span_of(plain, "Monday"), "Monday", "made", value))


@pytest.mark.parametrize(("text", "time"), cues.table()["ending"]["examples"])
def test_ending_examples(text: str, time: str) -> None:
    value = Timex(TimexType.DATE, None, None, Grain.DAY)
    assert cues.tells_of_end(passage_of(text), Mention("a", span_of(text, time), time, "made", value))
    plain = "The flood came on 8 June."
    assert not cues.tells_of_end(passage_of(plain), Mention("a", span_of(plain, "8 June"), "8 June", "made", value))


@pytest.mark.parametrize(("text", "name", "word"), cues.table()["relative"]["examples"])
def test_relative_examples(text: str, name: str, word: str) -> None:
    assert cues.goes_on(passage_of(text), span_of(text, name), span_of(text, word))
    plain = "Hurricane Ruth passed. The rain killed 40."
    assert not cues.goes_on(passage_of(plain), span_of(plain, "Hurricane"), span_of(plain, "killed"))
