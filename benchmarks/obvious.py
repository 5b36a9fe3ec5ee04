"""The script everybody writes first: pandas reads the exports, openpyxl changes the workbook.

    python benchmarks/obvious.py BOOK FOLDER [PROFILE]

It writes the same facts as `opsbook daily`, continues the formulas in new rows, and does nothing else: no formats, no goals,
no lights, no record of the import, no right values in formula cells until Excel calculates, and what openpyxl cannot keep of
a book is lost. With a folder for LibreOffice's PROFILE it lets LibreOffice calculate, so that formula cells show right
values, as they do after `opsbook daily`. It is here to be timed.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd
from openpyxl.utils import get_column_letter, range_boundaries

SAME = {  # export header: workbook header
    "统计日期": "日期",
    "商品收藏买家数": "收藏人数",
    "支付子订单数": "支付订单数",
    "商品访客数": "访客数",
    "商品浏览量": "浏览量",
    "商品详情页跳出率": "详情页跳出率",
    "商品收藏人数": "收藏人数",
    "商品加购人数": "加购人数",
    "收藏商品买家数": "收藏人数",
    "新访客": "新访客数",
    "场景名字": "场景",
    "计划名字": "计划名称",
    "词名字/词包名字": "关键词",
    "总购物车数": "加购数",
    "总收藏数": "收藏数",
}
TEXTS = {"商品ID", "商品名称", "货号", "场景", "计划ID", "计划名称", "关键词", "一级来源", "二级来源", "三级来源"}


def reports(folder: Path) -> Iterator[tuple[str, list[str], pd.DataFrame]]:
    """Every export as table name, key headers and a frame with the workbook's headers."""
    for path in sorted(folder.iterdir()):
        if path.name.startswith("店铺-整体"):
            yield "ShopDay", ["日期"], shop(pd.read_excel(path, dtype=str, engine="calamine"))
        elif "商品_全部" in path.name:
            yield (
                "ItemDay",
                ["日期", "商品ID"],
                pd.read_excel(path, header=4, dtype=str, engine="calamine").rename(columns=SAME),
            )
        elif "流量来源" in path.name:
            yield "SourceDay", ["日期", "一级来源", "二级来源", "三级来源"], sources(path)
        elif path.name.startswith("计划报表"):
            frame = pd.read_csv(path, encoding="gb18030", dtype=str).rename(columns=SAME)
            yield "PlanDay", ["日期", "计划ID"], frame
        elif path.name.startswith("关键词报表"):
            csv = path.suffix == ".csv"
            frame = pd.read_csv(path, dtype=str) if csv else pd.read_excel(path, dtype=str, engine="calamine")
            yield "KeywordDay", ["日期", "计划ID", "关键词"], frame.rename(columns=SAME)
        elif path.name.startswith("ExportOrderList"):
            yield "ShopDay", ["日期"], orders(pd.read_csv(path, encoding="gb18030", dtype=str))


def shop(frame: pd.DataFrame) -> pd.DataFrame:
    """The shop report: pandas numbers its repeated columns, so the first of each name stays."""
    return frame.rename(columns={name: SAME[name] for name in ("统计日期", "商品收藏买家数", "支付子订单数")}).drop(
        columns=["商品访客数", "商品浏览量"], errors="ignore"
    )


def sources(path: Path) -> pd.DataFrame:
    """The source report: sums of levels are dropped, the day is in the file's name."""
    frame = pd.read_excel(path, header=5, dtype=str, engine="calamine").rename(columns=SAME)
    for level, above in (("二级来源", ["一级来源"]), ("三级来源", ["一级来源", "二级来源"])):
        frame = frame[(frame[level] != "汇总") | ~frame.duplicated(above, keep=False)]
    return frame.assign(日期=path.stem[-10:])


def orders(frame: pd.DataFrame) -> pd.DataFrame:
    """The list of orders, added up by the day they were paid."""
    paid = frame[frame["订单付款时间 "].notna()]
    figures = paid.assign(
        日期=paid["订单付款时间 "].str[:10],
        支付金额=paid["买家实际支付金额"].astype(float),
        支付件数=paid["宝贝总数量"].astype(int),
    )
    days = figures.groupby("日期")
    sums = days[["支付金额", "支付件数"]].sum().assign(支付买家数=days["买家会员名"].nunique())
    return sums.round(2).astype(str).reset_index()


def cell(header: str, text: object) -> object:
    """A workbook value of an export's text."""
    if not isinstance(text, str) or text in {"-", "\\N"}:
        return None
    if header == "日期":
        return datetime.fromisoformat(text[:10])
    if header in TEXTS:
        return text
    number = float(text.replace(",", "").rstrip("%"))
    return number / 100 if text.endswith("%") else number


def upsert(sheet: object, table: object, key: list[str], frame: pd.DataFrame) -> int:
    """Write a frame into a table by key; unknown keys go below, formulas as in the row above. Returns the cells written."""
    left, top, right, bottom = range_boundaries(table.ref)
    at = {sheet.cell(top, column).value: column for column in range(left, right + 1)}
    rows = {tuple(str(sheet.cell(row, at[name]).value) for name in key): row for row in range(top + 1, bottom + 1)}
    written, last = 0, bottom
    for record in frame[frame["日期"].str.startswith("20")].to_dict("records"):  # not 总计
        values = {header: cell(header, record[header]) for header in at if header in record}
        known = tuple(str(values[name]) for name in key)
        row = rows.setdefault(known, top + 1 + len(rows))
        if row > last:
            written += continue_formulas(sheet, row, range(left, right + 1))
            last = row
        for header, value in values.items():
            if value is not None and sheet.cell(row, at[header]).data_type != "f":
                sheet.cell(row, at[header], value)
                written += 1
    table.ref = f"{get_column_letter(left)}{top}:{get_column_letter(right)}{top + len(rows)}"
    return written


def continue_formulas(sheet: object, row: int, columns: Iterable[int]) -> int:
    """Give a new row the formulas of the row above: they name their columns, so their text is the same."""
    above = [(column, sheet.cell(row - 1, column)) for column in columns]
    formulas = [(column, cell.value) for column, cell in above if cell.data_type == "f"]
    for column, formula in formulas:
        sheet.cell(row, column, formula)
    return len(formulas)


def calculate(book: Path, profile: str) -> None:
    """Let LibreOffice calculate the book and save it."""
    done = book.with_name("calculated")
    office = ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*office, "--outdir", str(done), str(book)], check=True, capture_output=True)
    shutil.move(done / book.name, book)


def main(book: str, folder: str, profile: str = "") -> None:
    """Update the book in place."""
    workbook = openpyxl.load_workbook(book)
    tables = {table.name: (sheet, table) for sheet in workbook for table in sheet.tables.values()}
    written = sum(upsert(*tables[name], key, frame) for name, key, frame in reports(Path(folder)))
    workbook.save(book)
    if profile:
        calculate(Path(book), profile)
    print(f"{written} cells")


if __name__ == "__main__":
    main(*sys.argv[1:])
