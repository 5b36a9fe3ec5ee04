"""The add-in as a package: settings sheet, help of the functions, ribbon and VBA project in an .xlam."""

import io
from collections.abc import Mapping

import xlsxwriter

from opsbook.addin.packing import packed, parts_of
from opsbook.addin.settings import Setting
from opsbook.addin.xlwings_module import PROJECT, XlwingsSource
from opsbook.hosts.template.printing import CREATED
from opsbook.model.catalog import Catalog
from opsbook.model.language import Lang
from opsbook.vba.help import argument_help, function_groups
from opsbook.vba.modules import modules
from opsbook.vba.project.streams import SHEET_BASE, WORKBOOK_BASE, class_module, document_module, standard_module
from opsbook.vba.project.writer import Project, vba_project
from opsbook.vba.ribbon_xml import OFFICE_2007, custom_ui

PROJECT_ID = "{6F0C7A52-43C1-4E5B-9C0B-3D1B5E2A8F17}"
ADDIN_MODULES = ("OpsMetrics", "OpsFunctions", "OpsRibbon")
SHEET = f"{PROJECT}.conf"
BOOK_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
ADDIN_TYPE = "application/vnd.ms-excel.addin.macroEnabled.main+xml"
_OFFICE = "http://schemas.microsoft.com/office"


def addin_package(lang: Lang, catalog: Catalog, xlwings: XlwingsSource, values: Mapping[str, Setting]) -> bytes:
    """Make the add-in.

    Args:
        lang: language of the ribbon and of the functions' help.
        catalog: whose functions and buttons.
        xlwings: VBA of the installed xlwings, already changed.
        values: settings for the sheet `opsbook.conf`.

    Returns:
        The .xlam file, the same bytes for the same arguments.
    """
    parts = _printed(vba_project(addin_project(catalog, xlwings)), values)
    _replace(parts, "[Content_Types].xml", BOOK_TYPE, ADDIN_TYPE)
    _replace(parts, "xl/workbook.xml", "</sheets>", f"</sheets>{function_groups(lang, catalog)}")
    _replace(parts, "xl/workbook.xml", ' fullCalcOnLoad="1"', "")  # its one sheet holds no formula
    _replace(parts, "xl/workbook.xml", "</workbook>", f"<extLst>{argument_help(lang, catalog)}</extLst></workbook>")
    for number, (year, name, text) in enumerate(_ribbons(lang, catalog), 1):
        link = (
            f'<Relationship Id="rIdRibbon{number}" Type="{_OFFICE}/{year}/relationships/ui/extensibility" '
            f'Target="{name}"/>'
        )
        _replace(parts, "_rels/.rels", "</Relationships>", f"{link}</Relationships>")
        parts[name] = text.encode()
    return packed(parts)


def addin_project(catalog: Catalog, xlwings: XlwingsSource) -> Project:
    """The add-in's VBA project: our modules, and xlwings' with the class it needs."""
    ours = modules(catalog)
    return Project(
        "OpsBook",
        PROJECT_ID,
        (
            document_module("ThisWorkbook", WORKBOOK_BASE),
            document_module("Sheet1", SHEET_BASE),
            *(standard_module(name, ours[name]) for name in ADDIN_MODULES),
            standard_module("xlwings", xlwings.module),
            class_module("Dictionary", xlwings.dictionary),
        ),
    )


def _ribbons(lang: Lang, catalog: Catalog) -> tuple[tuple[int, str, str], ...]:
    """The tab for Office since 2010, and once more for readers that know the older form only."""
    return (
        (2006, "customUI/customUI.xml", custom_ui(lang, catalog, OFFICE_2007)),
        (2007, "customUI/customUI14.xml", custom_ui(lang, catalog)),
    )


def _printed(project: bytes, values: Mapping[str, Setting]) -> dict[str, bytes]:
    """A book with the settings and the VBA project, before it becomes an add-in."""
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, {"in_memory": True}) as book:
        book.set_properties({"title": "OpsBook", "created": CREATED})
        book.add_vba_project(io.BytesIO(project), is_stream=True)
        sheet = book.add_worksheet(SHEET)
        sheet.set_column(0, 1, 40)
        for row, (name, value) in enumerate(values.items()):
            sheet.write_string(row, 0, name)
            if isinstance(value, bool):
                sheet.write_boolean(row, 1, value)
            elif value:
                sheet.write_string(row, 1, value)
    return parts_of(memory.getvalue())


def _replace(parts: dict[str, bytes], part: str, old: str, new: str) -> None:
    """Replace what stands exactly once in a part."""
    before, found, after = parts[part].decode().partition(old)
    if not found or old in after:
        raise ValueError(part)
    parts[part] = f"{before}{new}{after}".encode()
