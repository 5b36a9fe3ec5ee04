"""A cell merged over rows stands in each of them; a figure in it counts once."""

import io
from datetime import date
from types import MappingProxyType
from warnings import catch_warnings, simplefilter

import pytest
import xlsxwriter

from opsbook.exports.reading import merged
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.reading.readers import read_file
from opsbook.exports.recognise.signature import signature
from support.house import decided
from support.house import read_sheet as parse

HEAD = ("统计日期", "商品ID", "商品名称", "商品访客数", "支付金额")
DAY, ONE, OTHER = "2026-11-09", "601234567890123", "601234567890124"
EXCEL = "urn:schemas-microsoft-com:office:spreadsheet"


def page(*rows):
    """A page that calls itself .xls; every row is its cells as a page writes them."""
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>".encode()


def xml(*rows):
    """A workbook of Excel 2003; a cell is its text, or its attributes and its text."""

    def cell(value):
        said, text = value if isinstance(value, tuple) else ("", value)
        return f'<Cell {said}><Data ss:Type="String">{text}</Data></Cell>'

    body = "".join(f"<Row>{''.join(map(cell, row))}</Row>" for row in rows)
    book = f'<Workbook xmlns="{EXCEL}" xmlns:ss="{EXCEL}"><Worksheet ss:Name="S"><Table>{body}</Table></Worksheet>'
    return f'<?xml version="1.0"?>{book}</Workbook>'.encode()


def xlsx(rows, *merges):
    """A new workbook; a merge is its first row and column, its last ones, and its text."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("S")
        for first, column, last, right, text in merges:
            sheet.merge_range(first, column, last, right, text)
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                if text:
                    sheet.write(at, column, text)
    return stream.getvalue()


def xls(rows, *merges):
    """An old workbook, merged likewise."""
    with catch_warnings():
        simplefilter("ignore")
        import xlwt  # noqa: PLC0415 - it warns about itself
    book, stream = xlwt.Workbook(), io.BytesIO()
    sheet = book.add_sheet("S")
    for first, column, last, right, text in merges:
        sheet.write_merge(first, last, column, right, text)
    for at, row in enumerate(rows):
        for column, text in enumerate(row):
            if text:
                sheet.write(at, column, text)
    book.save(stream)
    return stream.getvalue()


@pytest.fixture
def read(tmp_path):
    def one(data):
        path = tmp_path / "a.xls"
        path.write_bytes(data)
        return read_file(path)

    return one


TITLED = [["", "", ""], ["日期", "商品", "数"], ["", "a", "1"], ["", "b", "2"], ["2026-11-10", "a", "3"]]
MERGES = ((0, 0, 0, 2, "商品报表"), (2, 0, 3, 0, DAY))


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(xlsx(TITLED, *MERGES), id="xlsx"),
        pytest.param(xls(TITLED, *MERGES), id="xls"),
        pytest.param(
            xml(
                [('ss:MergeAcross="2"', "商品报表")],
                ["日期", "商品", "数"],
                [('ss:MergeDown="1"', DAY), "a", "1"],
                [('ss:Index="2"', "b"), "2"],
                ["2026-11-10", "a", "3"],
            ),
            id="xml",
        ),
        pytest.param(
            page(
                "<td colspan=3>商品报表",
                "<th>日期<th>商品<th>数",
                f"<td rowspan=2>{DAY}<td>a<td>1",
                "<td>b<td>2",
                "<td>2026-11-10<td>a<td>3",
            ),
            id="html",
        ),
    ],
)
def test_every_format_fills_a_merged_day_down(read, data):
    """The day stands in both rows and is known to be one cell; a title over three columns moves nothing."""
    (table,), issues = read(data)
    assert table.rows == (
        ("商品报表", "", ""),
        ("日期", "商品", "数"),
        (DAY, "a", "1"),
        (DAY, "b", "2"),
        ("2026-11-10", "a", "3"),
    )
    assert (table.shared, issues) == ({(2, 0): (2, 3), (3, 0): (2, 3)}, ())


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        pytest.param(
            page("<td>1<td rowspan=2>x<td>2", "<td>3<td>4"), (("1", "x", "2"), ("3", "x", "4")), id="in the middle"
        ),
        pytest.param(page("<td>1<td rowspan=2>x", "<td>2"), (("1", "x"), ("2", "x")), id="at the end of the row"),
        pytest.param(
            page("<td rowspan=3>x<td rowspan=2>y<td>1", "<td>2", "<td>3<td>4"),
            (("x", "y", "1"), ("x", "y", "2"), ("x", "3", "4")),
            id="beside each other",
        ),
        pytest.param(
            page("<td rowspan=2 colspan=2>x<td>1", "<td>2", "<td>a<td>b<td>3"),
            (("x", "", "1"), ("x", "", "2"), ("a", "b", "3")),
            id="over rows and columns",
        ),
        pytest.param(
            b"<table><tbody><tr><td rowspan=0>x<td>1<tr><td>2</tbody><tbody><tr><td>y<td>3</tbody></table>",
            (("x", "1"), ("x", "2"), ("y", "3")),
            id="0 reaches to the end of its group",
        ),
        pytest.param(
            b"<table><thead><tr><th rowspan=9>a<th>b</thead><tr><td>1<td>2</table>",
            (("a", "b"), ("1", "2")),
            id="none reaches out of its group",
        ),
        pytest.param(
            page("<td rowspan=99999999999999999999>x<td>1", "<td>2"), (("x", "1"), ("x", "2")), id="beyond the table"
        ),
        pytest.param(
            page("<td rowspan='two' colspan=''>x<td>1", "<td>y<td colspan=0>2"),
            (("x", "1"), ("y", "2")),
            id="no number",
        ),
        pytest.param(
            page("<td rowspan=2>x<td rowspan=2>1", "", "<td>y<td>2"),
            (("x", "1"), (), ("y", "2")),
            id="a row with nothing",
        ),
        pytest.param(
            b"<table><tr><td rowspan=2>x<td><table><tr><td>in</table><tr><td>2</table>",
            (("x", "in"), ("x", "2")),
            id="around a table of its own",
        ),
        pytest.param(
            xml([('ss:MergeDown="1" ss:MergeAcross="1"', "x"), "1"], [('ss:Index="3"', "2")]),
            (("x", "", "1"), ("x", "", "2")),
            id="xml over rows and columns",
        ),
        pytest.param(
            xml(["x", ('ss:MergeDown="1"', "1")], ["y"], ["z", "3"]),
            (("x", "1"), ("y", "1"), ("z", "3")),
            id="xml at the end of the row",
        ),
        pytest.param(
            xlsx([["", "1"], ["own", "2"]], (0, 0, 1, 0, "x")), (("x", "1"), ("own", "2")), id="a text beneath stays"
        ),
        pytest.param(
            xlsx([["", "1"], ["", "2"], ["y", "3"]], (0, 0, 1_048_575, 0, "x")),
            (("x", "1"), ("x", "2"), ("y", "3")),
            id="to the last row of Excel",
        ),
    ],
)
def test_merged_cells_keep_columns_in_place(read, data, rows):
    """Cells stand where Excel and browsers show them, and their text in each row that says anything else."""
    tables, issues = read(data)
    assert (tables[0].rows, issues) == (rows, ())


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(page(*["<td colspan=1000>" * 8] * 3), id="columns"),
        pytest.param(page("<td rowspan=9 colspan=1000>" * 9, *["<td>1"] * 3), id="rows"),
        pytest.param(page("<td colspan=1000>" * 21), id="one row"),
        pytest.param(page("<td colspan=1000>" * 8) * 3, id="several tables"),
        pytest.param(xml(*[[('ss:Index="9000"', "x")]] * 3), id="xml"),
        pytest.param(page(f"{'<td rowspan=65534>x' * 40}<td>1", *["<td>2"] * 40), id="shared"),
    ],
)
def test_absurd_spans_are_refused(read, data, monkeypatch):
    """A few bytes that span more than a report has are an issue with its size, not an exhausted computer."""
    monkeypatch.setattr(merged, "MOST_CELLS", 10_000)
    monkeypatch.setattr(merged, "MOST_SHARED", 1_000)
    tables, (issue,) = read(data)
    assert (tables, issue.code) == ((), "too-wide")


def sheet(*rows, shared=(), file="商品.csv"):
    """Rows with cells shared from a first row to a last one."""
    spots = {(at, column): (first, last) for column, first, last in shared for at in range(first, last + 1)}
    return RawTable(file, "", rows, date(2026, 11, 12), spots)


def facts(parsed):
    return [tuple(fact.values.get(name) for name in ("item_id", "visitors", "gmv")) for fact in parsed.facts[0].rows]


def told(parsed):
    return [(issue.code, issue.where.row, dict(issue.seen)) for issue in parsed.issues if issue.level.value != "info"]


def test_words_of_a_merged_cell_hold_for_every_row():
    """A day and a title merged over two items are those of both."""
    rows = (HEAD, (DAY, ONE, "杯子", "100", "50"), (DAY, OTHER, "杯子", "200", "60"))
    parsed = parse(sheet(*rows, shared=((0, 1, 2), (2, 1, 2))))
    assert (facts(parsed), told(parsed)) == ([(ONE, 100, 50), (OTHER, 200, 60)], [])


def test_a_figure_merged_over_items_is_nobodys():
    """500 over three items is not 1,500, nor is it the first one's: it is told once and left out."""
    rows = (HEAD, *((DAY, item, "杯子", "100", "500") for item in (ONE, OTHER, "601234567890125")))
    parsed = parse(sheet(*rows, shared=((0, 1, 3), (4, 1, 3))))
    assert facts(parsed) == [(ONE, 100, None), (OTHER, 100, None), ("601234567890125", 100, None)]
    assert told(parsed) == [("shared-figure", 2, {"value": "500", "first": 2, "last": 4})]


def test_a_dash_merged_over_items_says_nothing():
    """Where the merged cell holds no figure there is none to tell of."""
    rows = (HEAD, (DAY, ONE, "杯子", "100", "-"), (DAY, OTHER, "杯子", "200", "-"))
    parsed = parse(sheet(*rows, shared=((4, 1, 2),)))
    assert (facts(parsed), told(parsed)) == ([(ONE, 100, None), (OTHER, 200, None)], [])


def test_a_figure_merged_over_lines_of_one_item_is_the_items():
    """An item of two remarks has its figures once."""
    head = (*HEAD, "备注")
    rows = (head, (DAY, ONE, "杯子", "100", "50", "甲"), (DAY, ONE, "杯子", "100", "50", "乙"))
    parsed = parse(sheet(*rows, shared=tuple((at, 1, 2) for at in range(5))))
    assert (facts(parsed), told(parsed)) == ([(ONE, 100, 50)], [])


def test_a_plans_cost_merged_over_its_rows_counts_once():
    """Rows of one plan are added; what is merged over both of them is added once."""
    head = ("日期", "计划ID", "计划名字", "展现量", "点击量", "花费")
    rows = (head, (DAY, "1", "甲", "10", "1", "8"), (DAY, "1", "甲", "20", "2", "8"))
    (only,) = parse(sheet(*rows, shared=((5, 1, 2),))).facts[0].rows
    assert [only.values[name] for name in ("impressions", "clicks", "ad_spend")] == [30, 3, 8]


def test_a_header_over_two_rows_is_no_row():
    """What reaches down beside two fields of a group is the header still; a note beside the table is not."""
    head = (
        ("统计日期", "访客数", "支付金额", "新老", "", "说明"),
        ("统计日期", "访客数", "支付金额", "新", "老", "说明"),
    )
    rows = (*head, (DAY, "100", "50", "1", "2", "说明"))
    parsed = parse(sheet(*rows, shared=((0, 0, 1), (1, 0, 1), (2, 0, 1), (5, 0, 2))))
    assert [(fact.values["visitors"], fact.values["gmv"]) for fact in parsed.facts[0].rows] == [(100, 50)]
    assert (parsed.rejected, told(parsed)) == (0, [])


def test_a_kept_figure_merged_over_rows_is_told_too():
    """An extra column of figures follows the same rule; one of words stands in every row."""
    head = ("统计日期", "商品ID", "商品访客数", "支付金额", "曝光", "备注")
    rows = (head, (DAY, ONE, "1", "2", "900", "甲"), (DAY, OTHER, "1", "2", "900", "甲"))
    kept = MappingProxyType({"曝光": "曝光", "备注": "备注"})
    known = {
        "sycm-items": decided("生意参谋", "ItemDay", {}, kept),
        signature(head): decided("我的", "ItemDay", {}, kept),
    }
    parsed = parse(sheet(*rows, shared=((4, 1, 2), (5, 1, 2))), known)
    assert [dict(fact.extra) for fact in parsed.facts[0].rows] == [{"曝光": None, "备注": "甲"}] * 2
    assert told(parsed) == [("shared-figure", 2, {"value": "900", "first": 2, "last": 3})]


ORDERS = ("订单编号", "买家实际支付金额", "订单状态", "订单创建时间", "订单付款时间", "宝贝总数量")
NUMBER, NEXT, TIME = "3100000000000001", "3100000000000002", "2026-11-09 10:00:00"


@pytest.mark.parametrize(
    ("rows", "shared", "days", "problems"),
    [
        pytest.param(
            ((NUMBER, "30", "2"), (NUMBER, "30", "3"), (NEXT, "5", "1")),
            ((0, 1, 2), (1, 1, 2)),
            [(35, 6)],
            [],
            id="number and amount merged: 30 once, 5 pieces",
        ),
        pytest.param(
            ((NUMBER, "30", "2"), (NUMBER, "30", "2"), (NEXT, "5", "1")),
            ((0, 1, 2), (1, 1, 2), (5, 1, 2)),
            [(35, 3)],
            [],
            id="pieces merged, too",
        ),
        pytest.param(
            ((NUMBER, "30", "2"), (NUMBER, "", "3"), (NEXT, "5", "1")),
            ((0, 1, 2),),
            [(35, 6)],
            [],
            id="no amount below the first",
        ),
        pytest.param(
            ((NUMBER, "30", "2"), (NUMBER, "20", "3"), (NEXT, "5", "1")),
            ((0, 1, 2),),
            [],
            [("order-amounts", 3), ("spoilt-day", 3)],
            id="another amount below",
        ),
        pytest.param(
            ((NUMBER, "30", "2"), (NEXT, "30", "3")),
            ((1, 1, 2),),
            [],
            [("order-figure", 2), ("spoilt-day", 2), ("order-figure", 3)],
            id="one amount for two orders",
        ),
    ],
)
def test_an_order_merged_over_its_items_counts_once(rows, shared, days, problems):
    """Money and pieces of a day are right, or the day is left out and told."""
    full = tuple((number, money, "交易成功", TIME, TIME, pieces) for number, money, pieces in rows)
    parsed = parse(sheet(ORDERS, *full, shared=shared, file="ExportOrderList202611120905.csv"))
    assert [(fact.values["gmv"], fact.values["items"]) for fact in parsed.facts[0].rows] == days
    assert [(code, row) for code, row, _ in told(parsed)] == problems
