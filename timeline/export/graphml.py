"""GraphML: claims, the events that they tell of, and the evidence between them, for network tools."""

from collections.abc import Mapping
from xml.etree import ElementTree as Tree

from timeline.export.dossier import Dossier, Export, omissions
from timeline.export.wording import spoken_bounds
from timeline.model import Claim, Event, Link

Attributes = Mapping[str, str | int | float | None]
NODE = {
    "kind": "string",
    "label": "string",
    "type": "string",
    "status": "string",
    "time": "string",
    "place": "string",
    "latitude": "double",
    "longitude": "double",
    "article": "string",
    "source": "string",
}
EDGE = {"relation": "string", "bits": "double", "evidence": "string"}
NAMESPACE = "http://graphml.graphdrawing.org/xmlns"


def to_graphml(dossier: Dossier) -> Export:
    """Nodes are events and claims; edges say that a claim tells of an event, that two claims were joined and with how
    many bits of evidence, and that one event led to another. A value that is not known is not written.
    """
    root = Tree.Element("graphml", xmlns=NAMESPACE)
    for owner, keys in (("node", NODE), ("edge", EDGE)):
        for name, kind in keys.items():
            Tree.SubElement(root, "key", {"id": name, "for": owner, "attr.name": name, "attr.type": kind})
    graph = Tree.SubElement(root, "graph", edgedefault="undirected")
    for event in dossier.events:
        _node(graph, f"event {event.id}", _event(event))
        for claim in event.claims:
            _node(graph, f"claim {claim.id}", _claim(claim, dossier))
    _add_edges(graph, dossier)
    return Export(Tree.tostring(root, encoding="utf-8", xml_declaration=True), omissions(dossier))


def _add_edges(graph: Tree.Element, dossier: Dossier) -> None:
    shown = {event.id for event in dossier.events}
    for event in dossier.events:
        for claim in event.claims:
            _edge(graph, (f"claim {claim.id}", f"event {event.id}"), {"relation": "tells of"})
        for effect in event.led_to:
            if effect in shown:
                ends = (f"event {event.id}", f"event {effect}")
                _edge(graph, ends, {"relation": "led to"}).set("directed", "true")
    claims = {claim.id for event in dossier.events for claim in event.claims}
    for link in dossier.links:
        if {link.left, link.right} <= claims:
            _edge(graph, (f"claim {link.left}", f"claim {link.right}"), _link(link))


def _event(event: Event) -> Attributes:
    place = event.where
    return {
        "kind": "event",
        "label": event.title,
        "type": event.types[0],
        "status": event.status.value,
        "time": spoken_bounds(event.when) if event.when else None,
        "place": place.name if place else None,
        "latitude": place.latitude if place else None,
        "longitude": place.longitude if place else None,
    }


def _claim(claim: Claim, dossier: Dossier) -> Attributes:
    row = dossier.articles.get(claim.article)
    return {
        "kind": "claim",
        "label": dossier.quotes.get(claim.id),
        "type": claim.types[0],
        "status": claim.status.value,
        "time": spoken_bounds(claim.when) if claim.when else None,
        "place": claim.where[0].place.value.name if claim.where else None,
        "article": claim.article,
        "source": row.source if row else None,
    }


def _link(link: Link) -> Attributes:
    details = "; ".join(f"{item.feature} {item.bits:+.1f}: {item.detail}" for item in link.evidence)
    return {"relation": "same event", "bits": round(link.bits, 3), "evidence": details}


def _node(graph: Tree.Element, name: str, attributes: Attributes) -> None:
    _describe(Tree.SubElement(graph, "node", id=name), attributes)


def _edge(graph: Tree.Element, ends: tuple[str, str], attributes: Attributes) -> Tree.Element:
    edge = Tree.SubElement(graph, "edge", source=ends[0], target=ends[1])
    _describe(edge, attributes)
    return edge


def _describe(element: Tree.Element, attributes: Attributes) -> None:
    for name, value in attributes.items():
        if value is not None:
            Tree.SubElement(element, "data", key=name).text = _legal(str(value))


def _legal(words: str) -> str:
    """The characters that XML 1.0 can hold."""
    return "".join(c for c in words if c in "\t\n" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff")
