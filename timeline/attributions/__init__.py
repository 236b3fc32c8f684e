"""Who says what in news text."""

from timeline.attributions.attributions import find_attributions

__all__ = ["find_attributions"]
