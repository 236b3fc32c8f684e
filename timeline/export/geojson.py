"""GeoJSON (RFC 7946): a feature per event for maps; unplaced events have no geometry."""

from timeline.export.dossier import Dossier, Export, omissions
from timeline.export.events_json import to_json_bytes
from timeline.export.shapes import Record, sums_record, when_record
from timeline.model import Event, Place


def to_geojson(dossier: Dossier) -> Export:
    """A feature collection: a Point, or a MultiPoint where a joint toll spans several places; none is left out."""
    features = [_feature(event) for event in dossier.events]
    return Export(to_json_bytes({"type": "FeatureCollection", "features": features}), omissions(dossier))


def _feature(event: Event) -> Record:
    return {"type": "Feature", "id": event.id, "geometry": _geometry(event), "properties": _properties(event)}


def _geometry(event: Event) -> Record | None:
    every = dict.fromkeys(point for place in (event.where, *event.places) if place and (point := _point(place)))
    points = [list(point) for point in every]
    if not points or event.where is None or _point(event.where) is None:
        return None
    return {"type": "Point", "coordinates": points[0]} if len(points) == 1 else _many(points)


def _many(points: list[list[float]]) -> Record:
    return {"type": "MultiPoint", "coordinates": points}


def _point(place: Place) -> tuple[float, float] | None:
    """Longitude first, as the format wants it."""
    if place.longitude is None or place.latitude is None:
        return None
    return place.longitude, place.latitude


def _properties(event: Event) -> Record:
    return {
        "title": event.title,
        "types": list(event.types),
        "status": event.status.value,
        "scope": event.scope.value,
        "when": when_record(event.when) if event.when else None,
        "place": event.where.name if event.where else None,
        "places": [place.name for place in event.places],
        "tolls": sums_record(event.tolls),
        "articles": list(event.articles),
        "sources": list(event.sources),
        "origins": event.origins,
    }
