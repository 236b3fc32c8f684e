"""`export`: the events that filters let through, in one of many formats."""

import argparse
import sys
from pathlib import Path

from timeline.cli.filters import add_filters, selection_of
from timeline.cli.inputs import add_workspace, workspace_of
from timeline.cli.terminal import WrongUse, say

SUMMARY = "write events in another program's format"
DESCRIPTION = """Writes the events that all filters let through to standard output or to a file, and says on standard
error what the format leaves out and why. Repeat a filter to allow several values: --type flood
--type storm."""
EPILOG = """formats:
  csv           one row per event                        claims-csv    one row per claim, with sentence and offsets
  json          events and articles with all fields      links-json    claims that were joined, and the evidence
  geojson       points for maps                          graphml       the network of events and claims
  timelinejs    the sheet that TimelineJS reads          timesketch    a Timesketch import
  acled         ACLED's columns                          ucdp          UCDP GED's columns
  ftm           followthemoney entities                  ical          calendar entries
  problems-csv  what could not be read

examples:
  python -m timeline export --format csv --since 2026-01-01 --until 2026-01-31 > january.csv
  python -m timeline export --format geojson --type earthquake --country Türkiye --at-least killed=10 -o quakes.geojson
  python -m timeline export --format csv --min-origins 2 --words 'bridge "power station"'
  python -m timeline export --format csv --undated only"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """--format, --workspace, --output and the filters."""
    parser.add_argument("--format", required=True, metavar="NAME", help="one of the formats below")
    add_workspace(parser)
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help="file to write (default: standard output)")
    add_filters(parser)


def run(chosen: argparse.Namespace) -> int:
    """Writes the export; the exit status."""
    from timeline.cli.files import check_types, opened, write_file  # loaded here: --help needs no recogniser
    from timeline.export import FORMATS, gather
    from timeline.workspace import Access

    if chosen.format not in FORMATS:
        raise WrongUse(f"--format: {chosen.format!r} is none of {', '.join(FORMATS)}")
    check_types(chosen.type)
    with opened(workspace_of(chosen), Access.EXISTING) as workspace:
        export = FORMATS[chosen.format].write(gather(workspace, selection_of(chosen)))
        if chosen.output:
            write_file(chosen.output, export.content)
    if not chosen.output:
        sys.stdout.buffer.write(export.content)
        sys.stdout.buffer.flush()
    for line in export.left_out:
        say(line)
    return 0
