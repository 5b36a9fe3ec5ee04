"""An upgrade names figures that changed with their formula, and what somebody changed and keeps."""

import shutil
from pathlib import Path

import pytest

from opsbook.engine.upgrade.upgrading import upgrade
from opsbook.engine.upgrade.words import notes_of
from opsbook.engine.workbook import open_book
from opsbook.hosts.files.host import FilesHost
from opsbook.ooxml.addresses import column_letters
from support.house import CATALOG
from support.later import later

KEPT = Path(__file__).parents[1] / "books" / "0.1.0"
OURS = {"ShopDay.aov", "SourceDay.aov", "ItemDay.aov"}  # what the later version works out otherwise
FORECAST = "tile_done_note"  # since 0.1.0 the month's end is forecast from the run rate as well


@pytest.fixture
def host(tmp_path):
    """The demo of version 0.1.0."""
    return FilesHost(Path(shutil.copy(KEPT / "demo-zh.xlsx", tmp_path / "demo.xlsx")))


def _said(host, product, done):
    workbook = open_book(host, product)
    return [workbook.voice.say(one.code, **one.seen) for one in notes_of(workbook, done)]


def test_figures_that_changed_are_named(host):
    """Orders for paid amounts: another price; other formulas were only written otherwise."""
    done = upgrade(host, later())
    assert set(done.moved) == OURS | {FORECAST} <= {one.place for one in done.refitted}
    assert "按新算法数变了：「日报」客单价、" in _said(host, later(), done)[0]


def test_todays_version_changes_one_figure(host):
    """New formulas, the same figures but the forecast's: its cell alone is named."""
    done = upgrade(host, CATALOG)
    assert (done.moved, done.own) == ((FORECAST,), ())
    assert len(done.refitted) > 1
    assert "按新算法数变了：目标分解!P5" in _said(host, CATALOG, done)[0]


def test_a_formula_of_ones_own_stays_and_is_named(host):
    """Where there is a new one for its cell; where there is none it is nobody's business."""
    table = host.book.table("ShopDay")
    row = table.body.top
    for header, formula in (("客单价", "1+1"), ("件单价", "2+2")):
        host.book.write_formula(
            host.book.sheet(table.sheet), row, table.place.left + table.column(header), formula, 2.0
        )
    done = upgrade(host, later())
    assert done.own == ("ShopDay.aov",)
    assert _said(host, later(), done)[-1] == (
        "新版在这些地方有新的公式、提示灯或校验，你改过，所以没有动：「日报」客单价。"
    )
    page = host.book.sheet("日报")
    assert page.value(row, table.place.left + table.column("客单价")) == 2.0


@pytest.mark.parametrize(
    ("header", "column"),
    [
        pytest.param("退款率", "ShopDay.refund_rate", id="a light that is new"),
        pytest.param("浏览量", None, id="no light"),
    ],
)
def test_a_light_of_ones_own_stays_and_is_named(host, header, column):
    """A rule of a person's over a column that gets a new light stays."""
    table = host.book.table("ShopDay")
    page, at = host.book.sheet(table.sheet), table.place.left + table.column(header)
    box = f"{column_letters(at)}{table.body.top}:{column_letters(at)}{table.body.bottom}"
    rule = f'<conditionalFormatting sqref="{box}"><cfRule type="cellIs" priority="1" operator="lessThan"><formula>0</formula></cfRule></conditionalFormatting>'
    first = page.tail.index("<conditionalFormatting")
    page.tail = page.tail[:first] + rule + page.tail[first:]
    done = upgrade(host, later())
    assert done.own == ((column,) if column else ())
    assert "lessThan" in host.book.sheet(table.sheet).tail


def test_a_column_of_ones_own_beside_ours_changes_no_light(host):
    """The row of the table is wider then; the lights that read it are still known as ours."""
    done_without = upgrade(FilesHost(host.path), CATALOG)
    host.add_column("ShopDay", "我的列", "支付金额")
    host.save()
    host = FilesHost(host.path)
    done = upgrade(host, CATALOG)
    assert (done.looks, done.own) == (done_without.looks, ())
