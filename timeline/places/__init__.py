"""Places: names of towns, regions, countries, waters and peoples, each at its spot on Earth.

An article goes in, its place names come out as mentions, sorted, none over another.
"""

from timeline.places.finding import find_places, iso3_of, places_named

__all__ = ["find_places", "iso3_of", "places_named"]
