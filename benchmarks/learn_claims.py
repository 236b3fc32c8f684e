"""Learns `timeline/claims/weights.toml`: which of the days and places that its sentences state are a claim's.

    python benchmarks/learn_claims.py FOLDER gva_train gvc_train [--check gva_dev gvc_dev] [--pull 1] [--write]

FOLDER holds NAME.jsonl files whose rows have "gold": {"date": {"start": day}, "place": {"city", "lat",
"lon"}}. Each article's main happening gives two samples; the days and the places that it offers are the
candidates. Only numbers are learned, from a prior that is a table of judgements (`claims_prior.toml`). Needs numpy and
scipy (`pip install -e .[bench]`).
"""

import argparse
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from choosing import Sample, fit, named, share_right

from timeline.articles import article_of
from timeline.articles.records import record_of
from timeline.claims import happenings_of
from timeline.claims.composing import claim_of
from timeline.claims.happening import Happening
from timeline.claims.leading import Drafted, main_of
from timeline.claims.standing import Candidate, candidates_of
from timeline.claims.votes import columns_of, votes_of
from timeline.event_types import find_triggers
from timeline.model import Article, Place, distance_km
from timeline.pipeline import recognise
from timeline.places.folding import fold

PRIOR = Path(__file__).parent / "claims_prior.toml"
TABLE = Path(__file__).parent.parent / "timeline" / "claims" / "weights.toml"
HEAD = (
    "# What a feature is worth when a claim's day and place are chosen among those that its article offers, in logits."
)
NEAR_KM = 25.0
HARD = 10_000.0  # the pull on what is held
Gold = dict[str, Any]
Samples = dict[str, list[Sample]]  # by table: "dating", "placing"


def main() -> None:
    """Learns, prints what was learned and, where asked, writes it into the table."""
    arguments = _arguments()
    prior = tomllib.loads(PRIOR.read_text(encoding="utf-8"))
    held = frozenset(prior.pop("held"))
    paths = [arguments.folder / f"{name}.jsonl" for name in arguments.sets]
    samples = read_samples(paths)
    pulls = {name: HARD if name in held else arguments.pull for part in prior.values() for name in part}
    weights = {part: fit(samples[part], prior[part], pulls) for part in prior}
    for part in prior:
        _show(part, samples[part], prior[part], weights[part])
        for name, value in weights[part].items():
            print(f"{name:20} {prior[part][name]:6.2f} {value:6.2f}")
    for name in arguments.check or ():
        others = read_samples([arguments.folder / f"{name}.jsonl"])
        for part in prior:
            _show(f"{name} {part}", others[part], prior[part], weights[part])
    if arguments.write:
        TABLE.write_text(_table(weights, paths, arguments.pull), encoding="utf-8")


def read_samples(paths: Iterable[Path]) -> Samples:
    """The choices of the articles of some files that have both right and wrong candidates."""
    found: Samples = {"dating": [], "placing": []}
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            gold = row.pop("gold")
            for part, sample in _samples(article_of(record_of(row, row["id"])), gold):
                if sample.teaches:
                    found[part].append(sample)
    return found


def _samples(article: Article, gold: Gold) -> Iterator[tuple[str, Sample]]:
    context, happenings = happenings_of(recognise(article), find_triggers(article))
    drafts = [Drafted(claim_of(happening, context), happening) for happening in happenings]
    chosen = main_of(drafts)
    if chosen is not None:
        happening = chosen.happening
        yield "dating", _of_days(happening, context.published, date.fromisoformat(gold["date"]["start"]))
        yield "placing", _of_places(candidates_of(happening, context.setting, ()), gold["place"])


def _of_days(happening: Happening, published: date | None, day: date) -> Sample:
    """A stretch of up to two days that holds the day is right where no candidate is the day itself."""
    columns = columns_of(list(votes_of(happening, published)), published)
    exact = tuple(days == (day, day) for days in columns)
    held = tuple(first <= day <= last and (last - first).days < 3 for first, last in columns)
    return Sample(tuple(columns.values()), exact if any(exact) else held)


def _of_places(candidates: Sequence[Candidate], gold: Gold) -> Sample:
    return Sample(
        tuple(candidate.features for candidate in candidates),
        tuple(_is_right(candidate.place, gold) for candidate in candidates),
    )


def _is_right(place: Place, gold: Gold) -> bool:
    if fold(place.name) == fold(gold["city"].split(" (")[0]):
        return True
    if None in (place.latitude, place.longitude, gold["lat"], gold["lon"]):
        return False
    return distance_km((place.latitude, place.longitude), (gold["lat"], gold["lon"])) <= NEAR_KM


def _show(what: str, samples: Sequence[Sample], prior: Mapping[str, float], weights: Mapping[str, float]) -> None:
    before, after = share_right(samples, prior), share_right(samples, weights)
    print(f"{what}: {len(samples)} choices, right by the prior {before:.1%}, learned {after:.1%}")


def _table(weights: Mapping[str, Mapping[str, float]], paths: Sequence[Path], pull: float) -> str:
    lines = [HEAD, "# Learned by benchmarks/learn_claims.py from the main claims of the articles of"]
    lines += [f"# - {named(path)}" for path in paths]
    lines += [f"# starting from benchmarks/{named(PRIOR)}, pull {pull:g}."]
    for part, values in weights.items():
        lines += ["", f"[{part}]"]
        lines += [f'"{name}" = {value}' if " " in name else f"{name} = {value}" for name, value in values.items()]
    return "\n".join(lines) + "\n"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="+")
    parser.add_argument("--check", nargs="+", metavar="NAME")
    parser.add_argument("--pull", type=float, default=1.0, help="how strongly weights are held to the prior")
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
