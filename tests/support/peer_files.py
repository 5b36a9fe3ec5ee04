"""Small files of the competitor ledger: the log in its own layout, and customers lost."""

from collections.abc import Sequence
from pathlib import Path

from exports.writers import csv
from support.books import SHOP
from support.inbox import LATER

Row = dict[str, object]
LOG = ("日期", "店铺", "商品ID", "标题", "标价", "券后价", "月销量", "评价数", "排名", "上架日期", "季节标签", "主图")
LOST = ("统计日期", "店铺名称", "商品ID", "时间类型", "流失商家ID", "流失商品ID", "竞品流失金额")
LEADER, RIVAL = "慕棉家纺旗舰店", "素里布艺旗舰店"
SHEETS, QUILT = "700000000001", "700000000002"


def seen(day: str, shop: str = LEADER, item: str = SHEETS, price: object = 199, **more: object) -> Row:
    """One sighting; `more` by the log's headers."""
    return {"日期": day, "店铺": shop, "商品ID": item, "券后价": price, **more}


def log(folder: Path, rows: Sequence[Row], *, name: str = "竞品日志", made: str = LATER) -> Path:
    """A file of sightings in the log's own layout."""
    return _write(folder / f"{name}_{made.replace('-', '')}_090530.csv", LOG, rows)


def lost(folder: Path, day: str, seller: str, item: str, amount: object) -> Path:
    """生意参谋's export of customers lost, of one loss."""
    row = {"统计日期": day, "店铺名称": SHOP, "商品ID": "600000000001", "时间类型": "退款时间"}
    row |= {"流失商家ID": seller, "流失商品ID": item, "竞品流失金额": amount}
    return _write(folder / f"流失竞店分布_{LATER.replace('-', '')}_090530.csv", LOST, [row])


def _write(path: Path, header: Sequence[str], rows: Sequence[Row]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    assert not path.exists(), path
    path.write_bytes(csv([list(header), *([row.get(column, "-") for column in header] for row in rows)]))
    return path
