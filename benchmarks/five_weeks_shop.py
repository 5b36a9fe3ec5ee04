"""The shop of `five_weeks.py`: its workbook, its inbox, and the reports its back-end writes."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from opsbook.features.demo.exports.files import Cell, Export, csv_text, xls, xlsx, zipped
from opsbook.features.demo.exports.items import HEADER as ITEMS
from opsbook.features.demo.exports.shop import NEW_HEADER, OLD_HEADER
from support.book_state import type_in

SHOP, YEAR = "小棉袄家居店", 2026
USUAL = 10_000  # yuan a day
ITEM = "601234567890123"
NOTES = (["生意参谋 - 自助取数"], ["报表名称：店铺整体日报"], ["统计粒度：自然日"], ["终端类型：所有终端"])


def day_of(label: str) -> date:
    """The day of a label such as 10-31."""
    return date.fromisoformat(f"{YEAR}-{label[:5]}")


class Shop:
    """A shop whose reports are downloaded every morning.

    Args:
        folder: an empty folder, for the workbook, its inbox and its log.
    """

    def __init__(self, folder: Path) -> None:
        self.book, self.inbox = folder / "shop.xlsx", folder / "inbox"
        self.inbox.mkdir()
        self.environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state")}

    def run(self, command: str, *words: object) -> tuple[int, dict]:
        """Run a command on the workbook; its exit code and what it answers in JSON."""
        typed = [sys.executable, "-m", "opsbook", command, str(self.book), *map(str, words), "--json"]
        ended = subprocess.run(typed, env=self.environment, capture_output=True, text=True, check=False)
        return ended.returncode, json.loads(ended.stdout) if ended.stdout.strip() else {}

    def must(self, code: int, command: str, *words: object) -> None:
        """Run a command that has to end so."""
        ended, answer = self.run(command, *words)
        if ended != code:
            print(f"opsbook {command} {' '.join(map(str, words))} ended with {ended}, not {code}: {answer}")
            sys.exit(1)

    def type(self, *edits: tuple[str, object]) -> None:
        """Type into the workbook as in Excel."""
        type_in(self.book, edits)

    def put(self, name: str, content: bytes, last: date) -> Path:
        """A file comes into the inbox, downloaded the morning after its last day."""
        return Export(name, content, last).write(self.inbox)

    def gone(self, name: str) -> None:
        """A file is taken out of the inbox."""
        (self.inbox / name).unlink()


def figures(gmv: float = USUAL, **more: Cell) -> dict[str, Cell]:
    """What a shop report says of a day."""
    counts = {"访客数": 500, "浏览量": 1500, "支付买家数": 50, "支付件数": 60, "成功退款金额": 0}
    return {**counts, "支付金额": gmv, **more}


def row(header: Sequence[str], values: Mapping[str, Cell]) -> list[Cell]:
    """A row under a header; what is not said is a dash, and of a name that comes again the second is of one terminal."""
    seen: set[str] = set()
    cells: list[Cell] = []
    for name in header:
        value = values.get(name, "-")
        cells.append(value * 0.9 if name in seen and isinstance(value, int | float) else value)
        seen.add(name)
    return cells


def shop_report(day: date, values: Mapping[str, Cell], of: str = SHOP) -> tuple[str, bytes]:
    """The report of a day: on odd days the older .xls, whose figures are text, on even ones the newer .xlsx."""
    if day.day % 2:
        texts = {name: f"{value:,}" if isinstance(value, int | float) else value for name, value in values.items()}
        rows = [*NOTES, [f"统计周期：{day} ~ {day}"], [*OLD_HEADER], row(OLD_HEADER, {"统计日期": str(day), **texts})]
        return f"【生意参谋平台】店铺整体日报_{day}_{day}.xls", xls("店铺整体日报", rows)
    values = {"统计日期": str(day), "店铺名称": of, **values}
    name = f"店铺-整体-全部历史-分日-所有终端-{day}_{day}.xlsx"
    return name, xlsx("店铺-整体", [[*NEW_HEADER], row(NEW_HEADER, values)])


def item_report(day: date, listed: Mapping[str, float]) -> tuple[str, bytes]:
    """The items of a day with their GMV."""
    said = {"商品名称": "磨毛四件套", "商品访客数": "200", "支付件数": "5"}
    rows = [
        row(ITEMS, {"统计日期": str(day), "商品ID": one, "支付金额": f"{gmv:.2f}", **said})
        for one, gmv in listed.items()
    ]
    return f"【生意参谋平台】商品_全部_{day}_{day}.xls", xls("全部商品", [["终端：所有终端"], [*ITEMS], *rows])


__all__ = [
    "ITEM",
    "SHOP",
    "USUAL",
    "YEAR",
    "Shop",
    "csv_text",
    "day_of",
    "figures",
    "item_report",
    "row",
    "shop_report",
    "zipped",
]
