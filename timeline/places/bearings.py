"""Where a place is that a text puts beside another: "75 miles (120 km) east of Kathmandu", "north of New Orleans".

The words between two names and the place of the second go in, a point comes out. Only this module knows the ways of
saying so.
"""

import re
from functools import cache
from math import asin, atan2, cos, degrees, radians, sin

from timeline.model.place import EARTH_KM, Point
from timeline.spans import NUMBER, alternation, parse_number

KM = {"km": 1.0, "mi": 1.609344}  # of a unit, by its first letters
FARTHEST = 1500.0  # kilometres
PLACES = 5  # decimals of a degree
_WAYS = {
    "north": 0.0,
    "northeast": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "west": 270.0,
    "northwest": 315.0,
}
BEHIND = 140  # characters between two names of which one is said to lie off the other


def beside(words: str, origin: Point) -> Point | None:
    """The point that the words between a name and another's put so far from the other's; None where they do not.

    A direction without a distance gives the other's own point.

    >>> [round(degree, 1) for degree in beside(", a village 75 miles (120 kilometres) east of ", (27.7, 85.3)) or ()]
    [27.7, 86.5]
    >>> beside(", a small town north of ", (30.0, -90.1)), beside(", the mayor of ", (30.0, -90.1))
    ((30.0, -90.1), None)
    """
    found = _pattern().fullmatch(words)
    if found is None:
        return None
    far = parse_number(found["far"]) if found["far"] else 0.0
    way = found["way"].lower().replace("-", "").removesuffix("ern").removesuffix("wards").removesuffix("ward")
    if far is None or way not in _WAYS:
        return None
    distance = far * KM["km" if found["unit"] and found["unit"][0] in "kK" else "mi"]
    if not distance:
        return origin
    return moved(origin, distance, _WAYS[way]) if distance <= FARTHEST else None


def moved(origin: Point, distance: float, bearing: float) -> Point:
    """The point so many kilometres from another in a direction (degrees from north, clockwise), on a sphere.

    >>> [round(degree, 2) for degree in moved((0.0, 0.0), 111.2, 90.0)]
    [0.0, 1.0]
    """
    latitude, longitude, way = radians(origin[0]), radians(origin[1]), radians(bearing)
    reach = distance / EARTH_KM
    north = asin(sin(latitude) * cos(reach) + cos(latitude) * sin(reach) * cos(way))
    east = longitude + atan2(sin(way) * sin(reach) * cos(latitude), cos(reach) - sin(latitude) * sin(north))
    return round(degrees(north), PLACES), round((degrees(east) + 540) % 360 - 180, PLACES)


@cache
def _pattern() -> re.Pattern[str]:
    ways = alternation([*_WAYS, *(f"{way[:5]}-{way[5:]}" for way in _WAYS if len(way) > 5)])
    unit = r"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi)\s(?:\([^)]{1,25}\)\s)?"
    return re.compile(
        rf"[^.;]{{0,70}}?(?:(?<!\w)(?P<far>{NUMBER})[\s-]?{unit})?(?:(?:due|away|just|far|further|farther)\s)?"
        rf"(?:to\sthe\s|(?<!the\s))(?P<way>{ways})\s(?:of|from)\s(?:the\s)?(?:[a-z-]+,?\s){{0,4}}",
        re.IGNORECASE,
    )
