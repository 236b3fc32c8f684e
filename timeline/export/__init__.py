"""Timelines and readings written in the formats that other programs read."""

from timeline.export.contract import to_contract, to_line

__all__ = ["to_contract", "to_line"]
