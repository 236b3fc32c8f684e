"""`events.csv`: one row per event; `docs/csv.md` describes the columns."""

from timeline.events import date_prec, time_precision, where_prec
from timeline.export.columns import HARM_COLUMNS, day_cells, harm_cells, homeless_left_out, rules
from timeline.export.dossier import Dossier, Export, lead_claim, omissions
from timeline.export.sheets import Row, joined, to_sheet
from timeline.model import Event

COLUMNS = (
    "event_id",
    "title",
    "event_type",
    "other_types",
    "status",
    "scope",
    "date_start",
    "date_end",
    "date_grain",
    "date_prec",
    "time_precision",
    "location",
    "place_kind",
    "admin1",
    "country",
    "country_iso3",
    "latitude",
    "longitude",
    "geonameid",
    "where_prec",
    *HARM_COLUMNS,
    "toll_rule",
    "claims",
    "articles",
    "sources",
    "origins",
    "source_names",
    "urls",
    "first_reported",
    "last_reported",
    "contradictions",
    "led_to",
    "sentence",
    "tags",
    "note",
)


def to_csv(dossier: Dossier) -> Export:
    """One row per event, undated and unplaced ones too; nothing is left out but what the sheet has no column for."""
    rows = [_row(event, dossier) for event in dossier.events]
    missing = homeless_left_out([event.tolls for event in dossier.events])
    return Export(to_sheet(COLUMNS, rows), omissions(dossier) + missing)


def _row(event: Event, dossier: Dossier) -> Row:
    return {
        "event_id": event.id,
        "title": event.title,
        "event_type": event.types[0],
        "other_types": joined(event.types[1:]),
        "status": event.status.value,
        "scope": event.scope.value,
        **_time(event),
        **_place(event),
        **harm_cells(event.tolls),
        "toll_rule": rules(event.tolls),
        **_sources(event, dossier),
        "contradictions": joined(f"{c.field}: {' / '.join(c.values)}" for c in event.contradictions),
        "led_to": joined(event.led_to),
        "sentence": dossier.quotes.get(lead_claim(event, dossier).id),
    }


def _time(event: Event) -> Row:
    if event.when is None:
        return {}
    precision = {"date_prec": date_prec(event.when), "time_precision": time_precision(event.when)}
    return {**day_cells(event.when), "date_grain": event.when.grain.value, **precision}


def _place(event: Event) -> Row:
    place = event.where
    if place is None:
        return {}
    return {
        "location": place.name,
        "place_kind": place.kind.value,
        "admin1": place.admin1,
        "country": place.country,
        "country_iso3": place.iso3,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonameid": place.geonameid,
        "where_prec": where_prec(place),
    }


def _sources(event: Event, dossier: Dossier) -> Row:
    articles = [dossier.articles[id] for id in event.articles if id in dossier.articles]
    days = [row.published for row in articles if row.published]
    return {
        "claims": len(event.claims),
        "articles": len(event.articles),
        "sources": len(event.sources),
        "origins": event.origins,
        "source_names": joined(event.sources),
        "urls": joined(row.url for row in articles),
        "first_reported": min(days, default=None),
        "last_reported": max(days, default=None),
    }
