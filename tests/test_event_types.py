"""The table's own examples, what the words of other trades must not give, and the promises of `find_triggers`."""

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.making import make_article, spans_of
from tests.timing import grows_linearly
from timeline.event_types import EVENT_TYPES, find_triggers
from timeline.event_types import types as lexicons
from timeline.model import Mention, Trigger

BLOCKS = [*lexicons.table()["type"].values(), *lexicons.table()["several"]]
EXAMPLES = [(example["text"], example["trigger"]) for block in BLOCKS for example in block["examples"]]

# The least contrast of a mark (not text) that WCAG 2.2 asks for, on the lightest and the darkest page.
CONTRAST = 3.0
PAGES = ("#ffffff", "#0e1117")

MEANINGS = {
    "strike": [
        "A missile hit a block of flats.",
        "Drones struck the depot.",
        "The air raid lasted an hour.",
        "AN OVERNIGHT BARRAGE SHOOK THE TOWN.",
    ],
    "battle": ["Fierce battles raged for the ridge.", "The army invaded at dawn.", "Troops recaptured a village."],
    "attack": [
        "He was stabbed in the neck.",
        "Villagers were massacred.",
        "A van was driven: he rammed a van into a crowd.",
    ],
    "bombing": ["A roadside bomb killed a soldier.", "He blew himself up.", "The parcel bomb was found on Monday."],
    "shooting": [
        "Two men were shot at a party.",
        "Neighbours heard shots fired.",
        "She was grazed by a bullet.",
        "He was gunned down.",
        "Someone fired several shots into a car.",
        "The rifle accidentally discharged.",
        "Two officers were fatally shot.",
        "A shoot-out followed.",
    ],
    "abduction": ["A teacher was abducted.", "Pirates hijacked a tanker.", "They were held hostage."],
    "crime": ["A bank was robbed.", "She was raped.", "It ended in a murder."],
    "arrest": ["He was arrested on Sunday.", "A suspect is in custody.", "Police jailed two men."],
    "court": [
        "He was convicted of murder.",
        "Her trial begins on Monday.",
        "She faces charges.",
        "A jury acquitted him.",
    ],
    "protest": ["Nurses went on strike.", "Students protested.", "A rail strike stopped the trains.", "They marched."],
    "riot": ["Shops burned in the rioting.", "Police fired tear gas."],
    "talks": [
        "Negotiations resumed.",
        "The envoys held talks.",
        "He sat down with the general.",
        "A summit is planned.",
    ],
    "agreement": ["A truce was declared.", "They swapped prisoners.", "Both signed a treaty."],
    "sanction": ["New tariffs took effect.", "Two envoys were expelled."],
    "election": ["The referendum failed.", "Voters cast ballots."],
    "office": ["The chancellor stepped down.", "A new premier was sworn in."],
    "legislation": ["The governor vetoed it.", "Martial law was declared."],
    "earthquake": ["A strong quake shook the city.", "Tremors were felt."],
    "tsunami": ["A tsunami followed."],
    "volcano": ["The eruption went on."],
    "flood": ["Floods cut the road.", "The creek burst its banks."],
    "storm": ["The typhoon moved north.", "A tornado flattened barns."],
    "landslide": ["Mudslides blocked the pass."],
    "wildfire": ["The bushfires spread."],
    "temperature": ["A cold snap came."],
    "drought": ["The famine worsened."],
    "epidemic": ["An outbreak of measles was declared."],
    "crash": ["Two trams collided.", "A bus overturned on a bend.", "She was hit by a car.", "The plane crashed."],
    "explosion": ["A gas blast wrecked the kitchen.", "Something exploded."],
    "fire": ["The mill caught fire.", "A warehouse fire burned all night."],
    "collapse": ["The roof caved in.", "A stampede broke out.", "A crane collapsed."],
    "outage": [
        "Thousands were without electricity.",
        "The suburb lost power.",
        "The raid knocked out power.",
        "It hit the plant, cutting power and heating in the centre.",
        "The district was blacked out.",
        "There was no heating or water.",
    ],
    "spill": ["A chemical spill closed the canal."],
    "displacement": ["Families were forced to flee.", "The town was evacuated."],
    "rescue": ["Crews rescued a child.", "The hostages were freed."],
    "aid": ["The ship brought humanitarian aid."],
    "death": ["The poet passed away.", "He was found dead."],
    "other": ["The chain filed for bankruptcy."],
}
EMPTY = [
    "The fire chief thanked the fire department.",
    "A heart attack ended his career.",
    "In March he moved to Lynch Street with Mrs Lynch.",
    "On MARCH 3 the shop was painted.",
    "He came under fire for his remarks.",
    "She works at a law firm and at a shooting range.",
    "The World War II museum is free.",
    "The homicide detective retold it.",
    "They struck a balance.",
    "It was a long shot.",
    "According to officials, the road is long.",
    "The airline has blue planes.",
    "It was a time bomb.",
    "The crowd spilled into the streets after the match.",
    "",
]


@pytest.mark.parametrize(("text", "trigger"), EXAMPLES)
def test_an_example_of_the_table_holds(text: str, trigger: str) -> None:
    assert trigger in spans_of(find_triggers(make_article(text)))


CONTEXTS = [
    ("The strike of railway workers stopped the trains.", "strike", "protest"),
    ("The strike hit a depot; two missiles were shot down.", "strike", "strike"),
    ("The federal police then raided two flats and seized cocaine.", "raided", "arrest"),
    ("Gunmen raided the village and burned houses.", "raided", "attack"),
    ("The blast at the gas plant hurt two miners.", "blast", "explosion"),
    ("The blast was the work of a suicide bomber.", "blast", "bombing"),
    ("Clashes between rebels and troops went on.", "Clashes", "battle"),
    ("Protesters threw stones in clashes with the police.", "clashes", "riot"),
    ("A lorry hit a bus on the highway.", "hit", "crash"),
    ("A typhoon with winds of 180 km/h hit the coast.", "hit", "storm"),
    ("A tractor rammed the bus.", "rammed", "crash"),
]


@pytest.mark.parametrize(("text", "word", "kind"), CONTEXTS)
def test_the_words_around_decide(text: str, word: str, kind: str) -> None:
    found = {mention.surface: mention.value.types[0] for mention in find_triggers(make_article(text))}
    assert found[word] == kind


def test_an_article_s_other_words_decide() -> None:
    article = make_article("A strike began. Teachers walked out.", title="General strike in Lyon")
    kinds = [mention.value.types[0] for mention in find_triggers(article) if mention.surface == "strike"]
    assert kinds == ["protest"]


@pytest.mark.parametrize("block", [*lexicons.table()["type"].items()], ids=lambda block: block[0])
def test_an_example_has_its_block_s_type(block: tuple[str, dict[str, list[dict[str, str]]]]) -> None:
    for example in block[1]["examples"]:
        found = {mention.surface: mention.value for mention in find_triggers(make_article(example["text"]))}
        assert found[example["trigger"]].types[0] == block[0]


@pytest.mark.parametrize("text", [*lexicons.table()["not"][0]["examples"], *EMPTY])
def test_words_of_other_trades_tell_of_nothing(text: str) -> None:
    assert spans_of(find_triggers(make_article(text))) == []


@pytest.mark.parametrize(("meaning", "text"), [(m, text) for m, texts in MEANINGS.items() for text in texts])
def test_a_phrasing_has_its_meaning(meaning: str, text: str) -> None:
    assert meaning in {kind for mention in find_triggers(make_article(text)) for kind in mention.value.types}


def test_every_type_has_a_phrasing() -> None:
    assert set(MEANINGS) == set(EVENT_TYPES)


@pytest.mark.parametrize(
    ("text", "surface", "rule", "trigger"),
    [
        ("The strike began.", "strike", "noun", Trigger(("strike", "protest"))),
        ("Two people were killed.", "killed", "verb", Trigger(("death", "attack", "shooting"), weak=True)),
        ("A fire in a mill.", "fire in", "phrase", Trigger(("fire",))),
        ("The fires went on.", "fires", "noun", Trigger(("fire", "shooting", "strike"), weak=True)),
        ("A meeting took place.", "meeting", "noun", Trigger(("talks",), weak=True)),
        ("Teachers held a strike vote.", "strike vote", "phrase", Trigger(("protest",))),
    ],
)
def test_a_trigger_says_its_types_and_its_weight(text: str, surface: str, rule: str, trigger: Trigger) -> None:
    assert [(m.surface, m.rule, m.value) for m in find_triggers(make_article(text))] == [(surface, rule, trigger)]


def test_the_title_is_read_and_told_apart() -> None:
    mentions = find_triggers(make_article("A quake.", title="Big flood"))
    assert [(m.span.field, m.surface) for m in mentions] == [("title", "flood"), ("text", "quake")]


def test_dashes_wraps_and_accents_keep_the_offsets() -> None:
    text = "In İzmir an air-\traid; then a CAR\n   BOMB; a coup d’état."
    mentions = find_triggers(make_article(text))
    assert [text[m.span.start : m.span.end] for m in mentions] == spans_of(mentions)
    assert spans_of(mentions) == ["air-\traid", "CAR\n   BOMB", "coup d’état"]


def test_the_table_names_known_types_only() -> None:
    assert {kind for block in lexicons.table()["several"] for kind in block["types"]} <= set(EVENT_TYPES)
    assert {kind for entry in lexicons.lexicon().values() if entry.trigger for kind in entry.trigger.types} == set(
        EVENT_TYPES
    )
    assert lexicons.names() <= set(lexicons.lexicon())


def test_every_group_has_a_colour_of_its_own() -> None:
    colours = {kind.group: kind.colour for kind in EVENT_TYPES.values()}
    assert colours == lexicons.table()["groups"]
    assert len(set(colours.values())) == len(colours)


@pytest.mark.parametrize("colour", lexicons.table()["groups"].values())
@pytest.mark.parametrize("page", PAGES)
def test_a_colour_is_seen_on_light_and_on_dark(colour: str, page: str) -> None:
    bright, dark = sorted((_luminance(colour), _luminance(page)), reverse=True)
    assert (bright + 0.05) / (dark + 0.05) >= CONTRAST


def test_a_form_of_two_meanings_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    table = {"not": [], "several": [], "type": {"a": {"nouns": ["quake"]}, "b": {"nouns": ["quake"]}}}
    monkeypatch.setattr(lexicons, "table", lambda: table)
    lexicons.lexicon.cache_clear()
    with pytest.raises(ValueError, match="'quake' is listed for a and for b"):
        lexicons.lexicon()
    lexicons.lexicon.cache_clear()


RULE_WORDS = st.lists(
    st.sampled_from([*sorted(lexicons.lexicon())[::40], "the", "of", "in", "fire", "-", "\n", ".", "3", "İ", "MARCH"]),
    max_size=30,
)


@settings(max_examples=150, deadline=None)
@given(words=RULE_WORDS)
def test_mentions_are_in_order_quoted_and_apart(words: list[str]) -> None:
    article = make_article(" ".join(words), title=" ".join(words[::-1]))
    mentions = find_triggers(article)
    assert all(article.quote(m.span) == m.surface for m in mentions)
    assert all(not _overlap(a, b) for a, b in pairwise(mentions))
    fields = [m.span.field for m in mentions]
    assert fields == sorted(fields, reverse=True)


@pytest.mark.parametrize("piece", ["a", " ", "1", "(", "shot ", " - ", "fire in the ", "without power or "])
def test_odd_text_takes_linear_time(piece: str) -> None:
    assert grows_linearly(lambda size: find_triggers(make_article(piece * (size // len(piece)))), 50_000)


def _overlap(left: Mention[Trigger], right: Mention[Trigger]) -> bool:
    return left.span.meets(right.span)


def _luminance(colour: str) -> float:
    channels = [int(part, 16) / 255 for part in re.findall("[0-9a-f]{2}", colour)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
