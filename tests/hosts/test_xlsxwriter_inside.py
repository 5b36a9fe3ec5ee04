"""The private methods of XlsxWriter that templates rely on are there, and do what they did."""

import inspect
import io
import zipfile

import pytest
import xlsxwriter

from opsbook.hosts.template.xlsxwriter_inside import PRIVATE, PlainWorksheet, without_figures
from support.sources import package_files, shown

FUTURE = '=CONCAT(A1,"x")'  # the library would write _xlfn. before it


@pytest.mark.parametrize(
    ("owner", "name", "parameters"), PRIVATE, ids=lambda part: getattr(part, "__name__", str(part))
)
def test_a_private_method_is_still_there(owner, name, parameters):
    """When a new version of XlsxWriter drops or changes one, this says which."""
    method = getattr(owner, name, None)
    assert method, f"XlsxWriter {xlsxwriter.__version__} has no {owner.__name__}.{name} any more"
    found = tuple(inspect.signature(method).parameters)
    assert found == parameters, f"XlsxWriter {xlsxwriter.__version__} calls {owner.__name__}.{name} with {found}"


def _parts(sheet_class, change):
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "use_future_functions": True}) as book:
        page = book.add_worksheet("数", worksheet_class=sheet_class)
        page.write_column("A1", [1, 2, 3])
        page.write_column("B1", ["a", "b", "c"])
        page.write_formula("C1", FUTURE)
        chart = change(book.add_chart({"type": "line"}))
        chart.add_series({"values": "='数'!$A$1:$A$3", "categories": "='数'!$B$1:$B$3"})
        page.insert_chart("D1", chart)
    with zipfile.ZipFile(content) as package:
        return tuple(package.read(f"xl/{part}.xml").decode() for part in ("worksheets/sheet1", "charts/chart1"))


def test_formulas_and_charts_are_written_as_templates_need_them():
    """A formula keeps its text and a chart no copy of its figures; the library alone would do otherwise."""
    sheet, chart = _parts(PlainWorksheet, without_figures)
    assert f"<f>{FUTURE[1:]}</f>" in sheet
    assert "Cache>" not in chart
    plain_sheet, plain_chart = _parts(None, lambda chart: chart)
    assert "<f>_xlfn.CONCAT(" in plain_sheet
    assert plain_chart.count("<c:numCache>") == plain_chart.count("<c:strCache>") == 1


def test_no_other_module_reaches_into_a_library():
    """Private parts of libraries are used in one module, so that an upgrade has one place to look at."""
    users = [shown(file) for file in package_files() if "SLF001" in file.read_text(encoding="utf-8")]
    assert users == ["addin/opsbook/hosts/template/xlsxwriter_inside.py"]
