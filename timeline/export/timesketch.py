"""The CSV that Timesketch imports: `message,datetime,timestamp_desc` and free columns."""

from datetime import timedelta

from timeline.export.dossier import Dossier, Export, lead_claim, omissions
from timeline.export.sheets import Row, joined, to_sheet
from timeline.export.wording import spoken_tolls, spoken_where
from timeline.model import Event, When

COLUMNS = (
    "message",
    "datetime",
    "timestamp_desc",
    "event_id",
    "event_type",
    "status",
    "latest",
    "grain",
    "place",
    "latitude",
    "longitude",
    "tolls",
    "sources",
    "sentence",
)


def to_timesketch(dossier: Dossier) -> Export:
    """One row per dated event at its earliest possible beginning; a row needs a time, so undated events are left out.

    The format knows no time zones but UTC's offset: local times are written as if they were UTC, never moved.
    """
    dated = [(event, event.when) for event in dossier.events if event.when]
    missing = omissions(dossier, undated=len(dossier.events) - len(dated))
    return Export(to_sheet(COLUMNS, (_row(event, when, dossier) for event, when in dated)), missing)


def _row(event: Event, when: When, dossier: Dossier) -> Row:
    latest = max(when.outer.start, when.outer.end - timedelta(seconds=1))
    return {
        "message": event.title,
        "datetime": f"{when.outer.start.isoformat(timespec='seconds')}+00:00",
        "timestamp_desc": "Earliest possible time of the event",
        "event_id": event.id,
        "event_type": joined(event.types),
        "status": event.status.value,
        "latest": f"{latest.isoformat(timespec='seconds')}+00:00",
        "grain": when.grain.value,
        "place": spoken_where(event),
        "latitude": event.where.latitude if event.where else None,
        "longitude": event.where.longitude if event.where else None,
        "tolls": spoken_tolls(event.tolls),
        "sources": joined(event.sources),
        "sentence": dossier.quotes.get(lead_claim(event, dossier).id),
    }
