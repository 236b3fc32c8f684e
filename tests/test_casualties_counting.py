"""What figures of one event add up to."""

import pytest

from tests.making import make_article
from timeline.casualties import count_people, find_tolls
from timeline.model import Harm, Side, Sum


def sums(text: str, title: str | None = None) -> dict[Harm, Sum]:
    """The sums of an article whose figures all belong to one event, perpetrators left out."""
    tolls = find_tolls(make_article(text, title=title))
    return count_people([toll for toll in tolls if toll.value.side is not Side.PERPETRATOR])


@pytest.mark.parametrize(
    ("text", "killed", "injured", "rules"),
    [
        ("Three people died. In all 12 people were killed.", 12, 0, "stated"),
        ("A blast killed 31 workers. Nine people were being treated in hospital.", 31, 9, "stated stated"),
        ("Two riders were killed and seven were taken to hospital.", 2, 7, "stated stated"),
        ("Seven people were taken to hospital, where two died.", 2, 5, "stated shot less killed"),
        ("Nearly 300 people died in the slide. The ministry counted 287 dead.", 287, 0, "stated"),
        ("The death toll rose to 46 from 31.", 46, 0, "corrected"),
        ("The ministry lowered its count of the dead to 3,958 from 11,300.", 3958, 0, "corrected"),
        ("Nine people died, not 12 as first reported.", 9, 0, "corrected"),
        ("Earlier, officials had said 41 people were killed. The toll was revised to 30.", 30, 0, "corrected"),
        ("Officials said 41 people were killed. A minister put the toll at 30.", 41, 0, "stated"),
        ("Four women were killed. A fifth victim died on Saturday.", 5, 0, "next in number"),
        ("A man was killed on Monday. A third victim died on Saturday.", 3, 0, "next in number"),
        ("One person was killed and three others were hurt. A fourth person was hurt too.", 1, 3, "individuals stated"),
        ("Four people were hurt. A fifth person was injured by glass.", 0, 5, "next in number"),
        ("2 clerks shot and wounded, 3 others grazed at a market", 0, 5, "stated and more"),
        ("Four people were killed. A gunman shot his neighbor.", 4, 0, "stated"),
        ("Four people died. Three people were shot.", 4, 0, "stated shot less killed"),
        ("Ivan Kolar, 18, and four others were shot. Kolar died.", 1, 4, "individuals shot less killed"),
        ("Ivan Kolar and Pavel Lenz were shot. Two others were shot. Both men died.", 2, 2, "stated shot less killed"),
        ("A boy was shot on Monday. The fatal shooting is under investigation.", 1, 0, "stated"),
        ("A boy was wounded on Monday. The fatal shooting is under investigation.", 1, 1, "stated individuals"),
        ("A fatal shooting is under investigation. Three people were killed.", 3, 0, "stated"),
        ("A farmer died of his wounds. A second person was injured.", 1, 1, "individuals individuals"),
        ("A teenager was killed. A man was also shot.", 1, 1, "individuals individuals"),
        ("The fire left a man dead and four others in the hospital.", 1, 4, "individuals stated"),
        ("A 2-year-old girl was shot dead. The 30-month-old died on the way.", 1, 0, "individuals"),
        ("2 killed 5 injured in blast", 2, 5, "stated stated"),
        ("A woman was killed. The boy was wounded.", 1, 1, "individuals individuals"),
        (
            "Several people were hurt. " + "It rained. " * 90 + "All nine victims were taken to hospital.",
            0,
            9,
            "stated",
        ),
        ("The storm killed 34 people in Larn and 12 in Ebor.", 46, 0, "stated and more"),
        ("12 people, including five children, were killed.", 12, 0, "stated"),
        ("Four people died at the scene and two in hospital.", 6, 0, "stated and more"),
        ("Four people were killed. Another two died in hospital.", 6, 0, "stated and more"),
        ("A man was shot on Monday. The man died in hospital.", 1, 0, "individuals"),
        ("Police said Antonio Mason, 35, was shot. Mason was pronounced dead.", 1, 0, "individuals"),
        ("Police said Ivan Kolar was killed. Police said Maria Lenz died too.", 2, 0, "individuals"),
        ("A teen was killed and a child was injured.", 1, 1, "individuals individuals"),
        ("One teenager is dead, another injured.", 1, 1, "individuals stated"),
        ("A boy, 9, was wounded. A girl, 7, was wounded.", 0, 2, "individuals"),
        ("Five people were shot. One of them died.", 1, 4, "stated shot less killed"),
        ("Five people were shot, two of them fatally.", 2, 3, "stated shot less killed"),
        ("A man was killed and three others were shot.", 1, 3, "individuals stated"),
        ("The war has killed 40,000 people. A shell hit a house and two people died.", 2, 0, "stated"),
        ("Officer Smith was shot dead and his partner critically wounded.", 1, 1, "individuals individuals"),
        ("Of the four guards shot, two suffered serious injuries.", 0, 4, "stated"),
        ("Two men were shot dead in separate incidents. A man was killed at a bar.", 1, 0, "individuals"),
        ("A man died. " + "It rained. " * 90 + "Three others were wounded.", 1, 3, "individuals stated"),
        ("A man died. " + "It rained. " * 90 + "Three people were wounded.", 1, 3, "individuals stated"),
        ("A man died. " + "It rained. " * 300 + "Three people were wounded.", 1, 0, "individuals"),
        ("A man died. " + "It rained. " * 90 + "Three people were shot.", 1, 0, "individuals"),
        ("A fatal shooting shook the town. " + "It rained. " * 90 + "Two men were killed.", 2, 0, "stated"),
        ("Several people were hurt. Five people were taken to hospital.", 0, 5, "stated"),
        ("Dozens of people were hurt. Five people were taken to hospital.", 0, 24, "stated"),
        ("An 8th hiker was injured in the slide. A guide was hurt too.", 0, 8, "next in number"),
        ("He was accused of shooting three relatives to death.", 3, 0, "stated"),
        ("The 3rd grade girl was injured by a bullet.", 0, 1, "individuals"),
        ("Four guards were shot and two of them seriously injured.", 0, 4, "stated"),
        ("Twelve people are feared dead. Officials said five people were killed.", 5, 0, "stated"),
        ("Twelve people are feared dead.", 12, 0, "stated"),
        ("Jonas Ferro, 4, was shot at home. Police said Jonas died on the way.", 1, 0, "individuals"),
        ("A boy, 6, died. Ivan Kolar, 6, lived next door, where Ivan was shot.", 1, 0, "individuals"),
        ("Police said Jonas Ferro was hurt. A nurse said Maria Ferro was hurt.", 0, 2, "individuals"),
        (
            "One man died and two people were hurt. Ivan Kolar, 31, was hurt. Pavel Lenz, 40, died at his home.",
            1,
            2,
            "individuals stated",
        ),
        (
            "One man died and two people were hurt. Ivan Kolar, 31, was hurt. Pavel Lenz, 40, also died.",
            2,
            2,
            "individuals stated",
        ),
        ("Four women died. A fifth victim, a man, was taken to hospital and died.", 5, 0, "next in number"),
        ("Another man was shot and died.", 1, 0, "individuals"),
        ("Ivan Kolar died. " + "It rained. " * 90 + "Kolar and Maria Lenz were killed.", 2, 0, "stated"),
        ("Ivan Kolar died. " + "It rained. " * 90 + "Pavel Kern and Maria Lenz were killed.", 1, 0, "individuals"),
        ("A 22-month-old died in a blaze. The 2-year-old boy died on Friday.", 1, 0, "individuals"),
        ("A 16-month-old girl was wounded. A 2-year-old girl was wounded.", 0, 2, "individuals"),
        ("It rained.", 0, 0, ""),
    ],
)
def test_sums(text: str, killed: int, injured: int, rules: str) -> None:
    found = sums(text)
    assert [found[harm].best if harm in found else 0 for harm in (Harm.KILLED, Harm.INJURED)] == [killed, injured]
    assert " ".join(total.rule for total in found.values()) == rules


def test_a_title_rounds() -> None:
    found = sums("The quake killed 2,112 people, the ministry said.", title="More than 2,000 dead in quake")
    assert found[Harm.KILLED].best == 2112
    found = sums("At least 22 people died.", title="Landslide: 22 dead")
    assert (found[Harm.KILLED].low, found[Harm.KILLED].high) == (22, None)


def test_corrected_figures_are_kept() -> None:
    new, old = find_tolls(make_article("The death toll rose to 46 from 31."))
    assert (old.surface, old.value.best, old.value.part_of, old.rule) == (
        "31",
        31,
        new.span,
        "corrected-toll-rises:death toll",
    )


def test_zero_is_stated() -> None:
    assert sums("No one was hurt in the fire.")[Harm.INJURED].high == 0


def test_sums_rest_on_mentions() -> None:
    found = sums("At least 12 people were killed.")[Harm.KILLED]
    assert (found.low, found.best, found.high) == (12, 12, None)
    assert [mention.surface for mention in found.mentions] == ["At least 12 people were killed"]


def test_title_decides_over_background() -> None:
    background = "It rained. " * 120 + "In an older attack, 90 people were killed."
    assert sums("Two people died. " + background, title="Two killed in fire")[Harm.KILLED].best == 2


def test_order_of_mentions_does_not_matter() -> None:
    tolls = find_tolls(make_article("A man was shot. Antonio Mason, 35, died. Three others were wounded."))
    assert count_people(tolls) == count_people(tolls[::-1])


def test_a_title_of_those_in_some_state_is_no_total() -> None:
    text = "Two cyclists are in critical condition. Police said that four cyclists suffered injuries."
    assert sums(text, "Two cyclists critical after crash")[Harm.INJURED].best == 4
    assert sums(text, "Two cyclists wounded in crash")[Harm.INJURED].best == 2


def test_late_others_outnumber_an_opening_part() -> None:
    early = "Nine people died. Two guards were wounded at the gate. " + "It was quiet. " * 60
    assert sums(early + "In the market, 20 others were wounded.")[Harm.INJURED].best == 20
    assert sums(early + "In another year, 20 people were wounded.")[Harm.INJURED].best == 2
