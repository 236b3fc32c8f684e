"""Timelines and readings written in the formats that other programs read."""

from timeline.export.claims_csv import to_claims_csv
from timeline.export.contract import to_contract, to_line
from timeline.export.dossier import EVERYTHING, Dossier, Export, gather
from timeline.export.events_csv import to_csv
from timeline.export.formats import FILES, FORMATS, Format

__all__ = [
    "EVERYTHING",
    "FILES",
    "FORMATS",
    "Dossier",
    "Export",
    "Format",
    "gather",
    "to_claims_csv",
    "to_contract",
    "to_csv",
    "to_line",
]
