"""followthemoney entities: one JSON line per event, of the schema Event."""

import json
from collections.abc import Iterable

from timeline.export.dossier import Dossier, Export, lead_claim, omissions
from timeline.export.wording import spoken_tolls, spoken_when, spoken_where
from timeline.model import Event, Grain, When

_PREFIX = {Grain.MONTH: 7, Grain.YEAR: 4}  # characters of an ISO day that a month and a year keep


def to_ftm(dossier: Dossier) -> Export:
    """One entity per event. Those who took part stand in the summary, for the schema wants entities for `involved`."""
    lines = (json.dumps(_entity(event, dossier), ensure_ascii=False) + "\n" for event in dossier.events)
    return Export("".join(lines).encode("utf-8", "replace"), omissions(dossier))


def _entity(event: Event, dossier: Dossier) -> dict[str, object]:
    rows = [dossier.articles[id] for id in event.articles if id in dossier.articles]
    places = [place for place in (event.where, *event.places) if place]
    properties: dict[str, list[str] | list[str | None]] = {
        "name": [event.title],
        "location": [place.name for place in places],
        "country": [place.country for place in places],
        **(_dates(event.when) if event.when else {}),
        "summary": [_summary(event, dossier)],
        "recordId": [event.id],
        "sourceUrl": [row.url for row in rows],
        "publisher": list(event.sources),
        "retrievedAt": [row.read_at.date().isoformat() for row in rows],
    }
    listed = {name: _distinct(values) for name, values in properties.items()}
    return {
        "id": event.id,
        "schema": "Event",
        "properties": {name: values for name, values in listed.items() if values},
    }


def _distinct(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


def _dates(when: When) -> dict[str, list[str | None]]:
    """One `date` where the event has one, a month or a year as a prefix; else the outer days."""
    first, last = when.outer.first.isoformat(), when.outer.last.isoformat()
    kept = _PREFIX.get(when.grain, 0)
    if first == last or (kept and first[:kept] == last[:kept]):
        return {"date": [first[: kept or None]]}
    return {"startDate": [first], "endDate": [last]}


def _summary(event: Event, dossier: Dossier) -> str:
    facts = (spoken_when(event.when) if event.when else "", spoken_where(event), spoken_tolls(event.tolls))
    sentence = dossier.quotes.get(lead_claim(event, dossier).id, "")
    return " · ".join(filter(None, (*facts, sentence)))
