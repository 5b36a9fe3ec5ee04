"""How long `opsbook refresh` takes with 10,000 rows in the peer log, beside the obvious script that looks for changes.

    python benchmarks/peers.py [RUNS]

Five shops with forty items each, seen weekly for fifty weeks, stand in the log of the demo book. Each run is a process of its
own on a fresh copy; shown are the best of RUNS (3) in seconds of the clock and the peak of resident memory. `opsbook refresh`
compares all looks, writes events, look-alikes, seasons and prices, and sets what every formula cell shows.
"""

import csv
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path
from random import Random

from daily import BOOK, OPSBOOK, in_turn

from opsbook.features.demo.facts.story import LAST_DAY

OBVIOUS = [sys.executable, "-W", "ignore", str(Path(__file__).with_name("obvious_peers.py"))]  # of what openpyxl drops
SHOPS = ("慕棉家纺旗舰店", "眠山居家旗舰店", "素里布艺旗舰店", "木槿生活旗舰店", "小满家居专营店")
ITEMS, WEEKS = 40, 50
WORDS = ("水洗棉", "磨毛", "四件套", "纯色", "床单", "被套", "冬被", "加厚", "枕头", "护颈", "毛毯", "全棉", "凉被", "双人")  # fmt: skip
HEADER = ("日期", "店铺", "商品ID", "标题", "标价", "券后价", "月销量", "评价数", "排名", "季节标签")


def write_log(path: Path) -> int:
    """A log in which a tenth of the prices and a fiftieth of the titles move every week; returns its rows."""
    chance = Random(1)  # noqa: S311 - prices to compare, no secrets
    items = [
        (shop, str(600_000_000_000 + 1000 * at + number), "".join(chance.sample(WORDS, 6)), chance.randint(50, 500))
        for at, shop in enumerate(SHOPS)
        for number in range(ITEMS)
    ]
    rows = []
    for week in range(WEEKS):
        day = LAST_DAY - timedelta(weeks=WEEKS - 1 - week)
        for shop, item, title, usual in items:
            price = round(usual * chance.choice((0.9, *(1,) * 9)), 1)
            shown = title + chance.choice(("新", *("",) * 49))
            counts = (chance.randint(100, 130), week * 10, chance.randint(1, 9))
            rows.append((day, shop, item, shown, 2 * usual, price, *counts, "秋冬"))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([HEADER, *rows])
    return len(rows)


def prepare(folder: Path) -> Path:
    """The demo book with the log in it."""
    book = folder / "demo" / "OpsBook-demo.xlsx"
    subprocess.run([*OPSBOOK, "demo", str(book.parent)], check=True, stdout=subprocess.DEVNULL)
    rows = write_log(folder / "log.csv")
    words = ["peers", "import", str(book), str(folder / "log.csv")]
    subprocess.run([*OPSBOOK, *words], check=True, stdout=subprocess.DEVNULL)
    print(
        f"{rows:,} rows of {len(SHOPS) * ITEMS} items in the log of the demo book, {book.stat().st_size / 1e6:.1f} MB"
    )
    return book


def main(runs: int) -> None:
    """Measure both and print the table."""
    with tempfile.TemporaryDirectory() as name:
        book = prepare(Path(name))
        ours, theirs = in_turn([[*OPSBOOK, "refresh", BOOK], [*OBVIOUS, BOOK]], book, Path(name), runs)
    print(f"{'':<30}{'seconds':>8}{'peak MB':>10}")
    print(f"{'opsbook refresh':<30}{ours.seconds:>8.2f}{ours.megabytes:>10.0f}")
    times = theirs.seconds / ours.seconds
    print(
        f"{'obvious script, no values':<30}{theirs.seconds:>8.2f}{theirs.megabytes:>10.0f}   opsbook is {times:.1f} times as fast"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
