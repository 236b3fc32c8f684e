"""The formats that events are exported in; a format to add is a module with a function and a row in `FORMATS`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from timeline.export.acled import to_acled
from timeline.export.claims_csv import to_claims_csv
from timeline.export.dossier import Dossier, Export
from timeline.export.events_csv import to_csv
from timeline.export.events_json import to_json
from timeline.export.ftm import to_ftm
from timeline.export.geojson import to_geojson
from timeline.export.graphml import to_graphml
from timeline.export.ical import to_ical
from timeline.export.links_json import to_links_json
from timeline.export.problems_csv import to_problems_csv
from timeline.export.timelinejs import to_timelinejs
from timeline.export.timesketch import to_timesketch
from timeline.export.ucdp import to_ucdp


@dataclass(frozen=True, slots=True)
class Format:
    """An export format: what a file's name ends in, its media type, what it holds, and how it is written."""

    suffix: str
    media_type: str
    description: str
    write: Callable[[Dossier], Export]


FORMATS: Mapping[str, Format] = {
    "csv": Format(".csv", "text/csv", "one row per event", to_csv),
    "claims-csv": Format(".csv", "text/csv", "one row per claim, with its sentence and offsets", to_claims_csv),
    "json": Format(".json", "application/json", "events and articles with all fields", to_json),
    "links-json": Format(".json", "application/json", "the claims that were joined, and the evidence", to_links_json),
    "geojson": Format(".geojson", "application/geo+json", "points for maps (QGIS, kepler.gl, ...)", to_geojson),
    "timelinejs": Format(".csv", "text/csv", "the sheet that TimelineJS reads", to_timelinejs),
    "timesketch": Format(".csv", "text/csv", "a Timesketch import", to_timesketch),
    "acled": Format(".csv", "text/csv", "ACLED's columns", to_acled),
    "ucdp": Format(".csv", "text/csv", "UCDP GED's columns", to_ucdp),
    "ftm": Format(".ftm.json", "application/x-ndjson", "followthemoney entities, one per line", to_ftm),
    "ical": Format(".ics", "text/calendar", "calendar entries", to_ical),
    "graphml": Format(".graphml", "application/xml", "the network of events and claims (Gephi, ...)", to_graphml),
    "problems-csv": Format(".csv", "text/csv", "what could not be read, and why", to_problems_csv),
}
"""Format by name, as `export --format` and the pages offer them."""

FILES: Mapping[str, str] = {
    "events.csv": "csv",
    "claims.csv": "claims-csv",
    "events.json": "json",
    "links.json": "links-json",
    "graph.graphml": "graphml",
    "problems.csv": "problems-csv",
}
"""The files that `build` writes: name -> format."""
