"""How long each worksheet function takes over 10,000 rows, beside the obvious pandas alternative where there is one.

    python benchmarks/functions.py [RUNS]

Each function is called once over ranges of 10,000 rows; OPS_METRIC stands for all metrics of a table and OPS_CVR for the metrics that
Excel calculates itself. pandas gets the same cells as a frame and does the arithmetic alone: it checks nothing, names no cell and
reads no written number. Shown is the best of RUNS (5), in milliseconds of the processor.
"""

import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pandas as pd

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "addin"), str(ROOT / "tests")]

from opsbook import udf  # noqa: E402 - found by the line above

ROWS = 10_000
Column = list[list[Any]]


def cells(make: Callable[[random.Random], Any], seed: int) -> Column:
    """A column of chance cells."""
    chance = random.Random(seed)  # noqa: S311 - figures, no secrets
    return [[make(chance)] for _ in range(ROWS)]


BUYERS = cells(lambda chance: float(chance.randint(0, 90)), 1)
VISITORS = cells(lambda chance: float(chance.randint(100, 5000)), 2)
WRITTEN = cells(lambda chance: f"{chance.randint(1000, 9_999_999):,}", 3)
GMV = cells(lambda chance: chance.randint(100, 9_999_999) / 100, 4)
RATE = cells(lambda chance: chance.random() / 5 + 0.01, 5)
CLICKS = cells(lambda chance: float(chance.randint(100, 900)), 6)
SOURCES = cells(lambda chance: f"来源{chance.randint(1, 300)}", 7)
TITLES = cells(lambda chance: "".join(chance.sample("水洗棉磨毛四件套纯色床单被冬加厚枕头护颈毯全", 14)), 8)
DATES = [[date(1998, 1, 1) + timedelta(at)] for at in range(ROWS)]


def beside(*columns: Column) -> Column:
    """Columns side by side, as one range."""
    return [[cell for part in parts for cell in part] for parts in zip(*columns, strict=True)]


TABLE = [["支付买家数", "访客数"], *beside(BUYERS, VISITORS)]
TRAFFIC, LATER = beside(SOURCES, VISITORS, GMV), beside(SOURCES, VISITORS, GMV[::-1])
FRAME = pd.DataFrame(beside(BUYERS, VISITORS, GMV, SOURCES), columns=["buyers", "visitors", "gmv", "source"])


def by_hand(column: Column) -> "pd.Series[float]":
    """Numbers with commas as pandas reads them."""
    return pd.Series([cell for [cell] in column]).str.replace(",", "").astype(float)


def by_source() -> object:
    """Sums of two ranges by source, and their difference."""
    frames = [pd.DataFrame(rows, columns=["source", "visitors", "gmv"]) for rows in (TRAFFIC, LATER)]
    before, after = (frame.groupby("source").sum() for frame in frames)
    return after - before


CALLS: dict[str, tuple[Callable[[], object], Callable[[], object] | None]] = {
    "OPS_CVR": (lambda: udf.OPS_CVR(BUYERS, VISITORS), lambda: FRAME.buyers / FRAME.visitors),
    "OPS_CVR, written numbers": (lambda: udf.OPS_CVR(WRITTEN, VISITORS), lambda: by_hand(WRITTEN) / FRAME.visitors),
    "OPS_CVR, texts refused": (lambda: udf.OPS_CVR(SOURCES, VISITORS), None),
    "OPS_METRIC": (lambda: udf.OPS_METRIC("cvr", TABLE), lambda: FRAME.buyers.sum() / FRAME.visitors.sum()),
    "OPS_STATUS": (lambda: udf.OPS_STATUS(RATE, "refund_rate"), None),
    "OPS_SOURCE_EFFECTS": (lambda: udf.OPS_SOURCE_EFFECTS(TRAFFIC, LATER), by_source),
    "OPS_ANOMALY": (lambda: udf.OPS_ANOMALY(1.0, GMV), lambda: (FRAME.gmv - FRAME.gmv.median()).abs().median()),
    "OPS_GOAL_DAYS": (lambda: udf.OPS_GOAL_DAYS(310_000, "2026-11", beside(DATES, GMV)), None),
    "OPS_CATCHUP": (
        lambda: udf.OPS_CATCHUP(310_000, 0, VISITORS),
        lambda: FRAME.visitors * 310_000 / FRAME.visitors.sum(),
    ),
    "OPS_PACE": (lambda: udf.OPS_PACE(BUYERS, VISITORS), lambda: FRAME.buyers / FRAME.visitors),
    "OPS_PROJECTION": (
        lambda: udf.OPS_PROJECTION(GMV, BUYERS, VISITORS),
        lambda: FRAME.gmv * FRAME.visitors / FRAME.buyers,
    ),
    "OPS_SAMPLE_SIZE": (lambda: udf.OPS_SAMPLE_SIZE(RATE, 0.1), None),
    "OPS_KEYWORD_ACTION": (lambda: udf.OPS_KEYWORD_ACTION(CLICKS, BUYERS, VISITORS, GMV, 0.3), None),
    "OPS_SAFETY_STOCK": (
        lambda: udf.OPS_SAFETY_STOCK(VISITORS, BUYERS, 5, 1),
        lambda: (5 * FRAME.buyers**2) ** 0.5 * 1.645,
    ),
    "OPS_REORDER_POINT": (lambda: udf.OPS_REORDER_POINT(VISITORS, BUYERS, 5, 1), None),
    "OPS_DAYS_OF_COVER": (lambda: udf.OPS_DAYS_OF_COVER(VISITORS, BUYERS), lambda: FRAME.visitors / FRAME.buyers),
    "OPS_PRICE_INDEX": (lambda: udf.OPS_PRICE_INDEX(110, GMV), lambda: 110 / FRAME.gmv.median()),
    "OPS_TITLE_SIMILARITY": (lambda: udf.OPS_TITLE_SIMILARITY(TITLES, "水洗棉四件套"), None),
}
"""By function: the call, and what pandas would do."""


def best(work: Callable[[], object], runs: int) -> float:
    """The processor's best time, in milliseconds, after a call that loads what the first one loads."""
    work()
    times = []
    for _ in range(runs):
        begin = time.process_time()
        work()
        times.append(time.process_time() - begin)
    return min(times) * 1e3


def main(runs: int) -> None:
    """Measure and print."""
    print(f"{ROWS:,} rows, ms, best of {runs:<8}{'ours':>10}{'pandas':>10}")
    for name, (ours, pandas) in CALLS.items():
        print(f"  {name:<28}{best(ours, runs):>10.1f}{f'{best(pandas, runs):.1f}' if pandas else '-':>10}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
