"""Make the add-in and the macro-enabled templates.

Such a template is the ordinary one, a VBA module and nothing else.
"""

from io import BytesIO
from pathlib import Path

from opsbook.addin.package import addin_package
from opsbook.addin.packing import packed, parts_of
from opsbook.addin.settings import Interpreter, settings
from opsbook.addin.xlwings_module import xlwings_source
from opsbook.book.compile.book import plan_book
from opsbook.book.plan import BookPlan
from opsbook.features.contents import catalog
from opsbook.hosts.template.printing import print_book
from opsbook.model.catalog import Catalog
from opsbook.model.language import LANGS, Lang
from opsbook.vba.modules import modules
from opsbook.vba.project.streams import SHEET_BASE, WORKBOOK_BASE, document_module, standard_module
from opsbook.vba.project.writer import Project, vba_project
from opsbook.vba.sheet_buttons import with_buttons

PROJECT_ID = "{A1E4B1C6-7D0F-4B8C-8F57-2E6A9C3D4B10}"
MODULE = "OpsButtons"


def macro_template(plan: BookPlan, catalog: Catalog) -> bytes:
    """Make the macro-enabled template.

    Args:
        plan: the ordinary template.
        catalog: whose buttons.

    Returns:
        The .xlsm file, the same bytes for the same plan.
    """
    memory = BytesIO()
    print_book(with_buttons(plan, catalog), memory, vba_project(template_project(len(plan.sheets), catalog)))
    return packed(parts_of(memory.getvalue()))


def template_project(sheets: int, catalog: Catalog) -> Project:
    """The template's VBA project: the macros behind its buttons.

    Args:
        sheets: how many sheets the template has; each has an empty module of its own.
        catalog: whose buttons.
    """
    documents = [document_module("ThisWorkbook", WORKBOOK_BASE)]
    documents += [document_module(f"Sheet{number}", SHEET_BASE) for number in range(1, sheets + 1)]
    return Project("OpsBookSheets", PROJECT_ID, (*documents, standard_module(MODULE, modules(catalog)[MODULE])))


ADDINS: dict[Lang, str] = {"zh": "opsbook.xlam", "en": "opsbook-en.xlam"}


def build_addin(folder: Path) -> tuple[Path, ...]:
    """Write the add-in and the templates with buttons, in both languages.

    Args:
        folder: where to; made when missing.

    Returns:
        The files written.

    Raises:
        ToolMissingError: the installed xlwings is not the one the add-in was made for.
    """
    source = xlwings_source()
    files = {ADDINS[lang]: addin_package(lang, catalog(), source, settings(Interpreter())) for lang in LANGS}
    files |= {f"opsbook-{lang}.xlsm": macro_template(plan_book(catalog(), lang), catalog()) for lang in LANGS}
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return tuple(folder / name for name in files)


def addin_for(lang: Lang, interpreter: Interpreter) -> bytes:
    """The add-in made for one computer's Python.

    Args:
        lang: language of ribbon and help.
        interpreter: the Python behind it.

    Raises:
        ToolMissingError: the installed xlwings is not the one the add-in was made for.
    """
    return addin_package(lang, catalog(), xlwings_source(), settings(interpreter))
