"""The template with buttons on its sheets: the ordinary one, a VBA module and nothing else."""

from io import BytesIO

from opsbook.addin.packing import packed, parts_of
from opsbook.book.plan import BookPlan
from opsbook.hosts.template.printing import print_book
from opsbook.model.catalog import Catalog
from opsbook.vba.modules import modules
from opsbook.vba.project.project import Project, vba_project
from opsbook.vba.project.streams import SHEET_BASE, WORKBOOK_BASE, document_module, standard_module
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
