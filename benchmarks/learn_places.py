"""Learns the weights of `timeline/places/weights.toml` from articles whose place names are marked.

Run from the project's root: `python benchmarks/learn_places.py FOLDER`, a folder of JSON Lines files with `id`, `text`,
`gold.places` (start, end, latitude, longitude, geonameid). Of each file only the half is read whose SHA-1 of the
article's id is even, so that the other half stays for checking. Weights are pulled towards those of
`places_prior.toml`, which stay as they are where the articles tell nothing; the table is written anew each time, so
that the same articles give the same table.
"""

import argparse
import json
import math
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from hashlib import sha1
from pathlib import Path
from typing import Any

from choosing import Sample, fit

from timeline.model import Article, Basis, Origin, Published
from timeline.places import toponyms as deciding
from timeline.places.context import SUPPORT, prior, total
from timeline.places.evidence import features
from timeline.places.gazetteer import Record, Role
from timeline.places.home import home_of
from timeline.places.naming import scan
from timeline.places.neighbours import beside
from timeline.places.parents import link_parents
from timeline.places.refusing import refused
from timeline.places.resolve import choose, key_of_toponym, told
from timeline.places.suffixes import narrow

PRIOR = Path(__file__).resolve().with_name("places_prior.toml")
TABLE = Path(__file__).resolve().parent.parent / "timeline" / "places" / "weights.toml"
NEAR_KM = 161.0
BY_HAND = frozenset(
    {
        "sisters",
        "overshadowed",
        "dominant",
        "around_town",
        "variant",
        "dateline",
        "verb_before",
        "right_surname",
        "home",
    }
)  # too rare in the articles to be learned
Gold = dict[str, Any]
HARD = 1000.0  # the pull on what is set by hand


def articles(folder: Path) -> Iterator[tuple[Article, list[Gold], float]]:
    """The articles to learn from, their gold, and a weight that lets each file count the same."""
    for path in sorted(folder.glob("*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        half = [row for row in rows if int(sha1(row["id"].encode()).hexdigest(), 16) % 2 == 0]
        names = sum(len(row["gold"]["places"]) for row in half)
        for row in half:
            origin = Origin(row["id"], "", datetime(2026, 1, 1, tzinfo=UTC))
            known = {key: row.get(key) for key in ("title", "source", "url")}
            article = Article(row["id"], row["text"], Published(None, Basis.NONE), origin, **known)
            yield article, row["gold"]["places"], 1000 / names


def toponym_samples(article: Article, gold: list[Gold], weight: float) -> Iterator[Sample]:
    """Whether each name is a place; names whose gold has no coordinates are left out."""
    scans = [scan(text) for _, text in article.fields()]
    for seen in scans:
        narrow(seen)
        link_parents(seen)
    document = deciding.read_document(scans, home_of(article))
    seen = scans[-1]
    for name in seen.names:
        around = beside(seen, name)
        marked = _marked(gold, name.start, name.end)
        if name.top.role is Role.SHORT or refused(seen, name, around) or (marked and not _located(marked)):
            continue
        yield Sample(
            [{"start": 1.0} | features(seen, name, around, document), {}], [marked is not None, not marked], weight
        )


def sense_samples(article: Article, gold: list[Gold], weight: float) -> Iterator[Sample]:
    """Which meaning of each name is right; names of which none is, or of one meaning, teach nothing."""
    home = home_of(article)
    lists = deciding.toponyms([scan(text) for _, text in article.fields()], home)
    named = [toponym for some in lists for toponym in some if toponym.name.senses]
    choices = choose(named, home)
    whole = total(choice.votes for choice in choices.values())
    for toponym in lists[-1]:
        marked = _marked(gold, toponym.name.start, toponym.name.end) if toponym.name.senses else None
        if not marked or not _located(marked):
            continue
        choice = choices[key_of_toponym(toponym)]
        right = [_same(sense.record, marked) for sense in choice.senses]
        if any(right) and not all(right):
            values = [told(choice, sense, whole, home) for sense in choice.senses]
            rows = [
                prior(sense, choice.senses) | dict(zip(SUPPORT, row, strict=True))
                for sense, row in zip(choice.senses, values, strict=True)
            ]
            yield Sample(rows, right, weight)


def _marked(gold: list[Gold], start: int, end: int) -> Gold | None:
    return next((place for place in gold if place["start"] < end and start < place["end"]), None)


def _located(place: Gold) -> bool:
    return place.get("latitude") is not None


def _same(record: Record, place: Gold) -> bool:
    if record.latitude is None or record.longitude is None:
        return False
    first, second = math.radians(record.latitude), math.radians(place["latitude"])
    across = math.radians(record.longitude - place["longitude"])
    cosine = math.sin(first) * math.sin(second) + math.cos(first) * math.cos(second) * math.cos(across)
    return 6371 * math.acos(max(-1.0, min(1.0, cosine))) <= NEAR_KM


def learn(samples: list[Sample], known: dict[str, float], pull: float) -> dict[str, float]:
    """Weights under which the right answers are likeliest; `pull` holds them to those known."""
    names = sorted({name for sample in samples for row in sample.rows for name in row} | (BY_HAND & set(known)))
    pulls = {name: HARD if name in BY_HAND else pull for name in names}
    return fit(samples, {name: known.get(name, 0.0) for name in names}, pulls)


def provenance(folder: Path, pull: float) -> list[str]:
    """Comment lines that say what the weights were learned from."""
    files = [
        f"{path.name} (SHA-1 {sha1(path.read_bytes()).hexdigest()[:12]})" for path in sorted(folder.glob("*.jsonl"))
    ]
    return [
        "# Weights of the features that decide what a name means, in logits. Learned by benchmarks/learn_places.py",
        "# from the articles with an even SHA-1 of",
        *(f"# - {name}" for name in files),
        f"# starting from benchmarks/{PRIOR.name} (SHA-1 {sha1(PRIOR.read_bytes()).hexdigest()[:12]}), pull {pull:g}.",
    ]


def write(weights: dict[str, dict[str, float]], lines: list[str]) -> None:
    """Writes the table anew below some comment lines, the features in alphabetical order."""
    lines = list(lines)
    for part, values in weights.items():
        lines += ["", f"[{part}]", *(f"{name} = {value}" for name, value in sorted(values.items()))]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Learns both tables from the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pull", type=float, default=200.0, help="how strongly weights are held to those known")
    options = parser.parse_args()
    known = tomllib.loads(PRIOR.read_text(encoding="utf-8"))
    write(known, ["# The prior, while weights are being learned: which questions are asked depends on those in use."])
    read = list(articles(options.folder))
    learned = {}
    for part, samples_of in (("toponym", toponym_samples), ("sense", sense_samples)):
        samples = [sample for article, gold, weight in read for sample in samples_of(article, gold, weight)]
        learned[part] = learn(samples, known[part], options.pull)
        print(f"{part}: {len(samples)} questions")
    write(learned, provenance(options.folder, options.pull))


if __name__ == "__main__":
    main()
