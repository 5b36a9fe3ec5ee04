"""Workbooks of version 0.1.0 are opened by today's program and by later ones, and keep everything a person made in them."""

import shutil
from pathlib import Path

import pytest

from opsbook.engine.upgrade.known_versions import needs_upgrade
from opsbook.engine.upgrade.upgrading import upgrade
from opsbook.engine.workbook import open_book
from opsbook.features.daily.tables import SHOP_DAY
from opsbook.hosts.files.host import FilesHost
from opsbook.model.schema import Kind
from opsbook.ooxml.book import BookXml
from support.house import CATALOG
from support.later import CALLS, LATER, METRIC, NAME, OPTION, SHELF, TILE, VISITS, later, later_header
from support.ooxml import assert_valid
from support.packages import parts
from support.team_book import DAILY, NOTE, OWN_SHEET

KEPT = Path(__file__).parents[1] / "books" / "0.1.0"
BOOKS = sorted(path.name for path in KEPT.glob("*.xls?"))
TODAY = {"zh": ("更多选项", "已定目标"), "en": ("More options", "Kept goals")}
# What an upgrade may write into: sheets of ours, their tables, what lists and formats them.
OURS = ("xl/worksheets/", "xl/tables/", "xl/drawings/", "xl/charts/", "docProps/custom.xml")
OUR_LISTS = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")


@pytest.fixture
def old(tmp_path):
    """Copy a kept book."""
    return lambda name: Path(shutil.copy(KEPT / name, tmp_path / name))


def language(name: str) -> str:
    """The language a kept book speaks."""
    return "en" if "-en." in name else "zh"


def raised(path: Path, catalog):
    """Upgrade a book on disk; what was done."""
    host = FilesHost(path)
    done = upgrade(host, catalog)
    host.save()
    return done


def facts(book: BookXml, product, lang: str) -> dict[tuple[str, str], tuple]:
    """What every cell of every table holds that no formula of ours fills, by table and header."""
    ours = {
        (table, one.label[lang])
        for table, columns in product.columns.items()
        for one in columns
        if one.kind is Kind.FORMULA
    }
    drawn_anew = {name for name, table in book.tables.items() if table.sheet in {"计算", "Calc"}}
    return {place: cells for place, cells in shown(book).items() if place not in ours and place[0] not in drawn_anew}


def renamed(cells: tuple, lang: str) -> tuple:
    """Cells that name a column or metric by its later label."""
    return tuple(later_header(cell, lang) if isinstance(cell, str) else cell for cell in cells)


def shown(book: BookXml) -> dict[tuple[str, str], tuple]:
    """What every cell of every table shows, by table and header."""
    return {
        (name, header): tuple(row[at] for row in book.values(table))
        for name, table in book.tables.items()
        for at, header in enumerate(table.headers)
    }


def opened(path: Path) -> BookXml:
    """The parts of a workbook."""
    return BookXml(path.read_bytes(), path.name)


def test_all_of_them_are_kept():
    """Both templates, the demo, a user's and a macro workbook."""
    assert BOOKS == ["demo-zh.xlsx", "macros-en.xlsm", "template-en.xlsx", "template-zh.xlsx", "users-zh.xlsx"]


@pytest.mark.parametrize("name", BOOKS)
def test_any_command_brings_an_old_book_up_to_date_and_says_so(old, run, name):
    """The first command that writes upgrades, in one line; the next has nothing to say, and the book checks as before."""
    path = old(name)
    known = run("check", path).code
    first = run("refresh", path)
    assert first.code == 0
    assert all(first.err.count(words) == 1 for words in TODAY[language(name)])
    assert not any(words in run("refresh", path).err for words in TODAY[language(name)])
    assert run("check", path).code == known
    assert_valid(path)


@pytest.mark.parametrize("name", BOOKS)
def test_looking_at_an_old_book_writes_nothing(old, run, name):
    """Commands that only look see the book as it will be, say that, and leave its bytes."""
    path = old(name)
    before = path.read_bytes()
    looked = run("check", path)
    assert ("旧版" if language(name) == "zh" else "older version") in looked.err
    assert path.read_bytes() == before
    assert run("upgrade", path, "--dry-run").code == 0
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("product", [CATALOG, later()], ids=["today", "later"])
def test_twice_is_once(old, name, product):
    """An upgraded book is up to date: upgraded once more, by force, it keeps its bytes."""
    path = old(name)
    raised(path, product)
    once = parts(path)
    host = FilesHost(path)
    assert not needs_upgrade(host, product, language(name))
    again = upgrade(host, product)
    host.save()
    assert (again.added.sheets, again.added.tables, again.added.columns, again.refitted) == ((), (), {}, ())
    assert parts(path) == once


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("product", [CATALOG, later()], ids=["today", "later"])
def test_every_cell_that_no_formula_fills_is_kept(old, name, product):
    """Facts, typed cells and notes are what they were; where a column was renamed, under its new label."""
    path, lang = old(name), language(name)
    before = facts(opened(path), CATALOG, lang)
    raised(path, product)
    after = facts(opened(path), product, lang)
    assert before
    if product is not CATALOG:
        before = {
            (table, later_header(header, lang)): renamed(cells, lang) for (table, header), cells in before.items()
        }
    assert before == {place: after[place][: len(cells)] for place, cells in before.items()}  # rows may follow
    assert_valid(path)


@pytest.mark.parametrize("name", ["demo-zh.xlsx", "macros-en.xlsm", "users-zh.xlsx"])
def test_what_formulas_show_is_what_it_was(old, name):
    """Today's version changes no figure of version 0.1.0 but those that it means to: what is over is kept from now on.

    Days to come share what the kept ones leave: rounding may move a yuan. Charts leave out what lacks.
    """
    path = old(name)
    before = shown(opened(path))
    raised(path, CATALOG)
    after = shown(opened(path))
    for (table, header), cells in before.items():
        if (table, LABELS.get(header, "")) not in MEANT:
            now = after[table, header][: len(cells)]  # rows may follow
            assert [one for one in zip(cells, now, strict=True) if not nearly(*one)] == [], (table, header)


MEANT = {  # working columns, and what charts draw
    *(("GoalDay", name) for name in ("free_weight", "left_amount", "left_weight", "from_weight", "to_weight")),
    *(("GoalDay", name) for name in ("past_weight", "catch_up")),
    ("GoalMonth", "free_weight"),
    *(("CalcMonth", name) for name in ("actual", "forecast", "mark")),
    ("CalcDays", "tick"),
}
LABELS = {
    column.label[lang]: column.id
    for table in CATALOG.tables.values()
    if table.name in {place[0] for place in MEANT}
    for column in table.columns
    for lang in ("zh", "en")
}


def nearly(old, new):
    """The same, or numbers a yuan apart."""
    numbers = all(isinstance(one, int | float) for one in (old, new))
    return old == new or (numbers and abs(old - new) <= 1)


@pytest.mark.parametrize("name", BOOKS)
@pytest.mark.parametrize("product", [CATALOG, later()], ids=["today", "later"])
def test_parts_that_are_not_ours_keep_their_bytes(old, name, product):
    """Sheets, charts, pictures, comments, sparklines and macros of the user's."""
    path = old(name)
    before, book = parts(path), opened(path)
    ours = {book.part_of(title) for title in book.titles if title != OWN_SHEET}
    raised(path, product)
    after = parts(path)
    gone = [part for part in before if part not in after]
    changed = [part for part in before if part in after and before[part] != after[part]]
    assert not [part for part in gone if not part.startswith(("xl/drawings/", "xl/charts/", "xl/calcChain"))]
    assert not [part for part in changed if part.startswith("xl/worksheets/sheet") and part not in ours]
    assert not [part for part in changed if not part.startswith(OURS) and part not in OUR_LISTS]


def test_what_a_user_did_stays(old):
    """Column order, a renamed sheet, notes, a lock, a look, a formula over ours, a filter, a protected sheet."""
    path = old("users-zh.xlsx")
    before = opened(path)
    styles = [before.sheet("目标分解").style(row, before.table("GoalDay").place.left) for row in range(310, 350)]
    done = raised(path, later())
    after = opened(path)
    assert [sheet for sheet in after.workbook.tabs() if sheet in {DAILY, OWN_SHEET}] == [DAILY, OWN_SHEET]
    headers = before.table("ShopDay").headers
    found = tuple(column.label["zh"] for column in SHOP_DAY.columns if column.since > 1)
    expected = (*(later_header(one, "zh") for one in headers), *found, METRIC.label["zh"])
    assert after.table("ShopDay").headers == expected
    assert headers[1] == NOTE
    assert [after.sheet("目标分解").style(row, after.table("GoalDay").place.left) for row in range(310, 350)] == styles
    assert 123456.0 in shown(after)["GoalDay", "手工目标"]
    assert shown(after)["ShopDay", "访客价值"].count(2.0) == 1
    assert b"<autoFilter" in parts(path)[after.table("SourceDay").part]
    assert "sheetProtection" in after.sheet(OWN_SHEET).tail
    assert done.kept == ()


@pytest.mark.parametrize("name", BOOKS)
def test_a_later_version_brings_everything_it_has(old, name):
    """A metric, a column, a table on an old sheet, a sheet, an option, a tile, and another formula."""
    path, lang = old(name), language(name)
    done = raised(path, later())
    workbook = open_book(FilesHost(path), later())
    body = workbook.host.read_table("ShopDay")
    sold = [row for row in workbook.rows("ShopDay") if row["orders"]]
    assert body.headers[-1] == METRIC.label[lang]
    assert all(row[METRIC.id] == pytest.approx(row["gmv"] / row["orders"]) for row in sold)
    assert all(row["aov"] == pytest.approx(row["order_amount"] / row["buyers"]) for row in sold if row["buyers"])
    assert SHELF.label[lang] in workbook.host.read_table("ItemDay").headers
    assert workbook.columns(CALLS.name)["n"] == (7.0,)
    assert VISITS.name in workbook.host.tables()
    assert done.added.sheets == (NAME[lang],)
    assert workbook.setting(OPTION.name) == OPTION.start
    assert workbook.setting("later_line") == TILE[lang]
    assert LATER.id in workbook.host.read_property("opsbook_features")


@pytest.mark.parametrize("name", BOOKS)
def test_one_version_after_another_brings_the_same(old, name):
    """An option is a row of the table that the version between brought."""
    path, lang = old(name), language(name)
    raised(path, CATALOG)
    done = raised(path, later())
    workbook = open_book(FilesHost(path), later())
    assert (done.added.tables, done.added.options) == ((CALLS.name,), (OPTION.name,))
    assert workbook.setting(OPTION.name) == OPTION.start
    assert workbook.rows("Options")[-1]["name"] == OPTION.label[lang]
    assert workbook.setting("items_kept") == 300
    assert_valid(path)


@pytest.mark.parametrize("name", ["demo-zh.xlsx", "users-zh.xlsx", "macros-en.xlsm"])
@pytest.mark.parametrize("product", [CATALOG, later()], ids=["today", "later"])
def test_libreoffice_calculates_what_the_cells_show(old, recalc, name, product):
    """Every formula of ours, the new ones too."""
    path = old(name)
    raised(path, product)
    result = recalc(path)
    assert [one for one in result["changed"] if OWN_SHEET not in str(one)] == []
    assert result["errors"] == []
