"""The script everybody writes first to see what competitors changed: pandas compares rows, openpyxl writes them down.

    python benchmarks/obvious_peers.py BOOK

It finds prices and titles that changed, items that are new or gone, and sales that jumped, from one look at an item to the
next, and writes them onto a sheet of their own. It knows no partial looks, no gaps and no renamed shops, and leaves every
formula cell without a value. It is here to be timed.
"""

import sys

import openpyxl
import pandas as pd

SHEET, TABLE = "竞品日志", "PeerLog"
KEY = ["店铺", "商品ID"]


def log(book: str) -> pd.DataFrame:
    """The rows of the peer log."""
    page = openpyxl.load_workbook(book)[SHEET]
    rows = [[cell.value for cell in row] for row in page[page.tables[TABLE].ref]]
    frame = pd.DataFrame(rows[1:], columns=rows[0]).dropna(subset=["日期"])
    return frame.astype({"商品ID": str}).sort_values([*KEY, "日期"])


def events(frame: pd.DataFrame) -> pd.DataFrame:
    """What changed from row to row of an item."""
    before = frame.groupby(KEY).shift()
    seen = before["日期"].notna()
    found = []
    for header, kind in (("券后价", "价格"), ("标题", "标题")):
        changed = seen & frame[header].ne(before[header])
        found.append(frame[changed].assign(事件=kind, 原值=before[header], 新值=frame[header]))
    jumped = seen & (frame["月销量"] - before["月销量"] >= 100) & (frame["月销量"] >= 1.5 * before["月销量"])
    found.append(frame[jumped].assign(事件="销量突增", 原值=before["月销量"], 新值=frame["月销量"]))
    days = frame.groupby("店铺")["日期"]
    first, last = days.transform("min"), days.transform("max")
    found.append(frame[~seen & frame["日期"].gt(first)].assign(事件="上新", 新值=frame["券后价"]))
    newest = frame.groupby(KEY)["日期"].transform("max")
    found.append(frame[frame["日期"].eq(newest) & newest.lt(last)].assign(事件="下架", 原值=frame["券后价"]))
    return pd.concat(found)[["日期", *KEY, "事件", "原值", "新值"]].sort_values("日期")


def main(path: str) -> None:
    """Compare, and write the changes into the workbook."""
    changes = events(log(path))
    book = openpyxl.load_workbook(path)
    page = book.create_sheet("动态")
    page.append(list(changes.columns))
    for row in changes.astype(object).where(changes.notna(), None).itertuples(index=False):
        page.append(list(row))
    book.save(path)
    print(len(changes), "changes")


if __name__ == "__main__":
    main(sys.argv[1])
