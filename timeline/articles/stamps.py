"""Pattern sources of dates as outlets print them, for use inside other patterns and with re.IGNORECASE."""

_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?|aug(?:ust|\.)?"
    r"|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_YEAR = r"(?:1[89]|20)\d\d"
_DAY_MONTH = rf"{_DAY}[ -](?:of )?{_MONTH}"
_MONTH_DAY = rf"{_MONTH}[ -]{_DAY}"

FULL_DATE = rf"(?:{_DAY_MONTH},?[ -]{_YEAR}|{_MONTH_DAY},?[ -]{_YEAR}|{_YEAR}-\d\d-\d\d)"
"""A day with its month and year."""

DATE = rf"(?:{FULL_DATE}|{_DAY_MONTH}(?: \d\d)?\b|{_MONTH_DAY}\b)"
"""A day with its month; its year may be missing or have two figures."""

WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day|\.)?,?\s)?"
CLOCK = r"(?:\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?,?\s?(?:[a-z]{2,4},?\s)?(?:on\s|[-–—|]\s)?)?"
