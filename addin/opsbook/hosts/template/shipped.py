"""Where the shipped templates lie: inside the wheel, or beside the sources of a checkout."""

from contextlib import suppress
from functools import cache
from pathlib import Path

from opsbook.book.compile.compiled_plan import WorkingPlan
from opsbook.book.compile.printed_plan import read_plan
from opsbook.model.catalog import Catalog
from opsbook.model.errors import ToolMissingError
from opsbook.model.language import Lang

SOURCES = Path(__file__).parents[2]
CHECKOUT = Path(__file__).parents[4] / "templates"
PLACES = (SOURCES / "templates", CHECKOUT)
_APART = (
    "addin",
    "cli",
    "engine",
    "entrypoints",
    "hosts",
    "ooxml",
    "ribbon",
    "udf",
    "vba",
)  # packages that the plan does not know
_TOGETHER = 2.0  # seconds: files that a checkout writes at once bear no order


def template_path(lang: Lang) -> Path:
    """The shipped template of a language.

    Raises:
        ToolMissingError: this installation carries none.
    """
    for folder in PLACES:
        path = folder / f"opsbook-{lang}.xlsx"
        if path.exists():
            return path
    raise ToolMissingError("no-template", lang=lang)


def plan_path(folder: Path, lang: Lang) -> Path:
    """The printed plan of a language, beside the templates."""
    return folder / f"plan-{lang}.json"


@cache
def compiled_plan(catalog: Catalog, lang: Lang) -> WorkingPlan:
    """The working part of the plan: as it was printed with the templates, else drawn, which takes longer.

    Args:
        catalog: what the plan is of; one with more than the product's own features is drawn.
        lang: the workbook's language.
    """
    for folder in PLACES:
        with suppress(OSError, ValueError, LookupError, TypeError):
            path = plan_path(folder, lang)
            if folder != CHECKOUT or _is_fresh(path):
                plan = read_plan(path.read_text(encoding="utf-8"))
                if plan.headers.keys() == catalog.tables.keys():
                    return plan
    from opsbook.book.compile.drawn_plan import draw_plan  # noqa: PLC0415 - seldom needed, slow to load

    return draw_plan(catalog, lang)


def _is_fresh(path: Path) -> bool:
    """Whether no source was changed after the plan was printed: somebody may be working on it."""
    printed = path.stat().st_mtime + _TOGETHER
    folders = (one for one in SOURCES.iterdir() if one.is_dir() and one.name not in _APART)
    files = (path for folder in folders for path in folder.rglob("*.py"))
    return max((one.stat().st_mtime for one in (*SOURCES.glob("*.py"), *files)), default=0.0) <= printed
