"""pandas and openpyxl are loaded by what needs them and by nothing else: a morning starts without them."""

import os
import subprocess
import sys
from datetime import date

import pytest
import xlsxwriter

from support import inbox
from support.order_exports import Sold, taobao
from support.sources import ROOT

DAY = "2026-03-18"
PROGRAM = """
import sys
from opsbook.cli.main import main
code = main(sys.argv[1:])
print(code, *sorted({"pandas", "openpyxl"} & set(sys.modules)))
"""


def _asked(folder, *words):
    """The exit code of a command in a Python of its own, and which of the two libraries it loaded."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "addin"), "XDG_STATE_HOME": str(folder)}
    words = [sys.executable, "-c", PROGRAM, *map(str, words), "--quiet"]
    answer = subprocess.run(words, env=env, capture_output=True, text=True, check=False)
    code, *loaded = answer.stdout.splitlines()[-1].split()
    return int(code), loaded


@pytest.mark.parametrize(("command", "code"), [("import", 0), ("daily", 1)])  # the month lacks the other days
def test_a_plain_morning_loads_neither(command, code, book, tmp_path):
    """Reports of the shop, its items and its plans are read, checked and stored with what is light."""
    inbox.shop(tmp_path / "in", {DAY: {"支付金额": 100}})
    inbox.items(tmp_path / "in", DAY, {"600000000001": {"支付金额": 100}})
    inbox.plans(tmp_path / "in", DAY, {"1": {"花费": 5}})
    assert _asked(tmp_path, command, book, tmp_path / "in") == (code, [])


def test_orders_are_added_up_with_pandas(book, tmp_path):
    """A list of orders is grouped by day."""
    orders = [Sold(number, date(2026, 3, 16 + number), 5.0) for number in (1, 2, 3)]
    path = taobao(tmp_path / "in", orders, downloaded="2026-04-01")
    assert _asked(tmp_path, "import", book, path) == (0, ["pandas"])


@pytest.mark.parametrize(
    ("days", "loaded"),
    [
        pytest.param([date(2026, 3, 1), date(2026, 3, 2)], [], id="days"),
        pytest.param([date(2026, 3, 1)], ["openpyxl"], id="a day or its month"),
        pytest.param(["2026-03-01"], [], id="text"),
    ],
)
def test_number_formats_are_read_where_dates_are_undecided(days, loaded, book, tmp_path):
    """A workbook's formats are asked for only where its cells may mean two days."""
    path = tmp_path / "店铺整体_20260401_090530.xlsx"
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as written:
        page = written.add_worksheet()
        page.write_row("A1", ["统计日期", "访客数", "支付金额"])
        page.write_column("A2", days)
        page.write_column("B2", [10] * len(days))
        page.write_column("C2", [100] * len(days))
    assert _asked(tmp_path, "import", book, path) == (0, loaded)


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        pytest.param((), [], id="counted"),
        pytest.param(("--table", "ShopDay", "-o", "rows.csv"), ["pandas"], id="csv"),
        pytest.param(("-o", "rows.xlsx"), ["pandas"], id="excel"),
    ],
)
def test_rows_are_written_with_pandas(words, loaded, book, tmp_path):
    """Counting what is there needs none."""
    words = [tmp_path / word if word.startswith("rows") else word for word in words]
    assert _asked(tmp_path, "history", book, *words) == (0, loaded)
