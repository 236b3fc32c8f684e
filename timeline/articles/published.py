"""When an article was published, and when it was last updated.

Stamps and texts go in, days come out, with how they are known. Only this module knows in which order the places are
believed where an outlet prints its date: the address, a stamp or dateline in the text, the text's own latest date.
"""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from timeline.articles.stamps import CLOCK, DATE, FULL_DATE, WEEKDAY
from timeline.model import Article, Basis, Grain, Published, TimexType

HEAD = 600  # characters in which a text prints its date
FIRST_YEAR, LAST_YEAR = 1800, 2100  # no other is a publication's
_ISO = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ][\d:.,+\-Z ]*(?:GMT|UTC)?)?")
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])[/-](0?[1-9]|[12]\d|3[01])(?=[/-])")
_STAMP = re.compile(
    rf"^[^\w\n]{{0,9}}(?:first\s+)?(?:published|posted|created|issued|date)\b[^\w\n]{{0,4}}(?:on\s|at\s)?{CLOCK}{WEEKDAY}"
    rf"(?P<day>{FULL_DATE})",
    re.IGNORECASE | re.MULTILINE,
)
_TIMED = re.compile(rf"(?P<day>{FULL_DATE})[,.]?\s{{0,3}}(?:at\s|@\s?|[-–—|]\s?)?\d{{1,2}}[:.]\d\d\b", re.IGNORECASE)
_ALONE = re.compile(
    rf"^[^\w\n]{{0,9}}(?:[a-z][\w.'’ &]{{1,50}}[,|–—-] ?)?{WEEKDAY}(?P<day>{FULL_DATE})[^\w\n]{{0,9}}$",
    re.IGNORECASE | re.MULTILINE,
)
_DATELINE = re.compile(
    rf"^[^\w\n]{{0,9}}(?:[A-Z][\w.'’-]*[ ,/]{{1,3}}){{1,6}}\(?(?i:{WEEKDAY})(?P<day>(?i:{DATE}))\)?,?\s?"
    r"(?:[(\[][\w/ .-]{2,30}[)\]]|/[\w ]{2,30}/)?\s?[-–—:]",
    re.MULTILINE,
)
_UPDATED = re.compile(
    rf"^[^\w\n]{{0,9}}(?:last\s+)?(?:updated|modified)\b[^\w\n]{{0,4}}(?:on\s|at\s)?{CLOCK}{WEEKDAY}(?P<day>{DATE})",
    re.IGNORECASE | re.MULTILINE,
)
_DATED = re.compile(rf"\b(?P<day>{FULL_DATE})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d$£€,.-])(?:1[89]|20)\d\d(?![\d%,.-]\d|\d|s\b)")
_AHEAD = re.compile(
    r"\b(?:will|shall|scheduled|slated|due|set|planned|plans?|until|till|by|before|through|expires?|upcoming|next|deadline"
    r"|expected|postponed|to (?:be|take|begin|start|hold|meet|appear|return)|from now)\b",
    re.IGNORECASE,
)
_CLAUSE = 60  # characters before a date in which it is announced as to come


def parse_stamp(words: str) -> Published | None:
    """The day, and the instant where one is stated, that a stamp prints: ISO, RFC 2822 or a full date in words.

    The day is the printed one: it is never moved to another zone.

    >>> parse_stamp("2026-01-24T23:30:00-05:00").day, parse_stamp("24 January 2026").day, parse_stamp("last week")
    (datetime.date(2026, 1, 24), datetime.date(2026, 1, 24), None)
    """
    words = words.strip()
    iso = _ISO.fullmatch(words)
    try:
        if iso and len(words) > len(iso[1]):
            return _given(datetime.fromisoformat(words.replace("UTC", "Z").replace("GMT", "Z").replace(" +", "+")))
        if iso:
            return Published(date.fromisoformat(words), Basis.GIVEN)
        if re.search(r"\d:\d\d", words[:40]):
            return _given(parsedate_to_datetime(words))
    except ValueError:
        pass
    day = _day(iso[1] if iso else words, None)
    return Published(day, Basis.GIVEN) if day else None


def find_published(article: Article) -> Published:
    """The publication day of an article that came without one."""
    address = _ADDRESS.search(article.url or "")
    if address and (day := _existing(address)):
        return Published(day, Basis.METADATA)
    if day := _printed(article.text):
        return Published(day, Basis.DATELINE)
    day = _latest(article.text)
    return Published(day, Basis.INFERRED if day else Basis.NONE)


def find_updated(article: Article, published: date | None) -> date | None:
    """The day of an "Updated:" line, None where there is none or it is earlier than the publication."""
    if not re.search("updated|modified", article.text, re.IGNORECASE):
        return None
    found = _UPDATED.search(article.text)
    day = _day(found["day"], published) if found else None
    return day if day and (published is None or day >= published) else None


def _given(instant: datetime) -> Published:
    return Published(instant.date(), Basis.GIVEN, instant)


def _existing(address: re.Match[str]) -> date | None:
    try:
        return date(*map(int, address.groups()))
    except ValueError:
        return None


def _day(words: str, published: date | None) -> date | None:
    """The day that a date says, a missing year read from the publication day."""
    from timeline.times import parse_time  # here, for most articles bring their day with them

    timex = parse_time(words, published)
    if timex is None or timex.type is not TimexType.DATE or timex.grain is not Grain.DAY or timex.interval is None:
        return None
    return timex.interval.first if FIRST_YEAR <= timex.interval.first.year <= LAST_YEAR else None


def _printed(text: str) -> date | None:
    """The day of a stamp, a dateline, or a date with a clock time or alone on a line at the head of a text."""
    for pattern, stretch in ((_STAMP, text), (_DATELINE, text[:HEAD]), (_TIMED, text[:HEAD]), (_ALONE, text[:HEAD])):
        found = pattern.search(stretch)
        if found and (day := _day(found["day"], _latest(text))):
            return day
    return None


def _latest(text: str) -> date | None:
    """The latest full date that a text does not announce, None where it speaks of later years."""
    days = [day for found in _DATED.finditer(text) if not _ahead(text, found) and (day := _day(found["day"], None))]
    years = [int(found.group()) for found in _YEAR.finditer(text) if not _ahead(text, found)]
    latest = max(days, default=None)
    return latest if latest and latest.year >= max(years, default=0) else None


def _ahead(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - _CLAUSE) : found.start()]
    clause = re.split(r"[.!?;\n]\s", before)[-1]
    return _AHEAD.search(clause) is not None
