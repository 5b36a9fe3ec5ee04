"""`opsbook new --from`: columns, sheets, names and formulas that a person made go along; what cannot go is told."""

import json
import re

import openpyxl
import pytest

from opsbook.cli.main import main
from support.books import SHOP
from support.facts import day_number
from support.ooxml import assert_valid
from support.own_book import DAILY, DAY, LAST, MARGIN, MARGIN_SAYS, WEATHER, letters, row_of
from support.packages import parts
from support.team_book import NOTE, OWN_SHEET

pytestmark = pytest.mark.filterwarnings("ignore:.* extension is not supported:UserWarning:openpyxl")

BOOKS = [(2026, "zh"), (2027, "zh"), (2026, "en"), (2027, "en")]
SHEET = {"zh": "日报", "en": "Daily"}
SOLD, VISITORS = {"zh": "支付金额", "en": "GMV"}, {"zh": "访客数", "en": "Visitors"}
EVERYWHERE = [("own-formula-left", OWN_SHEET, "", "A15"), ("own-cells-left", "设置", "", "BH3")]
RANGE = ("own-formula-left", OWN_SHEET, "", "D1")  # days 1 to 395 of two years: other days in another year
COLUMN = ("own-header-left", DAILY, WEATHER, "CF6")


@pytest.mark.parametrize(("year", "lang"), BOOKS)
def test_the_new_book_is_sound(year, lang, made):
    """Excel would open it without repairing it; openpyxl reads it."""
    assert_valid(made(year, lang))
    openpyxl.load_workbook(made(year, lang))


@pytest.mark.libreoffice
@pytest.mark.parametrize(("year", "lang"), [(2026, "zh"), (2027, "en")])
def test_libreoffice_shows_what_the_new_book_holds(year, lang, made, run):
    """Every formula of ours is stored with the value that LibreOffice works out."""
    answer = json.loads(run("verify", made(year, lang), "--json").out)
    assert answer["differences"] == 0
    assert answer["formulas"] > 10_000


@pytest.mark.parametrize(
    ("year", "lang", "more"),
    [(2026, "zh", []), (2027, "zh", [RANGE]), (2026, "en", [COLUMN]), (2027, "en", [COLUMN, RANGE])],
)
def test_what_could_not_go_is_told_and_nothing_else(year, lang, more, left, made):
    """The place in the old workbook, in JSON and in words; the exit code says that something is missing."""
    assert sorted(left(year, lang)) == sorted([*EVERYWHERE, *more])
    assert (made(year, lang).parent / "code").read_text() == "1"


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("我的表 · A15：1 个公式没有带过来，格子里留的是当时的值：它读的「[1]Sheet1!A1」新工作簿里没有。", "没能带过来的有 2 处")),
        ("en", ("我的表 · A15: Formulas that did not come along: 1.", "Could not come along: 3, see above.")),
    ],
)  # fmt: skip
def test_it_is_told_in_plain_words(lang, words, old_file, tmp_path, run):
    """Sheet, cell and why."""
    ran = run("new", tmp_path / "x.xlsx", "--shop", SHOP, "--year", 2026, "--lang", lang, "--from", old_file)
    assert all(one in ran.out + ran.err for one in words), ran.out + ran.err


@pytest.mark.parametrize(("year", "lang"), BOOKS)
def test_columns_of_ones_own_come_along(year, lang, new):
    """Values on their days, the formula in the new book's words, its width and the look of a single cell."""
    book = new(year, lang)
    body = book.host.read_table("ShopDay")
    said = MARGIN_SAYS.replace("支付金额", SOLD[lang]).replace("访客数", VISITORS[lang])
    table = book.host.book.table("ShopDay")
    assert table.calculated[MARGIN] == said
    page, at = book.host.book.sheet(table.sheet), table.place.left + table.column(MARGIN)
    groups = book.host.book.groups(table.sheet)
    assert {groups.formula(row, at) for row in range(table.body.top, table.body.bottom + 1)} == {said}
    assert [page.value(row_of(book, day), at) for day in (DAY, LAST)] == [260, 260]
    assert 'width="33.5"' in page.column_size(at)
    dated = {row[0]: row for row in body.rows}
    assert dated[day_number(DAY)][body.headers.index(NOTE)] == "周末补货"
    if lang == "zh":
        assert dated[day_number(DAY)][body.headers.index(WEATHER)] == "暴雨"
        where = table.place.left + table.column(WEATHER)
        looks = [page.style(row_of(book, day), where) for day in (DAY, LAST)]
        assert looks[0] != looks[1]


@pytest.mark.parametrize(("year", "lang"), BOOKS)
def test_formulas_of_ones_own_sheet_read_the_same_cells(year, lang, new):
    """By table and column, by the cell of a day, by a name, by a whole column; what read another file holds its value."""
    book = new(year, lang)
    xml, gmv = book.host.book, letters(book, SOLD[lang])
    found = [xml.groups(OWN_SHEET).formula(row, 1) for row in range(11, 16)]
    where = f"'{SHEET[lang]}'!"
    day = f"{where}{gmv}{row_of(book, DAY)}+1"
    assert found == [f"SUM(ShopDay[{MARGIN}])", day, "cost_rate*2", f"SUM({where}{gmv}:{gmv})", None]
    assert [xml.sheet(OWN_SHEET).value(row, 1) for row in range(11, 16)] == [1040, 301, 0.8, 1200, 5]
    assert xml.groups(OWN_SHEET).formula(2, 4) == f"SUM(ShopDay[{SOLD[lang]}])"


@pytest.mark.parametrize(("year", "lang"), BOOKS)
def test_a_sheet_of_ones_own_comes_with_everything_on_it(year, lang, made, new):
    """Cells, a chart of our figures, a picture, a comment, a sparkline, its place behind the other tabs."""
    sheet = openpyxl.load_workbook(made(year, lang))[OWN_SHEET]
    assert [[one.value for one in row] for row in sheet["A1:C3"]] == [[n, 2 * n, f"文字{n}"] for n in range(3)]
    assert (len(sheet._images), len(sheet._charts)) == (1, 1)
    assert sheet["A2"].comment.text == "别动这一格"
    assert new(year, lang).host.book.workbook.tabs()[-1] == OWN_SHEET
    buyers = letters(new(year, lang), {"zh": "支付买家数", "en": "Buyers"}[lang])
    body = new(year, lang).host.book.table("ShopDay").body
    shown = f"'{SHEET[lang]}'!${buyers}${body.top}:${buyers}${body.bottom}"
    charts = (content.decode() for name, content in parts(made(year, lang)).items() if "/charts/chart" in name)
    assert sum(shown in re.findall(r"<c:f>([^<]*)</c:f>", chart) for chart in charts) == 1
    assert (
        f"<xm:f>'{OWN_SHEET}'!A1:B1</xm:f>".encode()
        in parts(made(year, lang))[new(year, lang).host.book.part_of(OWN_SHEET)]
    )


@pytest.mark.parametrize(("year", "lang"), BOOKS)
def test_names_of_ones_own_come_along(year, lang, new):
    """They stand for the same cells."""
    names = {one.name: one.text for one in new(year, lang).host.book.workbook.names()}
    assert names["我的区域"] == f"'{OWN_SHEET}'!$A$1:$C$3"


def test_formulas_typed_into_yellow_cells_go_on_calculating(new):
    """A lock and a setting: the formula goes along, not only what it showed."""
    book = new(2026, "zh")
    page, row, column = book.host.book.cell_named("cost_rate")
    assert book.host.book.groups(page.name).formula(row, column) == "1-0.6"
    goal = book.host.book.table("GoalDay")
    at = list(book.columns("GoalDay")["date"]).index(day_number("2026-05-21"))
    spot = goal.body.top + at, goal.place.left + goal.column("手工目标")
    assert book.host.book.groups(goal.sheet).formula(*spot) == "100*150"
    assert book.host.book.sheet(goal.sheet).value(*spot) == 15000


def test_made_from_what_was_made_it_is_the_same_book(made, tmp_path):
    """Once more for the same year: every part of the file, but the ids that tell the two workbooks apart."""
    again = tmp_path / "new.xlsx"
    words = ["new", again, "--shop", SHOP, "--year", 2026, "--lang", "zh", "--from", made(2026, "zh")]
    main([*map(str, words), "--quiet"])
    once, twice = parts(made(2026, "zh")), parts(again)
    assert once.keys() == twice.keys()
    assert [name for name in once if once[name] != twice[name]] == ["docProps/custom.xml"]
