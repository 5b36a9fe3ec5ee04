"""Small lists of orders as 淘宝 writes them; who bought, and where to, is invented and looks it."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from support.books import SHOP

HEADER = (
    "订单编号",
    "买家会员名",
    "买家实际支付金额",
    "订单状态",
    "订单创建时间",
    "订单付款时间 ",
    "宝贝总数量",
    "店铺名称",
)


@dataclass(frozen=True)
class Sold:
    """An order: the day it was made, how many days later it was paid (None for never), what for."""

    number: int
    made: date
    amount: float
    later: int | None = 0
    pieces: int = 1

    @property
    def paid(self) -> date | None:
        """The day of payment."""
        return None if self.later is None else self.made + timedelta(self.later)


def taobao(folder: Path, orders: Iterable[Sold], *, downloaded: str, name: str = "ExportOrderList") -> Path:
    """An ExportOrderList of some orders, as downloaded on a day."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}{downloaded.replace('-', '')}0905.csv"
    assert not path.exists(), path
    with path.open("w", encoding="gb18030", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        writer.writerows(_line(one) for one in orders)
    return path


def _line(one: Sold) -> tuple[object, ...]:
    paid = f"{one.paid} 12:00:00" if one.paid else ""
    state = "交易成功" if one.paid else "等待买家付款"
    who = f"示例买家{one.number}"
    return (f'="{one.number}"', who, f"{one.amount:.2f}", state, f"{one.made} 11:00:00", paid, one.pieces, SHOP)
