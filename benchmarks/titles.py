"""How well titles tell copies from other goods of the kind.

    python benchmarks/titles.py

It compares every labelled pair of titles, and prints precision (of the pairs found, how many are of the same style) and
recall (of the pairs of the same style, how many are found) for each category and for limits around the default.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from opsbook.features.competitors.titles.same_style import StyleRule
from opsbook.features.competitors.titles.similarity import title_similarity

LABELLED = Path(__file__).parents[1] / "tests" / "competitors" / "labelled_titles.csv"
LIMITS = (0.6, 0.65, 0.7, 0.75, 0.8)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two titles that a person compared."""

    category: str
    similarity: float
    same: bool


def labelled() -> tuple[Pair, ...]:
    """Read the labelled pairs and compare their titles."""
    with LABELLED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return tuple(
        Pair(row["category"], title_similarity(row["ours"], row["theirs"]) or 0, row["same"] == "1") for row in rows
    )


def precision_and_recall(pairs: Iterable[Pair], limit: float) -> tuple[float, float]:
    """Count right answers at a limit: of those found, and of those to be found."""
    found = [pair.same for pair in pairs if pair.similarity >= limit]
    wanted = [pair.similarity >= limit for pair in pairs if pair.same]
    return sum(found) / len(found), sum(wanted) / len(wanted)


def main() -> None:
    """Print the table."""
    pairs, default = labelled(), StyleRule().similarity
    print(f"{len(pairs)} pairs, {sum(pair.same for pair in pairs)} of the same style; default limit {default}")
    for limit in LIMITS:
        print("limit {:.2f}     precision {:6.1%}  recall {:6.1%}".format(limit, *precision_and_recall(pairs, limit)))
    for category in dict.fromkeys(pair.category for pair in pairs):
        some = [pair for pair in pairs if pair.category == category]
        shown = (category, *precision_and_recall(some, default), len(some))
        print("{:<14} precision {:6.1%}  recall {:6.1%}  {} pairs".format(*shown))


if __name__ == "__main__":
    main()
