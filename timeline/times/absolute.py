"""The door to dateparser: bare absolute expressions to days, nothing else.

"01/24/2026" goes in, a date comes out. Asked is what the grammar does not resolve itself: days in figures, whose order
has to be found. Nothing relative is ever asked, so no base is needed, and an expression is resolved once. Numbers alone
are month first, unless that makes no date or dots part them.
"""

from datetime import date
from functools import cache, lru_cache
from typing import Any


@lru_cache(maxsize=65536)
def absolute_day(words: str) -> date | None:
    """The day that a full date names, None where it names none.

    >>> absolute_day("24 january 2026"), absolute_day("1/24/2026"), absolute_day("3.4.2026"), absolute_day("2026")
    (datetime.date(2026, 1, 24), datetime.date(2026, 1, 24), datetime.date(2026, 4, 3), None)
    """
    dots = words.count(".") == 2 and words.replace(".", "").isdigit()
    found = _parser("DMY" if dots else "MDY").get_date_data(words)
    if found.date_obj is None or found.period != "day" or not {"year", "month", "day"} <= set(found.parts or ()):
        return None
    return date(found.date_obj.year, found.date_obj.month, found.date_obj.day)


@cache
def _parser(order: str) -> Any:
    from dateparser.date import DateDataParser  # its import takes longer than reading an article

    return DateDataParser(languages=["en"], settings={"DATE_ORDER": order, "PARSERS": ["absolute-time"]})
