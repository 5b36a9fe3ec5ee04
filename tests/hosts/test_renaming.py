"""Columns and sheets of a file get other names: cells, rules, names, links, charts, pivot tables and slicers follow."""

import re

import pytest
import xlsxwriter

from opsbook.ooxml.book import BookXml
from opsbook.ooxml.renaming.called_otherwise import CalledOtherwise
from opsbook.ooxml.renaming.whole_book import call_otherwise
from support.ooxml import assert_valid
from support.packages import parts, write

OTHERWISE = CalledOtherwise({"Day": {"访客数": "访客人数", "支付金额": "GMV & more"}}, {"日报": "每日 <1>"})
MAIN = "http://schemas.openxmlformats.org"
KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml."
CACHE = (
    f'<pivotCacheDefinition xmlns="{MAIN}/spreadsheetml/2006/main" refreshOnLoad="1"><cacheSource type="worksheet">'
    '<worksheetSource {source}/></cacheSource><cacheFields count="3"><cacheField name="访客数"/><cacheField name="支付金额"/>'
    '<cacheField name="f" databaseField="0" formula="支付金额 /\'访客数\'+SUM(访客数)"/></cacheFields></pivotCacheDefinition>'
)
PIVOT = (
    f'<pivotTableDefinition xmlns="{MAIN}/spreadsheetml/2006/main"><dataFields count="1"><dataField name="访客人数" fld="0"/>'
    "</dataFields></pivotTableDefinition>"
)
SLICER = (
    f'<slicerCacheDefinition xmlns="{MAIN}/spreadsheetml/2009/9/main" name="s" sourceName="访客数">'
    '<data><tabular pivotCacheId="{cache}"/></data></slicerCacheDefinition>'
)


def print_book(path):
    """A table, and a sheet that reads it in every way."""
    with xlsxwriter.Workbook(path) as book:
        own, daily = book.add_worksheet("我的"), book.add_worksheet("日报")
        columns = [
            {"header": "访客数"},
            {"header": "支付金额"},
            {"header": "单价", "formula": "=[@支付金额]/[@访客数]"},
        ]
        daily.add_table("B3:D5", {"name": "Day", "columns": columns, "data": [[10, 100], [20, 300]]})
        own.write_formula("A1", "=SUM(Day[访客数])", None, 30)
        own.write_array_formula("A2:A2", "{=MAX(Day[支付金额]*日报!B4)}", None, 3000)
        own.write_formula("A3", '=SUM(日报!B4:B5)&"访客数"', None, "30访客数")
        own.write_url("A4", "internal:'日报'!A1", string="去日报")
        own.conditional_format("A1:A3", {"type": "formula", "criteria": '=A1>SUM(INDIRECT("Day[访客数]"))', "format": book.add_format({"bold": True})})  # fmt: skip
        own.data_validation("B1", {"validate": "list", "source": '=INDIRECT("Day[访客数]")'})
        own.data_validation("B2", {"validate": "list", "source": "=日报!$B$4:$B$5"})
        own.add_sparkline("C1", {"range": "日报!B4:B5"})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"name": "=日报!$B$3", "values": "=日报!$B$4:$B$5", "name_formula": "=日报!$B$3"})
        own.insert_chart("E1", chart)
        book.define_name("views", "=Day[访客数]")
        book.define_name("day_area", "='日报'!$B$4:$C$5")
        daily.repeat_rows(2)
    return path


def add_pivot(path, source='name="Day"'):
    """A pivot table with a calculated field and a slicer, as far as names matter in them."""
    everything = {
        name: content.decode() if name.endswith(("xml", "rels")) else content for name, content in parts(path).items()
    }
    everything["xl/workbook.xml"] = everything["xl/workbook.xml"].replace(
        "<calcPr", '<pivotCaches><pivotCache cacheId="7" r:id="rId77"/></pivotCaches><calcPr'
    )
    if "<pivotCaches>" in everything["xl/workbook.xml"]:
        order = everything["xl/workbook.xml"]
        caches = re.search("<pivotCaches>.*</pivotCaches>", order)[0]
        everything["xl/workbook.xml"] = order.replace(caches, "").replace("</workbook>", f"{caches}</workbook>")
    links = everything["xl/_rels/workbook.xml.rels"]
    kind = f"{MAIN}/officeDocument/2006/relationships/pivotCacheDefinition"
    arrow = f'<Relationship Id="{{}}" Type="{kind}" Target="{{}}"/></Relationships>'
    everything["xl/_rels/workbook.xml.rels"] = links.replace(
        "</Relationships>", arrow.format("rId77", "pivotCache/pivotCacheDefinition1.xml")
    )
    everything["xl/pivotCache/pivotCacheDefinition1.xml"] = CACHE.format(source=source)
    everything["xl/pivotTables/pivotTable1.xml"] = PIVOT
    everything["xl/pivotTables/_rels/pivotTable1.xml.rels"] = (
        f'<Relationships xmlns="{MAIN}/package/2006/relationships">'
        + arrow.format("rId1", "../pivotCache/pivotCacheDefinition1.xml")
    )
    everything["xl/slicerCaches/slicerCache1.xml"] = SLICER.format(cache=7)
    everything["xl/slicerCaches/slicerCache2.xml"] = SLICER.format(cache=8)
    write(
        path,
        {name: content if isinstance(content, bytes) else content.encode() for name, content in everything.items()},
    )


def renamed(path, names=OTHERWISE):
    """The parts after the columns and the sheet were renamed."""
    book = BookXml(path.read_bytes(), path.name)
    call_otherwise(book, names)
    path.write_bytes(book.to_bytes() or path.read_bytes())
    return {name: content.decode(errors="replace") for name, content in parts(path).items()}


@pytest.fixture
def path(tmp_path):
    """The book."""
    return print_book(tmp_path / "book.xlsx")


def test_everything_that_reads_them_follows(path):
    """Formulas of cells, arrays, rules, validations, sparklines, names, links, the table itself and its formula."""
    own = renamed(path)["xl/worksheets/sheet1.xml"]
    after = parts(path)
    book = BookXml(path.read_bytes(), "book")
    assert book.titles == ("我的", "每日 <1>")
    assert book.table("Day").headers == ("访客人数", "GMV & more", "单价")
    assert book.sheet("每日 <1>").values(book.table("Day").place)[0] == ("访客人数", "GMV & more", "单价")
    assert book.table("Day").calculated["单价"] == "[[#This Row],[GMV & more]]/[[#This Row],[访客人数]]"
    for text in (
        "<f>SUM(Day[访客人数])</f>",
        "MAX(Day[[GMV &amp; more]]*'每日 &lt;1&gt;'!B4)</f>",
        "SUM('每日 &lt;1&gt;'!B4:B5)&amp;&quot;访客数&quot;",
        "SUM(INDIRECT(&quot;Day[访客人数]&quot;))</formula>",
        "<formula1>INDIRECT(&quot;Day[访客人数]&quot;)</formula1>",
        "<formula1>'每日 &lt;1&gt;'!$B$4:$B$5</formula1>",
        "<xm:f>'每日 &lt;1&gt;'!B4:B5</xm:f>",
        "location=\"'每日 &lt;1&gt;'!A1\"",
    ):
        assert text in own.replace('"访客数"', "&quot;访客数&quot;").replace(
            '("Day[访客人数]")', "(&quot;Day[访客人数]&quot;)"
        )
    assert (
        "<f>[[#This Row],[GMV &amp; more]]/[[#This Row],[访客人数]]</f>" in after["xl/worksheets/sheet2.xml"].decode()
    )
    names = after["xl/workbook.xml"].decode()
    assert ">Day[访客人数]<" in names
    assert "'每日 &lt;1&gt;'!$B$4:$C$5" in names
    assert "'每日 &lt;1&gt;'!$3:$3" in names
    assert_valid(path)


def test_a_chart_reads_and_shows_the_new_names(path):
    """Its series is named by the header's cell; what it keeps of that cell's text is renewed."""
    everything = parts(path)
    chart = everything["xl/charts/chart1.xml"].decode()
    chart = re.sub(
        r"(<c:tx><c:strRef><c:f>[^<]*</c:f>).*?</c:strRef>",
        r'\1<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>访客数</c:v></c:pt></c:strCache></c:strRef>',
        chart,
    )
    write(path, everything | {"xl/charts/chart1.xml": chart.encode()})
    after = renamed(path)["xl/charts/chart1.xml"]
    assert "<c:f>'每日 &lt;1&gt;'!$B$4:$B$5</c:f>" in after
    assert "<c:v>访客人数</c:v>" in after
    assert "日报" not in after


@pytest.mark.parametrize("source", ['name="Day"', 'ref="B3:D5" sheet="日报"'])
def test_a_pivot_table_and_its_slicer_know_their_field_again(path, source):
    """By the table's name or by its cells; a calculated field follows, a caption that would clash gets Excel's blank."""
    add_pivot(path, source)
    after = renamed(path)
    cache = after["xl/pivotCache/pivotCacheDefinition1.xml"]
    assert re.findall(r'cacheField name="([^"]*)"', cache) == ["访客人数", "GMV &amp; more", "f"]
    assert "'GMV &amp; more' /'访客人数'+SUM('访客人数')" in cache
    assert ("每日 &lt;1&gt;" in cache) == ("sheet" in source)
    assert 'dataField name="访客人数 "' in after["xl/pivotTables/pivotTable1.xml"]
    assert 'sourceName="访客人数"' in after["xl/slicerCaches/slicerCache1.xml"]
    assert 'sourceName="访客数"' in after["xl/slicerCaches/slicerCache2.xml"]  # of another pivot table


def test_a_pivot_table_of_other_cells_stays(path):
    """A field of the same name from another table."""
    add_pivot(path, 'name="Other"')
    after = renamed(path)
    assert 'cacheField name="访客数"' in after["xl/pivotCache/pivotCacheDefinition1.xml"]


def test_where_nothing_is_renamed_every_byte_stays(path):
    """Tables and sheets that the workbook does not have are passed over."""
    before = parts(path)
    renamed(path, CalledOtherwise({"Night": {"a": "b"}, "Day": {"z": "q"}}, {"夜报": "每夜"}))
    assert parts(path) == before
