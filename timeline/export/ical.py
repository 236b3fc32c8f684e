"""iCalendar (RFC 5545): all-day entries for days, floating local times for what is known to the hour."""

from datetime import UTC, datetime

from timeline.export.dossier import Dossier, Export, lead_claim, omissions
from timeline.export.shapes import is_whole_days
from timeline.export.wording import spoken_tolls, spoken_when, spoken_where
from timeline.model import Event, Interval, Status, When

LINE = 75  # octets of a content line; longer ones are folded
STATUS = {Status.PLANNED: "TENTATIVE", Status.POSSIBLE: "TENTATIVE", Status.DENIED: "CANCELLED"}
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def to_ical(dossier: Dossier) -> Export:
    """One entry per dated event over the whole time in which it can have happened; undated events are left out."""
    dated = [(event, event.when) for event in dossier.events if event.when and event.when.outer.end < datetime.max]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//timeline//EN", "CALSCALE:GREGORIAN"]
    for event, when in dated:
        lines += _entry(event, when, dossier)
    content = b"".join(fold(line) for line in [*lines, "END:VCALENDAR"])
    return Export(content, omissions(dossier, undated=len(dossier.events) - len(dated)))


def fold(line: str) -> bytes:
    """A content line of at most 75 octets and its continuations, never cut inside a character.

    >>> fold("SUMMARY:" + "é" * 40).count(b"\\r\\n ")
    1
    """
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece, size = piece + character, size + octets
    return "".join(f"{part}\r\n" for part in [*pieces, piece]).encode("utf-8", "replace")


def _entry(event: Event, when: When, dossier: Dossier) -> list[str]:
    sentence = dossier.quotes.get(lead_claim(event, dossier).id, "")
    rows = [dossier.articles[id] for id in event.articles if id in dossier.articles]
    place = event.where
    facts = (spoken_when(when), spoken_tolls(event.tolls), sentence, ", ".join(event.sources))
    lines = [
        "BEGIN:VEVENT",
        f"UID:{event.id}@timeline",
        f"DTSTAMP:{max((row.read_at for row in rows), default=_EPOCH).astimezone(UTC):%Y%m%dT%H%M%SZ}",
        *_times(when.outer),
        f"SUMMARY:{_text(event.title)}",
        f"DESCRIPTION:{_text(chr(10).join(filter(None, facts)))}",
        f"CATEGORIES:{','.join(map(_text, event.types))}",
        f"STATUS:{STATUS.get(event.status, 'CONFIRMED')}",
    ]
    if place:
        lines.append(f"LOCATION:{_text(spoken_where(event))}")
    if place and place.latitude is not None and place.longitude is not None:
        lines.append(f"GEO:{place.latitude:.6f};{place.longitude:.6f}")
    return [*lines, "END:VEVENT"]


def _times(outer: Interval) -> list[str]:
    """`DTEND` is exclusive, as the interval's end is."""
    if is_whole_days(outer):
        return [f"DTSTART;VALUE=DATE:{_day(outer.start)}", f"DTEND;VALUE=DATE:{_day(outer.end)}"]
    return [f"DTSTART:{_day(outer.start)}T{outer.start:%H%M%S}", f"DTEND:{_day(outer.end)}T{outer.end:%H%M%S}"]


def _day(instant: datetime) -> str:
    return instant.date().isoformat().replace("-", "")


def _text(words: str) -> str:
    printable = "".join(c for c in words if c.isprintable() or c == "\n")
    return printable.translate(_ESCAPES)
