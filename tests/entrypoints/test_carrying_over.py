"""`opsbook new --from`: a new year begins with what the old workbook knows."""

import json

import pytest

from opsbook.cli.main import main
from opsbook.engine.history import every_row
from opsbook.engine.imports.importing import import_files
from opsbook.engine.refresh import cached_of, cells_of
from opsbook.hosts.files.host import FilesHost
from support import inbox
from support.books import SHOP
from support.facts import NOW, cell, day_number
from support.house import SETTINGS, open_book

FIRST, DAY, LAST, ITEM = "2026-01-01", "2026-03-18", "2026-12-31", "600000000001"
OLD_DAY, MADE = "2025-12-31", "2027-01-01"


@pytest.fixture(scope="module")
def old(new_file, tmp_path_factory):
    """A workbook of 2026 with figures of both its years, rows in its history, and what its operator typed."""
    folder = tmp_path_factory.mktemp("old")
    workbook = open_book(FilesHost(new_file("zh")))
    days = {day: {"访客数": 20, "支付金额": 300, "支付买家数": 2} for day in (OLD_DAY, FIRST, DAY, LAST)}
    files = [
        inbox.shop(folder, days, made=MADE),
        *(inbox.items(folder, day, {ITEM: {"支付金额": 9}}, made=MADE, name=day) for day in (OLD_DAY, DAY, LAST)),
        inbox.sources(folder, DAY, {"付费推广": {"访客数": 8}}, made=MADE),
    ]
    import_files(workbook, files, NOW)
    workbook.upsert("ShopDay", [{"date": day_number(DAY), "cogs": 120.0, "note": "换主图", "dsr_item": 4.9}])
    workbook.upsert("Thresholds", [{"key": "cvr|shop", "green": 0.031, "red": "", "owner": "小王", "on": "否"}])
    event = {"event": "店庆", "phase": "爆发", "start": day_number("2026-10-10"), "end": day_number("2026-10-12")}
    workbook.upsert("Events", [{**event, "lift": 2.5}])
    workbook.upsert("GoalMonth", [{"month": day_number("2026-05-01"), "lock": 30000.0}])
    for name, value in (("shop_aliases", "甲店"), ("cost_rate", 0.4), ("window_items", 20), ("year_goal", 5e6)):
        workbook.host.write_name(name, value)
    workbook.host.save_as(folder / "2026.xlsx")
    return folder / "2026.xlsx"


@pytest.fixture(scope="module")
def new(old, tmp_path_factory):
    """Next year's workbook made from it."""
    before = {path: path.read_bytes() for path in old.parent.rglob("*") if path.is_file()}
    path = tmp_path_factory.mktemp("new") / "2027.xlsx"
    words = ["new", path, "--shop", SHOP, "--year", 2027, "--from", old, "--quiet"]
    assert main([str(word) for word in words]) == 0
    assert {one: one.read_bytes() for one in old.parent.rglob("*") if one.is_file()} == before
    return open_book(FilesHost(path))


@pytest.mark.libreoffice
def test_libreoffice_shows_what_the_new_book_holds(new, run):
    """Every formula of a book made from another one is stored with the value that LibreOffice works out."""
    answer = json.loads(run("verify", new.host.path, "--json").out)
    assert (answer["differences"], answer["users"]) == (0, 0)
    assert answer["formulas"] > 10_000


def test_facts_of_both_years_come_along(new):
    """Last year's days with what was typed beside them; days before stay behind; rows go where their window puts them."""
    assert [cell(new, "ShopDay", day, "gmv") for day in (FIRST, DAY, LAST)] == [300, 300, 300]
    typed = [cell(new, "ShopDay", DAY, name) for name in ("cogs", "note", "dsr_item", "partial")]
    assert typed == [120, "换主图", 4.9, None]
    assert [row["visitors"] for row in new.rows("SourceDay")] == [8]
    assert [row["date"] for row in new.rows("ItemDay")] == [day_number(LAST)]
    assert [row["date"] for row in every_row(new, "ItemDay")] == [day_number(DAY), day_number(LAST)]


def test_what_the_operator_set_comes_along(new, old):
    """Thresholds, cleared ones too, settings, events and the record of imports."""
    line = next(row for row in new.rows("Thresholds") if row["key"] == "cvr|shop")
    assert [line[name] for name in ("green", "red", "owner", "on")] == [0.031, None, "小王", "否"]
    before = open_book(FilesHost(old))
    kept = [one.name for one in SETTINGS if one.yours]
    assert [new.setting(name) for name in kept] == [before.setting(name) for name in kept]
    assert [(row["event"], row["lift"]) for row in new.rows("Events") if row["event"]] == [("店庆", 2.5)]
    assert cell(new, "ShopDay", "2026-10-10", "event") == "店庆 爆发"
    assert {row["id"] for row in new.rows("Imports")} == {row["id"] for row in before.rows("Imports")} - {
        row["id"] for row in before.rows("Imports") if row["last"] == day_number(OLD_DAY)
    }


def test_goals_are_made_anew(new):
    """No goal and no lock of the old year stands in the new one; its own year is its own."""
    assert (new.number("year_goal"), new.number("year")) == (None, 2027)
    assert [row["lock"] for row in new.rows("GoalMonth")] == [None] * 12


def test_every_formula_shows_its_value(new):
    """Cached values are those of the facts that came along."""
    cells = cells_of(new)
    assert new.number("as_of") == day_number(LAST)
    shown = {key: [one.value for one in column] for key, column in cached_of(new, cells).columns.items()}
    for (table, header), values in shown.items():
        body = new.host.read_table(table)
        at = body.headers.index(header)
        assert [row[at] or "" for row in body.rows] == pytest.approx([value or "" for value in values], nan_ok=True), (
            header
        )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("--shop", "别家的店", "--year", 2027), "from-other-shop", id="another shop"),
        pytest.param(("--shop", SHOP, "--year", 2029), "from-other-years", id="years apart"),
    ],
)
def test_what_cannot_be_carried_over_is_refused(words, code, old, run, tmp_path):
    """Exit 2, and no workbook is made."""
    answer = run("new", tmp_path / "x.xlsx", *words, "--from", old, "--json")
    assert (answer.code, json.loads(answer.out)["error"]) == (2, code)
    assert not (tmp_path / "x.xlsx").exists()


def test_a_shop_renamed_keeps_its_old_name_as_an_alias(old, run, tmp_path):
    """The new name has to be an alias already; files with the old name are accepted from then on."""
    answer = run("new", tmp_path / "x.xlsx", "--shop", "甲 店", "--year", 2027, "--from", old)
    assert answer.code == 0
    assert "商品 2 行" in answer.out
    workbook = open_book(FilesHost(tmp_path / "x.xlsx"))
    assert (workbook.text("shop"), workbook.text("shop_aliases")) == ("甲 店", f"甲店、{SHOP}")
