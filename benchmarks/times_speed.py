"""Speed of finding times, flatness of its memory, and its growth on hostile texts.

    python -m benchmarks.times_speed [--data FOLDER] [--megabytes 100] [--memory]

Without `--data` the text is made; with it, the `text` of every row of the folder's JSON Lines files is read (at any
depth), over and over until the wanted size is reached. Prints seconds of processor time, beside those of the clock for
the speed; nothing is written. With `--memory` no text is read twice: each is made anew, with days and numbers that were
not there before, so that nothing that is remembered can hide growth; the peak is printed at every tenth of the way.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from itertools import count, cycle
from pathlib import Path

from timeline.model import Article, Basis, Origin, Published
from timeline.times import find_times

PUBLISHED = Published(date(2026, 1, 24), Basis.GIVEN)
READ_AT = datetime(2026, 1, 24, tzinfo=UTC)
WARM_MEGABYTES = 5
PARAGRAPH = """A freight train left the rails near the old harbour at {hour}:35 p.m. on {weekday}, the railway said.
The line will stay closed until {month} {day}, and two bridges that were built in {year} are being looked at.
Neighbours said that the noise had kept them awake for several nights. Last {unit}, an inspector had warned that the
sleepers were rotten; a report of {day} {month} {year} says the same. The mayor, 52, asked people to take the bus for
the next {count} days.

"""
HOSTILE = {
    "1/1/1/1": "1/",
    "Monday Monday": "Monday ",
    "digits": "7",
    "spaces": " ",
    "letters": "a",
    "rule words": "the next two weeks of last May to every 3rd quarter at least ",
    "ranges": "3-5 June, 1990-91, ",
    "years": "In May 1914 and 1878, ",
}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="folder of JSON Lines files whose `text` is read")
    parser.add_argument("--megabytes", type=float, default=100, help="how much text is read for speed and memory")
    parser.add_argument("--memory", action="store_true", help="measure memory over texts that never repeat")
    wanted = parser.parse_args()
    if wanted.memory:
        _measure_memory(wanted.megabytes)
        return
    texts = list(_rows(wanted.data)) if wanted.data else list(_made_texts())
    if not texts:
        sys.exit(f"no rows with a text in {wanted.data}")
    _measure_speed(texts, wanted.megabytes)
    for name, piece in HOSTILE.items():
        small, large = (_seconds(piece * (size // len(piece))) for size in (250_000, 1_000_000))
        print(f"{name:16} 0.25 MB {small:6.2f} s   1 MB {large:6.2f} s   x {large / max(small, 1e-9):.1f}")


def _measure_speed(texts: list[str], megabytes: float) -> None:
    read, found, warm = 0, 0, 0
    start, clock = time.process_time(), time.perf_counter()
    for text in cycle(texts):
        found += len(find_times(_article(text)))
        read += len(text.encode())
        if not warm and read > WARM_MEGABYTES * 1e6:
            warm = _peak_kilobytes()
        if read >= megabytes * 1e6:
            break
    seconds, passed = time.process_time() - start, time.perf_counter() - clock
    print(
        f"{read / 1e6:.1f} MB in {seconds:.1f} s of the processor: {read / 1e6 / seconds:.2f} MB/s"
        f" ({passed:.1f} s of the clock: {read / 1e6 / passed:.2f} MB/s), {found} times"
    )
    peak = _peak_kilobytes() / 1024
    print(f"peak memory {warm / 1024:.0f} MB after {WARM_MEGABYTES} MB of text, {peak:.0f} MB at the end")


def _measure_memory(megabytes: float) -> None:
    read, tenths, start = 0, 0, time.process_time()
    for number in count():
        text = _made_text(number)
        find_times(_article(text))
        read += len(text.encode())
        if read >= megabytes * 1e5 * (tenths + 1):
            tenths += 1
            seconds = time.process_time() - start
            print(f"{read / 1e6:6.1f} MB read in {seconds:6.1f} s, peak memory {_peak_kilobytes() / 1024:.1f} MB")
        if tenths == 10:
            return


def _seconds(text: str) -> float:
    article = _article(text)
    start = time.process_time()
    find_times(article)
    return time.process_time() - start


def _peak_kilobytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _article(text: str) -> Article:
    return Article("a", text, PUBLISHED, Origin("a", "", READ_AT))


def _rows(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line).get("text")
                if text:
                    yield text


def _made_texts() -> Iterator[str]:
    for number in range(500):
        yield _made_text(number)


def _made_text(number: int) -> str:
    weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
    months = "January March May July September November".split()
    return "".join(
        PARAGRAPH.format(
            hour=number % 12 + 1,
            weekday=weekdays[(number + step) % 7],
            month=months[(number + step) % 6],
            day=(number + step) % 28 + 1,
            year=1800 + (number * 7 + step) % 220,
            unit=("week", "month", "year")[step % 3],
            count=number * 5 + step + 20,
        )
        for step in range(5)
    )


if __name__ == "__main__":
    main()
