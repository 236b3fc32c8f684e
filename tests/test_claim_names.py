"""Names that events bear: found, kept from what only looks like one, and used to join and to part what is told."""

import pytest

from tests.making import make_article
from timeline.claims import cues
from timeline.claims.names import is_alias, name_at, named_in, names_of
from timeline.claims.passages import Passage
from timeline.model import Harm, Mention, Span, Trigger
from timeline.pipeline import extract

ROWS = cues.table()["named"]["examples"]


def passage_of(text: str, trigger: str) -> Passage:
    start = text.index(trigger)
    found = Mention("a", Span("text", start, start + len(trigger)), trigger, "noun", Trigger(("storm",)))
    return Passage("a", text, Span("text", 0, len(text)), 0, 0, (), (), (), (found,), ())


@pytest.mark.parametrize(("text", "trigger", "name"), ROWS)
def test_named_examples(text: str, trigger: str, name: str) -> None:
    passage = passage_of(text, trigger)
    assert (name_at(passage, passage.triggers[0]) or "") == name
    assert names_of([passage]) == ({name} if name else frozenset())


def test_headings_and_capitals_name_nothing() -> None:
    assert not names_of([passage_of("Hurricane Hits Coast Of Florida", "Hurricane")])
    assert not names_of([passage_of("A HURRICANE KATRINA REPORT", "HURRICANE")])


def test_a_name_is_mentioned_as_a_word_of_its_own() -> None:
    known = frozenset({"Iris", "Camp Fire"})
    assert named_in("Iris killed ten.", known) == {"Iris"}
    assert not named_in("Irish towns were hit by a camp fire.", known)
    assert named_in("The Camp Fire spread.", known) == {"Camp Fire"}


def test_an_alias_is_said_to_be_one() -> None:
    assert is_alias(", known in the Philippines as ")
    assert not is_alias(", stronger than ")


def test_a_name_joins_over_days_and_places_and_parts_from_another_storm() -> None:
    text = (
        "Hurricane Mabel formed on 2 September 2019 off Barbados and moved west for a week.\n"
        "Mabel killed 12 people in Honduras on 9 September 2019.\n"
        "It was the worst storm since Hurricane Ruth, which killed 900 people in Honduras in 1998."
    )
    found = extract(make_article(text, "2019-10-01"))
    main = next(claim for claim in found.claims if claim.id == found.main)
    assert [toll.value.best for toll in main.tolls] == [12]
    assert found.main_tolls[Harm.KILLED].best == 12
    older = [claim for claim in found.claims if any(toll.value.best == 900 for toll in claim.tolls)]
    assert older
    assert main not in older


def test_a_figure_goes_to_the_storm_beside_it() -> None:
    found = extract(
        make_article(
            "Cyclone Mabel killed 12 people in Vanuatu on 13 March 2015.\n"
            "The task left by Cyclone Mabel was harder than that of Typhoon Ruth, which left 7,000 dead in Manila.",
            "2015-04-01",
        )
    )
    assert found.main_tolls[Harm.KILLED].best == 12


def test_what_an_event_is_held_against_takes_none_of_its_figures() -> None:
    found = extract(
        make_article(
            "Tropical Storm Mabel hit Dominica on 27 August 2015.\n"
            "In the hills it killed 30 people, the highest toll since Hurricane Ruth in 1979.",
            "2015-09-01",
        )
    )
    assert found.main_tolls[Harm.KILLED].best == 30


def test_a_storm_is_no_place() -> None:
    found = extract(
        make_article(
            "In Haiti, Hurricane Florence killed 12 people. Then Florence hit Cuba on 2 May 2018.", "2018-05-03"
        )
    )
    assert "Florence" not in {where.place.surface for claim in found.claims for where in claim.where}


def test_two_names_of_one_storm_stay_one() -> None:
    found = extract(
        make_article(
            "Typhoon Dovan, known in the Philippines as Typhoon Tasing, killed 31 people in Manila on 4 May 2018.\n"
            "Tasing left 200 injured.\nDovan weakened on 9 May 2018.",
            "2018-05-20",
        )
    )
    assert {harm: total.best for harm, total in found.main_tolls.items()} == {Harm.KILLED: 31, Harm.INJURED: 200}
