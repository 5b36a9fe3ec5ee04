"""Small exports as 生意参谋 and 万相台 write them; the stamp in the name says when they were downloaded."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from support.books import SHOP

LATER = "2026-04-01"
Figures = Mapping[str, object]


def shop(
    folder: Path, days: Mapping[str, Figures], *, made: str = LATER, name: str = "店铺整体", of: str = SHOP
) -> Path:
    """A 店铺整体 export: figures by day; a day needs no 访客数 or 支付金额 of its own."""
    rows = [{"统计日期": day, "店铺名称": of, **figures} for day, figures in days.items()]
    return _write(folder, name, made, ("统计日期", "店铺名称", "访客数", "支付金额"), rows)


def sources(folder: Path, day: str, channels: Mapping[str, Figures], *, made: str = LATER, name: str = "来源") -> Path:
    """A 店铺来源 export: figures by path such as 付费推广/智能场景."""
    rows = []
    for path, figures in channels.items():
        levels = [*path.split("/"), "汇总", "汇总"][:3]
        rows.append(
            {"统计日期": day, **dict(zip(("一级来源", "二级来源", "三级来源"), levels, strict=True)), **figures}
        )
    needed = ("统计日期", "一级来源", "二级来源", "三级来源", "访客数", "下单金额", "支付金额")
    return _write(folder, name, made, needed, rows)


def items(folder: Path, day: str, listed: Mapping[str, Figures], *, made: str = LATER, name: str = "商品") -> Path:
    """A 商品_全部 export: figures by item id."""
    rows = [{"统计日期": day, "商品ID": number, **figures} for number, figures in listed.items()]
    return _write(folder, name, made, ("统计日期", "商品ID", "商品名称", "商品访客数", "支付金额"), rows)


def plans(folder: Path, day: str, listed: Mapping[str, Figures], *, made: str = LATER, name: str = "计划报表") -> Path:
    """A 计划报表 export: figures by plan id."""
    rows = [
        {"日期": day, "计划ID": number, "计划名字": f"计划{number}", **figures} for number, figures in listed.items()
    ]
    return _write(folder, name, made, ("日期", "计划ID", "计划名字", "展现量", "点击量", "花费"), rows)


def _write(folder: Path, name: str, made: str, needed: Sequence[str], rows: Sequence[Figures]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    header = list(dict.fromkeys([*needed, *(column for row in rows for column in row)]))
    path = folder / f"{name}_{made.replace('-', '')}_090530.csv"
    assert not path.exists(), path
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows([row.get(column, "-") for column in header] for row in rows)
    return path
