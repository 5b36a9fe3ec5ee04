"""The built files, judged by independent readers: what can be known of them without Excel."""

import io
import json
import re
import subprocess
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from pyopenvba import check_file
from pyvbaanalysis import DiagnosticSeverity, analyze_office_file

from opsbook.addin.build import build_addin, template_project
from opsbook.addin.package import ADDIN_MODULES, SHEET
from opsbook.addin.packing import packed, parts_of
from opsbook.addin.settings import Interpreter, settings
from opsbook.addin.xlwings_module import xlwings_source
from opsbook.hosts.template.printing import print_book
from opsbook.model.language import LANGS
from opsbook.vba.buttons import TAB
from opsbook.vba.sheet_buttons import PLACES
from support import compound, scanner
from support.books import SHOP, YEAR, shared
from support.house import BUTTON, BUTTONS, CATALOG, GROUPS, addin_project, plan_book, with_buttons, worksheet_functions
from support.house import vba_modules as modules
from support.office import PATIENCE_SECONDS, SYSTEM_PYTHON
from support.ooxml import assert_portable, assert_valid
from support.packages import dates, parts
from support.sources import TESTS

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HELP_2009 = "{http://schemas.microsoft.com/office/spreadsheetml/2009/9/main}"
TYPES = {"xlam": "addin", "xlsm": "sheet"}
FILES = ("opsbook.xlam", "opsbook-en.xlam", "opsbook-zh.xlsm", "opsbook-en.xlsm")
ADDINS, TEMPLATES = {"zh": FILES[0], "en": FILES[1]}, {"zh": FILES[2], "en": FILES[3]}
SHEETS = len(plan_book("zh").sheets)
RIBBONS = {
    "customUI/customUI14.xml": "http://schemas.microsoft.com/office/2009/07/customui",
    "customUI/customUI.xml": "http://schemas.microsoft.com/office/2006/01/customui",
}


@pytest.fixture(scope="session")
def built(tmp_path_factory):
    """The four files."""
    return shared(tmp_path_factory, "addin", build_addin)


@pytest.fixture(params=FILES)
def file(request, built):
    return built / request.param


@pytest.fixture(params=LANGS)
def addin(request, built):
    """Language and path of an add-in."""
    return request.param, built / ADDINS[request.param]


@pytest.fixture(params=LANGS)
def template(request, built):
    """Language and path of a template with buttons."""
    return request.param, built / TEMPLATES[request.param]


def _project(file):
    return addin_project(xlwings_source()) if file.suffix == ".xlam" else template_project(SHEETS, CATALOG)


def test_excel_would_open_it(file):
    """Neither the rules of the format nor the known causes of a repair message object."""
    assert_portable(file)


def test_its_kind_is_what_its_ending_says(file):
    """The main part's content type is that of an add-in or of a workbook with macros."""
    types = parts(file)["[Content_Types].xml"].decode()
    assert types.count(f"application/vnd.ms-excel.{TYPES[file.suffix[1:]]}.macroEnabled.main+xml") == 1


def test_a_scanner_reads_every_source(file):
    """oletools finds the modules that went in, character by character, and no other."""
    assert scanner.modules(file.read_bytes()) == {module.name: module.source for module in _project(file).modules}


def test_the_container_is_sound(file):
    """The VBA container is valid down to its trees, and a second library has nothing to say."""
    tree = compound.read(parts(file)["xl/vbaProject.bin"])
    assert set(tree) == {"VBA", "PROJECT", "PROJECTwm"}
    assert set(tree["VBA"]) == {module.name for module in _project(file).modules} | {"dir", "_VBA_PROJECT"}
    report = check_file(file)
    assert (report.ok, report.issues) == (True, ())


@pytest.mark.parametrize("name", [ADDINS["zh"], TEMPLATES["zh"]])
def test_the_vba_compiles_as_far_as_can_be_told(built, name):
    """A static check of all modules together finds no error; those of the other language are the same, as read above."""
    found = [
        (module, problem.code, problem.message)
        for module, problems in analyze_office_file(built / name).items()
        for problem in problems
        if problem.severity is DiagnosticSeverity.ERROR
    ]
    assert found == []


def test_code_names_match_the_documents(file):
    """The workbook and each sheet have the code name of the module behind them."""
    everything = parts(file)
    names = [etree.fromstring(everything["xl/workbook.xml"]).find(f"{MAIN}workbookPr").get("codeName")]
    sheets = sorted((name for name in everything if name.startswith("xl/worksheets/sheet")), key=len)
    names += [re.search(r'<sheetPr[^>]* codeName="(\w+)"', everything[name].decode())[1] for name in sheets]
    documents = [module.name for module in _project(file).modules if module.kind.value == "Document"]
    assert names == documents


def test_no_part_has_a_date_of_its_own(file):
    """What is built twice is the same, whenever and wherever: parts carry neither the hour nor the system."""
    assert set(dates(file).values()) == {(1980, 1, 1, 0, 0, 0)}
    with zipfile.ZipFile(file) as package:
        assert {member.create_system for member in package.infolist()} == {3}


def test_packing_keeps_parts():
    """Parts come back whole, whatever the order they were given in."""
    given = {"xl/b": b"2", "_rels/.rels": b"1", "[Content_Types].xml": b"0", "xl/a": b"3"}
    assert list(parts_of(packed(given)).items()) == [
        ("[Content_Types].xml", b"0"),
        ("_rels/.rels", b"1"),
        ("xl/a", b"3"),
        ("xl/b", b"2"),
    ]


@pytest.mark.parametrize("part", RIBBONS)
def test_the_ribbon_calls_what_is_there(addin, part):
    """Both forms of the tab are linked, well formed, and every button calls a public procedure that takes a control."""
    lang, path = addin
    everything = parts(path)
    year = "2007" if "14" in part else "2006"
    assert f'/{year}/relationships/ui/extensibility" Target="{part}"' in everything["_rels/.rels"].decode()
    root, space = etree.fromstring(everything[part]), f"{{{RIBBONS[part]}}}"
    assert root.tag == f"{space}customUI"
    buttons = list(root.iter(f"{space}button"))
    code = scanner.modules(path.read_bytes())
    for button in buttons:
        module, name = button.get("onAction").split(".")
        assert re.search(rf"^Public Sub {name}\(control As IRibbonControl\)\r$", code[module], re.MULTILINE), name
    assert [button.get("label") for button in buttons] == [button.label[lang] for button in BUTTONS]
    assert [tab.get("label") for tab in root.iter(f"{space}tab")] == [TAB[lang]]
    assert len(list(root.iter(f"{space}group"))) == len(GROUPS)


def test_every_function_and_argument_is_explained(addin):
    """The workbook part names the groups, and explains each argument of each function in the add-in's language."""
    lang, path = addin
    root = etree.fromstring(parts(path)["xl/workbook.xml"])
    tags = [child.tag for child in root]
    assert tags.index(f"{MAIN}functionGroups") == tags.index(f"{MAIN}sheets") + 1
    assert tags[-1] == f"{MAIN}extLst"
    explained = {
        name.get("name"): [one.text for one in name.iter(f"{HELP_2009}argumentDescription")]
        for name in root.iter(f"{HELP_2009}definedName")
    }
    wanted = {one.name: [argument.help[lang] for argument in one.arguments] for one in worksheet_functions()}
    assert explained == {name: helps for name, helps in wanted.items() if helps}
    code = "".join(scanner.modules(path.read_bytes())[name] for name in ("OpsMetrics", "OpsFunctions"))
    assert [name for name in wanted if not re.search(rf"^(?:Public )?Function {name}\(", code, re.MULTILINE)] == []


def test_the_settings_are_on_the_sheet(addin):
    """The add-in's one sheet holds every setting under its name, values beside."""
    sheet = openpyxl.load_workbook(io.BytesIO(_as_workbook(addin[1])))[SHEET]
    read = {name.value: value.value for name, value in sheet.iter_rows(min_col=1, max_col=2)}
    assert read == {name: value if value != "" else None for name, value in settings(Interpreter()).items()}
    assert read["Interpreter_Win"] == r"%LOCALAPPDATA%\OpsBook\python\pythonw.exe"


def test_the_addin_asks_for_no_calculation(addin):
    """There is nothing to calculate on its one sheet, and Excel would ask to save a book that was."""
    assert b"fullCalcOnLoad" not in parts(addin[1])["xl/workbook.xml"]


def _as_workbook(path) -> bytes:
    """The add-in as a workbook, for a reader that refuses add-ins by their type."""
    everything = parts(path)
    types = everything["[Content_Types].xml"].replace(b"ms-excel.addin.", b"ms-excel.sheet.")
    return packed(everything | {"[Content_Types].xml": types})


def test_the_committed_modules_are_what_is_packed(addin):
    """The add-in holds our modules as they are generated, nothing else of ours."""
    code = scanner.modules(addin[1].read_bytes())
    assert {name: code[name] for name in ADDIN_MODULES} == {name: modules()[name] for name in ADDIN_MODULES}
    assert "OpsButtons" not in code


def test_the_template_with_buttons_is_the_template(template):
    """Beside buttons and code nothing differs: the same parts, and sheets that differ in the buttons' rows alone."""
    lang, path = template
    memory = io.BytesIO()
    print_book(plan_book(lang), memory)
    plain, own = parts_of(memory.getvalue()), parts(path)
    added = set(own) - set(plain)
    assert set(plain) - set(own) == set()
    assert {re.sub(r"\d+", "", name) for name in added} == {"xl/vbaProject.bin", "xl/drawings/vmlDrawing.vml"} | {
        re.sub(r"\d+", "", name) for name in added if name.endswith(".rels")
    }
    changed = {name for name in plain if plain[name] != own[name]}
    linked = {name for name in changed if name.endswith(".rels")} | {"[Content_Types].xml", "xl/workbook.xml"}
    for name in sorted(changed - linked):
        if name.startswith("xl/worksheets/"):
            assert _bare(own[name]) == _bare(plain[name]), name
        else:
            assert name.startswith("xl/drawings/drawing"), name


def _bare(sheet: bytes) -> bytes:
    """A sheet without what buttons need: its code name, their drawing, the numbers of links, the heights of rows."""
    text = re.sub(rb' codeName="\w+"|<sheetPr/>|<legacyDrawing [^>]*/>| r:id="rId\d+"', b"", sheet)
    return re.sub(rb"<row [^>]*/>|<sheetPr>(?=<tabColor)", b"", re.sub(rb' ht="[\d.]+"', b"", text))


def test_buttons_cover_no_cell(template):
    """Each button stands inside one row that holds no value, right of its left margin, and none overlaps another."""
    lang, _ = template
    for sheet in with_buttons(plan_book(lang)).sheets:
        ends = 0
        for button in sheet.buttons:
            row, (left, top, width, height) = button.at[0], button.box
            assert [place for place, cell in sheet.cells.items() if place[0] == row and cell.content is not None] == []
            assert top + height < sheet.heights[row]
            assert left >= ends
            ends = left + width
        assert [(table.name, sheet.id) for table in sheet.tables if sheet.buttons and table.row <= 1] == []
        assert len(sheet.buttons) == len(PLACES.get(sheet.id, (0, ()))[1])


def test_buttons_run_macros_of_the_workbook(template):
    """Every button has its label in the book's language, and a macro that the workbook's own module holds."""
    lang, path = template
    everything = parts(path)
    drawn = [
        pair
        for name in sorted(everything)
        if "vmlDrawing" in name
        for pair in re.findall(r"<font[^>]*>([^<]+)</font>.*?\[0\]!(\w+)", everything[name].decode())
    ]
    wanted = sorted(BUTTON[name].label[lang] for _, ids in PLACES.values() for name in ids)
    assert sorted(label for label, _ in drawn) == wanted
    code = scanner.modules(path.read_bytes())["OpsButtons"]
    assert [macro for _, macro in drawn if f"\r\nPublic Sub {macro}()\r\n" not in code] == []


def test_a_new_workbook_keeps_the_buttons(built, run, tmp_path):
    """A workbook made from a template with buttons has them all, and the code behind them."""
    source, book = built / TEMPLATES["zh"], tmp_path / "book.xlsm"
    assert run("new", book, "--shop", SHOP, "--year", YEAR, "--template", source).code == 0
    before, after = parts(source), parts(book)
    kept = [name for name in before if name.startswith(("xl/vbaProject", "xl/drawings/"))]
    assert len(kept) > len(PLACES)
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert_valid(book)


def test_the_plain_template_has_no_buttons():
    """The .xlsx templates have neither buttons nor macros."""
    assert [sheet.id for sheet in plan_book("zh").sheets if sheet.buttons] == []


@pytest.mark.libreoffice
def test_libreoffice_sees_the_modules(built, tmp_path):
    """LibreOffice opens all four files and shows every module's code."""
    answer = tmp_path / "answer.json"
    runner = TESTS / "support" / "modules_office.py"
    files = [str(built / name) for name in FILES]
    subprocess.run([SYSTEM_PYTHON, runner, answer, *files], check=True, timeout=PATIENCE_SECONDS, capture_output=True)
    for path, seen in json.loads(answer.read_text("utf-8")).items():
        addin = path.endswith(".xlam")
        names = {
            module.name
            for module in (addin_project(xlwings_source()) if addin else template_project(SHEETS, CATALOG)).modules
        }
        assert names <= set(seen["modules"]), path
        lang = "en" if "-en" in Path(path).stem else "zh"
        shown = [SHEET] if addin else [sheet.title for sheet in plan_book(lang).sheets]
        assert seen["sheets"] == shown
        wanted = "Public Sub OpsImportFiles(control As IRibbonControl)" if addin else "Public Sub OpsSheetSetGoal()"
        assert wanted in seen["modules"]["OpsRibbon" if addin else "OpsButtons"]


def test_libreoffice_agrees_with_the_template(template, recalc):
    """Recalculating a template with buttons, which has every cell of the plain one, changes none and finds no error."""
    found = recalc(template[1])
    assert (found["errors"], found["changed"]) == ([], [])
    assert found["formulas"] > 1000
