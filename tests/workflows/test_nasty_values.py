"""Whatever stands in a cell: refresh ends with figures or with the errors Excel shows, never with a crash."""

import pytest

from opsbook.engine.refresh import cells_of, refresh
from opsbook.formulas.node import Node
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import WorkbookBrokenError
from opsbook.model.schema import Kind
from opsbook.model.values import ErrorValue
from support.facts import day_number
from support.house import TABLE, TABLES, five_lines, formulas_of, open_book, plan_book, say
from support.plan_host import copied, plan_host

DAY = day_number("2026-11-12")
NASTY = (None, "", "abc", "2026-99-99", -1, 0, 1e300, 1e30, -1e300, 2_958_466, True, ErrorValue("#N/A"))
NAMED = [
    cell.name
    for sheet in plan_book("zh").sheets
    for cell in sheet.cells.values()
    if cell.name and not isinstance(cell.content, Node) and not cell.name.startswith(("go_", "opsbook_"))
]


@pytest.fixture(scope="module")
def filled(demo_folder):
    """The demo book in memory; every call gives a fresh one."""
    made = plan_host("zh", FilesHost(demo_folder("zh") / "OpsBook-demo.xlsx"))
    return lambda: copied(made)


def _row(place):
    shown = (at for at, row in enumerate(place.rows) if DAY in [cell.value for cell in row])
    return next(shown, min(3, len(place.rows) - 1))


@pytest.mark.parametrize("value", NASTY, ids=repr)
def test_every_input_of_a_row_may_be_nonsense(value, filled):
    """Every input cell of a row of every table but its key, and every setting, all at once."""
    host = filled()
    for table in TABLES:
        place = host._tables[table.name]
        for column in table.columns:
            if column.kind is not Kind.FORMULA and column.id not in table.key:
                place.rows[_row(place)][place.headers.index(column.label.zh)].value = value
    for name in NAMED:
        host._names[name].cell.value = value
    _survives(host)


@pytest.mark.parametrize("value", NASTY, ids=repr)
@pytest.mark.parametrize("name", ["the_day", "year", "year_goal", "cost_rate"])
def test_one_setting_may_be_nonsense(name, value, filled):
    """A date far outside the book, a year without days: everything else is there, so formulas run into it."""
    host = filled()
    host._names[name].cell.value = value
    _survives(host)


@pytest.mark.parametrize("value", NASTY, ids=repr)
def test_keys_may_be_nonsense(value, filled):
    """A day of the two day tables is refused with a sentence; every other key is lived with."""
    host = filled()
    for table in TABLES:
        if table.name not in {"ShopDay", "GoalDay"}:
            place = host._tables[table.name]
            for column in table.key:
                header = next(one.label.zh for one in table.columns if one.id == column)
                place.rows[_row(place)][place.headers.index(header)].value = value
    _survives(host)


def _survives(host):
    workbook = open_book(host)
    cells, _ = refresh(workbook)
    assert len(five_lines(workbook, cells, (), ())) == 5
    refresh(workbook)


@pytest.mark.parametrize("value", ["合计", 1e300, -1, ErrorValue("#N/A")], ids=repr)
def test_a_shop_day_that_is_no_day_is_refused_in_words(value, filled):
    """The one exception: where days are no dates nothing can be trusted."""
    host = filled()
    host._tables["ShopDay"].rows[5][0].value = value
    with pytest.raises(WorkbookBrokenError) as refused:
        open_book(host)
    assert str(value)[:4] in say(refused.value.code, "zh", refused.value.seen)


def test_a_day_typed_below_gets_its_weekday(filled):
    """A row the operator adds to Daily, as Excel extends the table: refresh names the weekday and keeps other words."""
    workbook = open_book(filled())
    day = day_number("2027-01-01")
    workbook.upsert("ShopDay", [{"date": day, "visitors": 5}, {"date": DAY, "weekday": "四！"}])
    refresh(workbook)
    named = {row["date"]: row["weekday"] for row in workbook.rows("ShopDay")}
    assert (named[day], named[DAY], named[DAY - 1]) == ("五", "四！", "三")
    assert "" not in named.values()


def test_the_demo_shows_no_error(filled):
    """Errors come from strange cells only: a book without them shows none."""
    cells = cells_of(open_book(filled()))
    columns = formulas_of("zh").columns
    shown = [value for table, column in columns for value in cells.column(table, column)]
    shown += [cells.name(name) for name in formulas_of("zh").names]
    assert [value for value in shown if isinstance(value, ErrorValue)] == []
    assert len(shown) > 5000


def test_libreoffice_shows_the_same_errors(demo, recalc):
    """Errors typed into facts and goals too large for a cell spread exactly as LibreOffice spreads them."""
    host = FilesHost(demo)
    workbook = open_book(host)
    workbook.upsert("ShopDay", [{"date": DAY, "visitors": 1e300, "gmv": 1e300, "ad_spend": 1e-300, "ad_gmv": 1e300}])
    workbook.upsert("GoalDay", [{"date": DAY, "lock": 1e300}])
    _write_errors(workbook, "ShopDay", DAY - 1, ("buyers", "pageviews", "refund_amount"))
    refresh(workbook)
    host.save()
    found = recalc(demo)
    assert found["changed"] == []
    assert len(found["errors"]) > 20


def _write_errors(workbook, table, key, columns):
    book, body = workbook.host.book, workbook.host.read_table(table)
    place, sheet = book.table(table), book.sheet(body.sheet)
    row = place.body.top + next(at for at, cells in enumerate(body.rows) if key in cells)
    for column in TABLE[table].columns:
        if column.id in columns:
            at = place.body.left + body.headers.index(column.label.zh)
            book.write(sheet, row, at, 0)
            cell = sheet.cell(row, at)
            sheet.put(row, at, cell.raw.replace("><v>0</v>", ' t="e"><v>#N/A</v>'))
