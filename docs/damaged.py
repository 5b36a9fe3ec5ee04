"""What the damaged files of docs/rejections.md are made of."""

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from opsbook.features.demo.exports.files import csv_text
from opsbook.model.language import Label

SHOP, YEAR = "示例店", 2026
SHOP_HEAD = ("统计日期", "访客数", "支付金额")
ITEM_HEAD = ("统计日期", "商品ID", "商品名称", "商品访客数", "支付金额")
PLAN_HEAD = ("日期", "计划ID", "计划名字", "展现量", "点击量", "花费")
SOURCE_HEAD = ("统计日期", "一级来源", "二级来源", "三级来源", "访客数", "下单金额", "支付金额")
TAOBAO_HEAD = ("订单编号", "买家实际支付金额", "订单状态", "订单创建时间", "订单付款时间", "宝贝总数量")
SHOPIFY_HEAD = ("Name", "Financial Status", "Paid at", "Currency", "Total", "Lineitem quantity")
SOLD = "交易成功"

Content = bytes | Callable[[Path], object]
Words = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Case:
    """One damaged file.

    Args:
        code: the message it is there for.
        file: its name.
        content: its bytes, or what writes it.
        what: what the file is.
        means: why such a file comes about, or what follows.
    """

    code: str
    file: str
    content: Content
    what: Label
    means: Label

    def write(self, path: Path) -> None:
        """Put the file there."""
        if isinstance(self.content, bytes):
            path.write_bytes(self.content)
        else:
            self.content(path)


def text(*rows: tuple[str, ...]) -> bytes:
    """A CSV as Excel writes it."""
    return csv_text(rows, "utf-8-sig")


def shop(*rows: tuple[str, ...], also: tuple[str, ...] = ()) -> bytes:
    """A shop report; further columns may be added."""
    return text((*SHOP_HEAD, *also), *rows)


def page(*rows: str) -> bytes:
    """A page that calls itself .xls; every row is its cells as a page writes them."""
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>".encode()


def sheets(pages: Mapping[str, tuple[tuple[str, ...], ...]]) -> bytes:
    """A new workbook of several sheets, by name."""
    import xlsxwriter  # noqa: PLC0415 - as the demo does

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        for name, rows in pages.items():
            sheet = book.add_worksheet(name)
            for at, cells in enumerate(rows):
                sheet.write_row(at, 0, cells)
    return stream.getvalue()


def packed(**members: bytes) -> bytes:
    """A zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 12, 9, 5, 0)), content)
    return stream.getvalue()


DAY = ("2026-11-09", "1200", "8600")
WHOLE = shop(DAY)


def case(code: str, file: str, content: Content, what: Words, means: Words) -> Case:
    """One damaged file, in the words of both languages."""
    return Case(code, file, content, Label(*what), Label(*means))
