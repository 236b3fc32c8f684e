"""What short made articles claim: type, status, day, place and figures, through the recognisers."""

from dataclasses import dataclass

import pytest

from tests.making import make_article
from timeline.model import Claim, Harm, Reading, Role, Scope, Status
from timeline.pipeline import extract


@dataclass(frozen=True, slots=True)
class Expected:
    """A claim as a reader would sum it up; what is None is not checked."""

    type: str
    status: str = "happened"
    days: tuple[str, str] | None = None
    place: str | None = None
    killed: int | None = None
    injured: int | None = None


PUBLISHED = "2026-01-24"  # a Saturday
SPEC = {
    "An explosion at a factory in Leeds killed two people and injured five on Thursday.": [
        Expected("explosion", days=("2026-01-22", "2026-01-22"), place="Leeds", killed=2, injured=5)
    ],
    "A drone strike hit Odesa overnight. The strike killed three people, the governor said.": [
        Expected("strike", place="Odesa", killed=3)
    ],
    "Talks between the two governments will be held in Geneva on February 3.": [
        Expected("talks", "planned", ("2026-02-03", "2026-02-03"), "Geneva")
    ],
    "The two leaders could meet in Vienna, an official said.": [Expected("talks", "possible", None, "Vienna")],
    "An earthquake struck northern Chile on Monday.": [Expected("earthquake", days=("2026-01-19", "2026-01-19"))],
    "A bus crash near Quito on Tuesday left 11 people dead. A separate crash in Lima on Wednesday killed four.": [
        Expected("crash", days=("2026-01-20", "2026-01-20"), place="Quito", killed=11),
        Expected("crash", days=("2026-01-21", "2026-01-21"), place="Lima", killed=4),
    ],
    "Flooding in Valencia killed nine people.": [
        Expected("flood", days=("2026-01-18", "2026-01-24"), place="Valencia", killed=9)
    ],
    "Both Poltava and Sumy were hit by drone strikes on Friday.": [
        Expected("strike", days=("2026-01-23", "2026-01-23"), place="Poltava"),
        Expected("strike", days=("2026-01-23", "2026-01-23"), place="Sumy"),
    ],
    "Strikes killed one person and injured 12 others in Poltava and Sumy on Friday.": [
        Expected("strike", days=("2026-01-23", "2026-01-23"), killed=1, injured=12)
    ],
    "Floods hit Accra on Friday, killing two people.": [
        Expected("flood", days=("2026-01-23", "2026-01-23"), place="Accra", killed=2)
    ],
    "An earthquake struck Athens on Monday.": [Expected("earthquake", place="Athens")],
    "At least nine people died in Tuesday's protests in Nairobi, the rights body said on Thursday.": [
        Expected("protest", days=("2026-01-20", "2026-01-20"), place="Nairobi", killed=9)
    ],
    "The death toll from a strike in Odesa rose to 11 on Friday. Thursday's strike also wounded 30 people.": [
        Expected("strike", days=("2026-01-22", "2026-01-22"), place="Odesa", killed=11, injured=30)
    ],
    "A blast in Quito killed two people on Monday. Separately, a blast in Lima hurt six. No one was killed.": [
        Expected("explosion", days=("2026-01-19", "2026-01-19"), place="Quito", killed=2),
        Expected("explosion", place="Lima", killed=0, injured=6),
    ],
    "Floods in Accra have killed nine people. They are the worst since 2010, when 300 people died.": [
        Expected("flood", place="Accra", killed=9),
        Expected("death", days=("2010-01-01", "2010-12-31"), killed=300),
    ],
    "Gunmen attacked a school in Kaduna on Thursday and abducted 40 pupils.": [
        Expected("shooting", days=("2026-01-22", "2026-01-22")),
        Expected("abduction", days=("2026-01-22", "2026-01-22"), place="Kaduna"),
    ],
    "The raid on the camp came weeks after a general was killed on January 2.": [
        Expected("attack", days=("2026-01-18", "2026-01-24"))
    ],
    "Families searched the mud on Thursday after floods killed 51 people in Accra. The river rose on Tuesday.": [
        Expected("flood", days=("2026-01-20", "2026-01-20"), place="Accra", killed=51)
    ],
    "The mayor opened a library.": [],
    "": [],
}


def days_of(claim: Claim) -> tuple[str, str] | None:
    return claim.when and (claim.when.outer.first.isoformat(), claim.when.outer.last.isoformat())


def figure(claim: Claim, harm: Harm) -> int | None:
    return max((toll.value.best for toll in claim.tolls if toll.value.harm is harm), default=None)


def fits(claim: Claim, expected: Expected) -> bool:
    return (
        expected.type in claim.types
        and claim.status is Status(expected.status)
        and expected.days in (None, days_of(claim))
        and expected.place in (None, claim.where[0].place.value.name if claim.where else None)
        and expected.killed in (None, figure(claim, Harm.KILLED))
        and expected.injured in (None, figure(claim, Harm.INJURED))
    )


def reading_of(text: str, title: str | None = None) -> Reading:
    return extract(make_article(text, PUBLISHED, title))


@pytest.mark.parametrize(("text", "expected"), SPEC.items())
def test_claims(text: str, expected: list[Expected]) -> None:
    claims = reading_of(text).claims
    assert len(claims) == len(expected), [(c.types, c.status.value, days_of(c)) for c in claims]
    for wanted in expected:
        assert any(fits(claim, wanted) for claim in claims), (wanted, claims)


def test_main_claim_counts_distinct_people() -> None:
    reading = reading_of(
        "A man was killed and two women were wounded in a shooting in Tucson late Friday, police said. "
        "Marcus Bell, 31, died at the scene. The shooting happened outside a bar.",
        "One dead, two hurt in Tucson shooting",
    )
    assert reading.main_tolls[Harm.KILLED].best == 1
    assert reading.main_tolls[Harm.INJURED].best == 2
    assert sum(claim.id == reading.main for claim in reading.claims) == 1


def test_a_month_in_capitals_is_no_march() -> None:
    text = (
        "THE UNION SAID IN EARLY MARCH THAT THE DOORS WOULD STAY SHUT. A MARCH TO THE PALACE ENDED QUIETLY ON FRIDAY."
    )
    assert [claim.trigger.span.start > text.index("SHUT") for claim in reading_of(text).claims] == [True]


def test_arms_that_are_carried_are_no_bombing() -> None:
    text = "The raiders in Larn carried sacks with bombs on Friday. A flood wrecked a shop in Leeds on Thursday."
    assert [claim.types[0] for claim in reading_of(text).claims] == ["flood"]


def test_older_event_is_background() -> None:
    reading = reading_of(
        "A fire destroyed a market in Lagos on Friday, killing six people. "
        "In 2019, a fire in the same district killed 20 people."
    )
    roles = {claim.role for claim in reading.claims if "fire" in claim.types}
    assert roles == {Role.NEWS, Role.BACKGROUND}


def test_running_total_is_no_incident() -> None:
    reading = reading_of(
        "A strike on Kharkiv killed two people on Friday. The war has claimed hundreds of thousands of lives."
    )
    totals = [c for c in reading.claims if any(t.value.best >= 200_000 for t in c.tolls)]
    assert all(claim.scope is Scope.AGGREGATE for claim in totals)
    assert reading.main_tolls[Harm.KILLED].best == 2


def test_cause_leads_to_effect() -> None:
    reading = reading_of("Missile strikes on Sumy on Friday caused power outages in the city.")
    strike = next(claim for claim in reading.claims if claim.types[0] == "strike")
    outage = next(claim for claim in reading.claims if claim.types[0] == "outage")
    assert strike.led_to == (outage.id,)


def test_ids_do_not_depend_on_company() -> None:
    text = "A fire in Lagos killed six people on Friday. A flood in Accra killed two on Thursday."
    assert {c.id for c in reading_of(text).claims} == {c.id for c in reading_of(text).claims}
    alone = {c.id for c in reading_of("A fire in Lagos killed six people on Friday.").claims}
    assert alone <= {c.id for c in reading_of(text).claims}


def test_unused_figures_are_rejected_with_a_reason() -> None:
    reading = reading_of("A 35-year-old man was hurt in a crash in Lyon on Friday in -21C cold.")
    assert all(mention.value.reason for mention in reading.rejected)
    assert not any(toll.value.best in (21, 35) for toll in reading.tolls)
