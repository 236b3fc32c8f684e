"""The sheet that TimelineJS reads; its text columns are HTML, so words from articles are escaped."""

from datetime import date
from html import escape

from timeline.export.dossier import Dossier, Export, lead_claim, omissions
from timeline.export.sheets import Row, to_sheet
from timeline.export.wording import spoken_tolls, spoken_when
from timeline.model import Event

COLUMNS = (
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Alt Text",
    "Type",
    "Group",
    "Background",
)


def to_timelinejs(dossier: Dossier) -> Export:
    """One row per dated event; a slide needs a year, so undated events are left out."""
    dated = [event for event in dossier.events if event.when]
    missing = omissions(dossier, undated=len(dossier.events) - len(dated))
    return Export(to_sheet(COLUMNS, (_row(event, dossier) for event in dated)), missing)


def _row(event: Event, dossier: Dossier) -> Row:
    if event.when is None:
        return {}
    first, last = event.when.outer.first, event.when.outer.last
    sentence = dossier.quotes.get(lead_claim(event, dossier).id, "")
    sources = ", ".join(event.sources)
    paragraphs = (sentence, spoken_tolls(event.tolls), f"Source: {sources}" if sources else "")
    return {
        **_day("", first),
        **(_day("End ", last) if last > first else {}),
        "Display Date": spoken_when(event.when),
        "Headline": escape(event.title),
        "Text": "".join(f"<p>{escape(words)}</p>" for words in paragraphs if words),
        "Group": event.types[0],
    }


def _day(prefix: str, day: date) -> Row:
    return {f"{prefix}Year": day.year, f"{prefix}Month": day.month, f"{prefix}Day": day.day}
