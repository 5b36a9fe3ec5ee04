"""An installed package adds its sheet, columns, metric, export and command, and nothing of OpsBook is changed."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from support import inbox
from support.books import SHOP
from support.sources import ROOT, TESTS

PLUG_IN = TESTS / "support" / "plug_in"
BIN = "Scripts" if os.name == "nt" else "bin"
COURIERS = "发货日期,快递公司,发出包裹,破损件\n2026-03-02,顺丰,200,3\n2026-03-02,中通,100,0\n"
SALES = {"2026-03-01": {"支付金额": 2000, "访客数": 100}, "2026-03-02": {"支付金额": 3000, "访客数": 100}}
STAFF, SALES_PER_HEAD, DAMAGE_RATE = 4, 750, 0.015  # 3000 / 4 and 3 / 200, by hand


def wheel(sources: Path, folder: Path) -> Path:
    """Build a wheel into a folder of its own."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=sources,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


def environment(folder: Path, *wheels: Path) -> Path:
    """A fresh environment with the wheels; the libraries are those that run the tests."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    install = ["-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    subprocess.run([folder / BIN / "python", *install, *wheels], check=True)
    here = next(folder.rglob("site-packages"))
    libraries = [path for path in sys.path if Path(path).name in {"site-packages", "dist-packages"}]
    (here / "libraries.pth").write_text("\n".join(libraries), encoding="utf-8")
    return folder / BIN


class Shop:
    """An installation, and a workbook it made and filled."""

    def __init__(self, folder: Path, programs: Path):
        self.folder, self._program = folder, programs / "opsbook"
        self.book = folder / "book.xlsx"

    def run(self, *words: object) -> str:
        """What a command prints; it finds nothing wrong."""
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        say = {"LC_ALL": "en_US.UTF-8", "XDG_STATE_HOME": str(self.folder)}
        typed = [self._program, *map(str, words)]
        ran = subprocess.run(typed, cwd=self.folder, env=kept | say, capture_output=True, check=False)
        assert ran.returncode == 0, (ran.stdout + ran.stderr).decode()
        return ran.stdout.decode()

    def lines(self, sheet: str) -> list[tuple[object, ...]]:
        """The cells of a sheet as Excel shows them; bars and lights, which openpyxl cannot read, are left alone."""
        book = openpyxl.load_workbook(self.book, data_only=True, read_only=True)
        found = list(book[sheet].iter_rows(values_only=True))
        book.close()
        return found

    def rows(self, sheet: str, header: str) -> list[dict[str, object]]:
        """The rows below the line that has a header, by header."""
        lines = self.lines(sheet)
        at = next(place for place, line in enumerate(lines) if header in line)
        return [dict(zip(lines[at], line, strict=True)) for line in lines[at + 1 :]]


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    """A new book, filled with a report of ours and one of the package's, and its command run once."""
    folder = tmp_path_factory.mktemp("plug-in")
    sources = shutil.copytree(PLUG_IN, folder / "sources")
    wheels = wheel(ROOT, folder / "ours"), wheel(sources, folder / "theirs")
    shop = Shop(folder, environment(folder / "environment", *wheels))
    shop.run("new", shop.book, "--shop", SHOP, "--year", 2026, "--lang", "en")
    couriers = folder / "couriers.csv"
    couriers.write_text(COURIERS, encoding="utf-8")
    imported = json.loads(shop.run("import", shop.book, couriers, inbox.shop(folder, SALES), "--json"))
    assert (imported["added"] + imported["updated"], imported["rejected"]) == (4, 0)
    shop.answer = json.loads(shop.run("staff", shop.book, "2026-03-02", STAFF, "--json"))
    return shop


def test_its_command_is_listed_and_answers_as_declared(shop):
    """`--help` names it, its own help explains it, and `schema` knows its answer."""
    assert "staff" in shop.run("--help")
    assert "how many people were at work" in shop.run("staff", "--help")
    assert shop.answer == {"day": "2026-03-02", "staff": STAFF}
    assert json.loads(shop.run("schema", "answer-staff"))["required"] == ["day", "staff"]


def test_its_sentence_is_said(shop):
    """A message of the package is spoken in the workbook's language."""
    assert f"Noted {STAFF} people at work on 2026-03-02." in shop.run("staff", shop.book, "2026-03-02", STAFF)


def test_its_export_is_recognised(shop):
    """`detect` names it as its record does."""
    assert "Acme 快递日报" in shop.run("detect", shop.folder / "couriers.csv")


def test_its_sheet_holds_the_imported_rows(shop):
    """The table it draws was filled by its export, and its own metric is calculated in it."""
    rows = [row for row in shop.rows("Parcels", "Damage rate") if row["Courier"]]
    shown = {row["Courier"]: (row["Parcels"], row["Damage rate"]) for row in rows}
    assert shown == {"顺丰": (200, DAMAGE_RATE), "中通": (100, 0)}


def test_its_metric_stands_in_our_table(shop):
    """The column it adds to Daily holds what was typed, the metric beside it the number worked out by hand."""
    days = {f"{row['Date']:%Y-%m-%d}": row for row in shop.rows("Daily", "Sales per head") if row["Date"]}
    shown = {day: (days[day]["Staff on duty"], days[day]["Sales per head"]) for day in SALES}
    assert shown == {"2026-03-01": (None, None), "2026-03-02": (STAFF, SALES_PER_HEAD)}


def test_the_guide_explains_its_sheet_and_metrics(shop):
    """Its sheet has a line, and each of its metrics says how it is worked out."""
    cells = {cell for line in shop.lines("Guide") for cell in line}
    assert {"parcels and damage by courier", "Damage rate", "Damaged ÷ Parcels", "GMV ÷ Staff on duty"} <= cells


def test_nothing_is_wrong_with_the_book(shop):
    """`check` knows the package's cells, and its rows can be written out like ours."""
    assert json.loads(shop.run("check", shop.book, "--json"))["issues"] == []
    held = json.loads(shop.run("history", shop.book, "--table", "ParcelDay", "--json"))["tables"]
    assert [(one["table"], one["rows"]) for one in held] == [("ParcelDay", 2)]
