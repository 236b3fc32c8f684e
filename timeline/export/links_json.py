"""`links.json`: which claims were joined, and the evidence for it."""

from timeline.export.contract import CONTRACT
from timeline.export.dossier import Dossier, Export, omissions
from timeline.export.events_json import to_json_bytes
from timeline.export.shapes import Record
from timeline.model import Link


def to_links_json(dossier: Dossier) -> Export:
    """The links between the claims of the events shown; links that cross the filters' edge are left out with them."""
    events = {claim.id: event.id for event in dossier.events for claim in event.claims}
    links = [_link(link, events.get(link.left)) for link in dossier.links]
    return Export(to_json_bytes({"contract": CONTRACT, "links": links}), omissions(dossier))


def _link(link: Link, event: str | None) -> Record:
    return {
        "left": link.left,
        "right": link.right,
        "event": event,
        "bits": round(link.bits, 3),
        "evidence": [{"feature": e.feature, "bits": round(e.bits, 3), "detail": e.detail} for e in link.evidence],
    }
