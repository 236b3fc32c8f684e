"""Rows with ACLED's columns, for tools that read its data; codes that only ACLED assigns stay empty."""

from collections.abc import Mapping

from timeline.event_types import EVENT_TYPES
from timeline.events import time_precision, where_prec
from timeline.export.actors import actors_of
from timeline.export.dossier import Dossier, Export, lead_claim, omissions
from timeline.export.sheets import Cell, Row, joined, to_sheet
from timeline.model import Event, Harm, Part, Qualifier, Scope, Status, Sum

COLUMNS = tuple(
    """event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
    actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude
    longitude geo_precision source source_scale notes fatalities tags timestamp""".split()
)
DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
VAGUE = {20: 10, 24: 12, 200: 100}  # "tens", "dozens" and "hundreds" as the codebook counts them
GEO_PRECISION = {1: 1, 2: 2, 3: 2, 4: 3, 5: 3, 6: 3, 7: 3}  # from UCDP's where_prec


def to_acled(dossier: Dossier) -> Export:
    """One row per dated incident of a type that ACLED codes; the day is the earliest possible one."""
    reasons = [_refusal(event) for event in dossier.events]
    rows = [_row(event, dossier) for event, reason in zip(dossier.events, reasons, strict=True) if reason is None]
    counts = {reason: reasons.count(reason) for reason in dict.fromkeys(reasons) if reason}
    return Export(to_sheet(COLUMNS, rows), omissions(dossier, **counts))


def _refusal(event: Event) -> str | None:
    tests = {
        "of no type that ACLED codes": _type(event) is None,
        "undated": event.when is None,
        "not said to have happened": event.status not in (Status.HAPPENED, Status.ONGOING),
        "running totals": event.scope is Scope.AGGREGATE,
    }
    return next((reason for reason, applies in tests.items() if applies), None)


def _type(event: Event) -> str | None:
    kind = EVENT_TYPES.get(event.types[0])
    return kind.acled if kind else None


def _row(event: Event, dossier: Dossier) -> Row:
    day = event.when.outer.first if event.when else None
    kind = _type(event) or ""
    row: dict[str, Cell] = {
        "event_id_cnty": event.id,
        "event_date": day,
        "year": day.year if day else None,
        "time_precision": time_precision(event.when),
        "disorder_type": DISORDER.get(kind),
        "event_type": kind,
        "source": joined(event.sources),
        "notes": dossier.quotes.get(lead_claim(event, dossier).id),
        "fatalities": fatalities(event.tolls),
    }
    return {**row, **_actors(event), **_place(event)}


def fatalities(tolls: Mapping[Harm, Sum]) -> int | None:
    """The most conservative number of deaths reported, vague counts as the codebook reads them; None where none is.

    Source: ACLED codebook, "Fatalities".
    """
    figure = tolls.get(Harm.KILLED)
    if figure is None:
        return None
    is_vague = any(m.value.qualifier is Qualifier.VAGUE and m.value.low == figure.low for m in figure.mentions)
    return VAGUE.get(figure.low, figure.low) if is_vague else figure.low


def _actors(event: Event) -> Row:
    by, against = actors_of(event, Part.BY), actors_of(event, Part.AGAINST)
    return {
        "actor1": by[0] if by else None,
        "assoc_actor_1": joined(by[1:]),
        "actor2": against[0] if against else None,
        "assoc_actor_2": joined(against[1:]),
    }


def _place(event: Event) -> Row:
    place = event.where
    if place is None:
        return {}
    return {
        "country": place.country,
        "admin1": place.admin1,
        "location": place.name,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geo_precision": GEO_PRECISION.get(where_prec(place) or 0),
    }
