"""pandas is loaded by what groups rows or writes them out, and by nothing else: a morning starts without it."""

import os
import subprocess
import sys
from datetime import date

import pytest

from support import inbox
from support.order_exports import Sold, taobao
from support.sources import ROOT

DAY = "2026-03-18"
PROGRAM = """
import sys
from opsbook.entrypoints.cli import main
code = main(sys.argv[1:])
print(code, "pandas" in sys.modules)
"""


def _asked(folder, *words):
    """The exit code of a command in a Python of its own, and whether it loaded pandas."""
    env = {**os.environ, "PYTHONPATH": str(ROOT / "addin"), "XDG_STATE_HOME": str(folder)}
    words = [sys.executable, "-c", PROGRAM, *map(str, words), "--quiet"]
    answer = subprocess.run(words, env=env, capture_output=True, text=True, check=False)
    code, loaded = answer.stdout.split()[-2:]
    return int(code), loaded == "True"


@pytest.mark.parametrize("command", ["import", "daily"])
def test_a_morning_without_orders_does_without_pandas(command, book, tmp_path):
    """Reports of the shop, its items and its plans are read, checked and stored with what is light."""
    inbox.shop(tmp_path / "in", {DAY: {"支付金额": 100}})
    inbox.items(tmp_path / "in", DAY, {"600000000001": {"支付金额": 100}})
    inbox.plans(tmp_path / "in", DAY, {"1": {"花费": 5}})
    assert _asked(tmp_path, command, book, tmp_path / "in") == (0, False)


def test_orders_are_added_up_with_pandas(book, tmp_path):
    """A list of orders is grouped by day."""
    orders = [Sold(number, date(2026, 3, 16 + number), 5.0) for number in (1, 2, 3)]
    path = taobao(tmp_path / "in", orders, downloaded="2026-04-01")
    assert _asked(tmp_path, "import", book, path) == (0, True)


@pytest.mark.parametrize(
    ("words", "loaded"),
    [
        pytest.param((), False, id="counted"),
        pytest.param(("--table", "ShopDay", "-o", "rows.csv"), True, id="csv"),
        pytest.param(("-o", "rows.xlsx"), True, id="excel"),
    ],
)
def test_rows_are_written_with_pandas(words, loaded, book, tmp_path):
    """Counting what is there needs none."""
    words = [tmp_path / word if word.startswith("rows") else word for word in words]
    assert _asked(tmp_path, "history", book, *words) == (0, loaded)
