"""`opsbook history`: workbook and history together, counted or as a file; and a past that survives kills."""

import csv
import importlib.util
import json
import os
import random
import signal
import subprocess
import sys
import time
from datetime import date, timedelta

import pytest
from openpyxl import load_workbook

from opsbook.engine.history import every_row
from opsbook.hosts.files import host as files
from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import from_serial
from support import inbox
from support.house import open_book
from support.own_folder import history_of
from support.sources import ROOT

ITEM, TITLE = "600000000001", "=1+1 棉袄"
KILLS = 5


def _day(number):
    return (date(2026, 3, 1) + timedelta(number - 1)).isoformat()


def _item(folder, number, gmv=100, made=inbox.LATER):
    figures = {"支付金额": gmv + number, "商品名称": TITLE}
    return inbox.items(folder, _day(number), {ITEM: figures}, made=made, name=f"商品{number}")


@pytest.fixture
def past(book, tmp_path, run):
    """A book whose items are of days 1, 2 and 20: two of them went to the history."""
    paths = [_item(tmp_path / "in", number) for number in (1, 2, 20)]
    assert run("import", book, *paths[:2]).code == 0
    answer = run("import", book, paths[2])
    assert "    转入历史文件：商品 2 行\n" in answer.out
    return book


def _known(book):
    """Days of the items, each as often as it is told of, and what they sold."""
    rows = every_row(open_book(FilesHost(book)), "ItemDay")
    return {from_serial(row["date"]).isoformat(): row["gmv"] for row in rows}, len(rows)


def test_without_a_file_the_rows_are_counted(past, run):
    """Per table: how many rows, from when to when, how many of them in the history; scripts get the same."""
    answer = run("history", past, "--table", "商品")
    assert answer.out == "商品（ItemDay）：3 行，2026-03-01 … 2026-03-20；工作簿里 1 行，历史 2 行\n"
    assert "推广计划（PlanDay）：没有数据" in run("history", past).out
    (told,) = json.loads(run("history", past, "--table", "itemday", "--to", _day(2), "--json").out)["tables"]
    assert told == {
        "table": "ItemDay", "rows": 2, "in_book": 0, "in_history": 2, "first": "2026-03-01", "last": "2026-03-02",
    }  # fmt: skip
    assert run("history", past, "--quiet").out == ""


def test_a_csv_is_for_excel(past, tmp_path, run):
    """UTF-8 with its mark, the workbook's headers, days as dates; a text that could be a formula gets an apostrophe."""
    out = tmp_path / "items.csv"
    answer = run("history", past, "--table", "ItemDay", "--from", _day(2), "-o", out)
    assert answer.out.splitlines()[-1] == f"写好 {out}：2 行"
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["日期"], row["商品ID"], row["商品名称"], row["支付金额"], row["访客数"]) for row in rows] == [
        (_day(number), ITEM, f"'{TITLE}", str(100 + number), "") for number in (2, 20)
    ]


def test_an_excel_file_holds_every_table(past, tmp_path, run):
    """One sheet per table; days are dates, texts are texts, never formulas."""
    out = tmp_path / "all.xlsx"
    assert run("history", past, "-o", out).code == 0
    book = load_workbook(out)
    assert book.sheetnames == ["店铺日报", "流量来源", "商品", "推广计划", "推广关键词"]
    rows = list(book["商品"].iter_rows(min_row=2))
    assert [row[0].value.date().isoformat() for row in rows] == [_day(number) for number in (1, 2, 20)]
    assert {(row[1].value, row[1].data_type, row[2].value, row[2].data_type) for row in rows} == {
        (ITEM, "s", TITLE, "s")
    }


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is not None, reason="pyarrow is installed")
def test_parquet_needs_pyarrow(past, tmp_path, run):
    """Without pyarrow it is named, with what to write instead; nothing is left behind."""
    answer = run("history", past, "--table", "ItemDay", "-o", tmp_path / "items.parquet")
    assert answer.code == 2
    assert "pyarrow" in answer.err
    assert not (tmp_path / "items.parquet").exists()


def test_parquet_has_types(past, tmp_path, run):
    """Days are dates, ids and titles texts, figures numbers."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
    out = tmp_path / "items.parquet"
    assert run("history", past, "--table", "ItemDay", "-o", out).code == 0
    table = parquet.read_table(out)
    assert [str(table.schema.field(name).type) for name in ("日期", "商品ID", "支付金额")] == [
        "date32[day]",
        "string",
        "double",
    ]
    assert table.column("支付金额").to_pylist() == [101, 102, 120]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("--table", "订单"), "unknown-table", id="a table nobody knows"),
        pytest.param(("-o", "x.csv"), "one-table-only", id="several tables as CSV"),
        pytest.param(("-o", "x.doc"), "unknown-form", id="a form nobody knows"),
        pytest.param(("--from", "昨天"), "bad-day", id="no day"),
        pytest.param(("--from", "2026-03-02", "--to", "2026-03-01"), "days-reversed", id="days the wrong way round"),
        pytest.param(("-o", "book.xlsx"), "book-exists", id="over a file"),
    ],
)
def test_what_cannot_be_asked_is_refused(words, code, book, run, monkeypatch):
    """Exit 2 and a code; no file is written over."""
    monkeypatch.chdir(book.parent)
    before = book.read_bytes()
    answer = run("history", book, *words, "--json")
    assert (answer.code, json.loads(answer.out)["error"]) == (2, code)
    assert book.read_bytes() == before


@pytest.mark.parametrize("command", ["import", "history"])
def test_a_damaged_history_stops_what_needs_it(command, past, tmp_path, run):
    """A sentence with the file's name, exit 2, and workbook and history as they were."""
    path = history_of(past).path
    path.write_bytes(b"torn" * 500)
    before = past.read_bytes()
    answer = run(command, past, *([_item(tmp_path / "later", 21)] if command == "import" else []))
    assert answer.code == 2
    assert "历史文件" in answer.err
    assert "history.sqlite" in answer.err
    assert (past.read_bytes(), path.read_bytes()) == (before, b"torn" * 500)


def test_a_dry_run_leaves_the_history_alone(past, tmp_path, run):
    """Neither rows of old days nor rows that would move are kept."""
    before = history_of(past).path.read_bytes()
    paths = [_item(tmp_path / "later", number) for number in (3, 25)]
    assert run("import", past, *paths, "--dry-run").code == 0
    assert history_of(past).path.read_bytes() == before


@pytest.mark.parametrize("moment", ["before the workbook is replaced", "before the history is tidied"])
def test_a_save_cut_short_loses_nothing(moment, past, tmp_path, run, monkeypatch):
    """Wherever it is cut, every day is told of once, with the figures of what the workbook is: the import counts once the
    workbook was replaced. The next one makes it whole."""
    later = [_item(tmp_path / "later", 30), _item(tmp_path / "later", 2, gmv=500, made="2026-05-01")]

    def cut(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        if moment == "before the workbook is replaced":
            patched.setattr(
                files, "replace_book", lambda _home, _before, _after, _keeping, first: (first("x.bak"), cut())
            )
        else:
            patched.setattr(files.History, "tidy", cut)
        assert run("import", past, *later).code == 130
    days, rows = _known(past)
    figure = 102 if moment == "before the workbook is replaced" else 502
    assert (days.keys() >= {_day(1), _day(2), _day(20)}, rows, days[_day(2)]) == (True, len(days), figure)
    assert run("import", past, *later).code == 0
    assert _known(past) == ({_day(1): 101, _day(2): 502, _day(20): 120, _day(30): 130}, 4)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_kills_lose_no_row(book, tmp_path):
    """Killed at random moments while days move out: every day imported so far is there, once."""
    chance, env = random.Random(7), {**os.environ, "PYTHONPATH": str(ROOT / "addin"), "XDG_STATE_HOME": str(tmp_path)}

    def start(number):
        words = [
            sys.executable,
            "-m",
            "opsbook",
            "import",
            book,
            _item(tmp_path / f"in-{number}", number, made="2026-12-01"),
            "--quiet",
        ]
        return subprocess.Popen(words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    begun = time.monotonic()
    assert start(1).wait() == 0
    whole, done, interrupted = time.monotonic() - begun, {_day(1)}, 0
    for number in (20 * at for at in range(1, KILLS + 1)):
        process = start(number)
        time.sleep(chance.uniform(0.5, 1) * whole)
        interrupted += process.poll() is None
        process.send_signal(signal.SIGKILL)
        process.wait()
        days, rows = _known(book)
        assert days.keys() - {_day(number)} == done
        assert rows == len(days)
        done = set(days)
    assert interrupted


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("日报", "ShopDay", id="sheet"),
        pytest.param("daily", "ShopDay", id="english-sheet"),
        pytest.param("店铺日报", "ShopDay", id="report"),
        pytest.param("Ad keywords", "KeywordDay", id="english-report"),
    ],
)
def test_a_table_goes_by_the_name_of_its_sheet_too(word, expected, past, run):
    """What the operator sees on the tab or in the list of reports is understood, in either language."""
    (told,) = json.loads(run("history", past, "--table", word, "--json").out)["tables"]
    assert told["table"] == expected
