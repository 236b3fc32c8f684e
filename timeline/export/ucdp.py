"""Rows with the columns of the UCDP Georeferenced Event Dataset; codes that only UCDP assigns stay empty."""

from timeline.event_types import EVENT_TYPES
from timeline.events import date_prec, where_prec
from timeline.export.actors import actors_of
from timeline.export.dossier import Dossier, Export, omissions
from timeline.export.sheets import Cell, Row, joined, to_sheet
from timeline.model import Event, Harm, Part, PlaceKind, Scope, Status, Sum

COLUMNS = tuple(
    """id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name
    dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b
    number_of_sources source_article source_office source_date source_headline source_original where_prec
    where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id
    region event_clarity date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high
    low gwnoa gwnob""".split()
)
GROUP = "armed conflict"


def to_ucdp(dossier: Dossier) -> Export:
    """One row per dated event of armed conflict with at least one death, which is what the dataset counts."""
    reasons = [_refusal(event) for event in dossier.events]
    rows = [_row(event, dossier) for event, reason in zip(dossier.events, reasons, strict=True) if reason is None]
    counts = {reason: reasons.count(reason) for reason in dict.fromkeys(reasons) if reason}
    return Export(to_sheet(COLUMNS, rows), omissions(dossier, **counts))


def _refusal(event: Event) -> str | None:
    kind, killed = EVENT_TYPES.get(event.types[0]), event.tolls.get(Harm.KILLED)
    tests = {
        "not of armed conflict": kind is None or kind.group != GROUP,
        "undated": event.when is None,
        "not said to have happened": event.status not in (Status.HAPPENED, Status.ONGOING),
        "no deaths reported": killed is None or killed.best < 1,
    }
    return next((reason for reason, applies in tests.items() if applies), None)


def _row(event: Event, dossier: Dossier) -> Row:
    row: dict[str, Cell] = {
        "id": event.id,
        "side_a": joined(actors_of(event, Part.BY)),
        "side_b": joined(actors_of(event, Part.AGAINST)),
        "event_clarity": 1 if event.scope is Scope.INCIDENT else 2,
    }
    killed = event.tolls.get(Harm.KILLED)
    return {**row, **_time(event), **_sources(event, dossier), **_place(event), **(_deaths(killed) if killed else {})}


def _time(event: Event) -> Row:
    if event.when is None:
        return {}
    first, last = event.when.outer.first, event.when.outer.last
    return {"year": first.year, "date_prec": date_prec(event.when), "date_start": first, "date_end": last}


def _sources(event: Event, dossier: Dossier) -> Row:
    rows = [dossier.articles[id] for id in event.articles if id in dossier.articles]
    return {
        "number_of_sources": len(event.sources),
        "source_article": joined(row.url for row in rows),
        "source_office": joined(row.source for row in rows),
        "source_date": joined(str(row.published) for row in rows if row.published),
        "source_headline": joined(row.title for row in rows),
        "source_original": joined(dict.fromkeys(c.speaker.surface for c in event.claims if c.speaker)),
    }


def _place(event: Event) -> Row:
    place = event.where
    if place is None:
        return {}
    has_point = place.latitude is not None and place.longitude is not None
    return {
        "where_prec": where_prec(place),
        "where_coordinates": place.name,
        "where_description": joined(dict.fromkeys(p.name for p in event.places)),
        "adm_1": place.admin1,
        "adm_2": place.name if place.kind is PlaceKind.DISTRICT else None,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geom_wkt": f"POINT ({place.longitude} {place.latitude})" if has_point else None,
        "country": place.country,
    }


def _deaths(killed: Sum) -> Row:
    """All deaths stand under `deaths_unknown`, for whose dead they are is not coded; no ceiling leaves `high` empty."""
    return {"deaths_unknown": killed.best, "best": killed.best, "high": killed.high, "low": killed.low}
