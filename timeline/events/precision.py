"""Precision codes of the field's datasets, worked out from what an event keeps: its time and its place.

Sources: UCDP Georeferenced Event Dataset codebook (date_prec, where_prec) and ACLED codebook (time_precision).
"""

from timeline.model import Place, PlaceKind, When

LONGEST_MONTH = 31  # days
LONGEST_YEAR = 366
_WHERE = {
    PlaceKind.CITY: 1,
    PlaceKind.FACILITY: 1,
    PlaceKind.ORGANISATION: 2,
    PlaceKind.DISTRICT: 3,
    PlaceKind.REGION: 4,
    PlaceKind.AREA: 5,
    PlaceKind.COUNTRY: 6,
    PlaceKind.ADJECTIVE: 6,
    PlaceKind.WATER: 7,
}


def date_prec(when: When | None) -> int | None:
    """UCDP's code: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 a year; None where undated or wider.

    >>> from datetime import date
    >>> from timeline.model import Grain, Interval
    >>> week = Interval.of_days(date(2026, 1, 18), date(2026, 1, 24))
    >>> date_prec(When(week, week, Grain.WEEK, "reported"))
    3
    """
    if when is None:
        return None
    days = when.outer.days
    return next(
        (code for code, most in ((1, 1), (2, 6), (3, 7), (4, LONGEST_MONTH), (5, LONGEST_YEAR)) if days <= most), None
    )


def time_precision(when: When | None) -> int | None:
    """ACLED's code: 1 a day, 2 a week or similar, 3 a month; None where undated or wider."""
    code = date_prec(when)
    return {1: 1, 2: 2, 3: 2, 4: 3}.get(code) if code else None


def where_prec(place: Place | None) -> int | None:
    """UCDP's code: 1 exact, 2 a limited area, 3 second-order division, 4 first-order, 5 larger, 6 country, 7 water.

    An area inside one first-order division (a valley, a mountain) is a limited area; one without is a larger one. What
    stands at the point of the division or country around it has the code of that.

    >>> where_prec(Place("Kyiv", PlaceKind.CITY)), where_prec(Place("Sahel", PlaceKind.AREA)), where_prec(None)
    (1, 5, None)
    """
    if place is None:
        return None
    if place.inexact:
        return 4 if place.admin1 else 6
    return 2 if place.kind is PlaceKind.AREA and place.admin1 else _WHERE[place.kind]
