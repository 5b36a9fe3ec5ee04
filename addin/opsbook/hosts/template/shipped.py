"""Where the shipped templates lie: inside the wheel, or beside the sources of a checkout."""

import os
from contextlib import suppress
from pathlib import Path

from opsbook.errors import ToolMissingError
from opsbook.layout.printed_plan import read_plan
from opsbook.layout.working_plan import is_known, know
from opsbook.vocabulary.language import Lang

SOURCES = Path(__file__).parents[1]
CHECKOUT = Path(__file__).parents[3] / "templates"
PLACES = (SOURCES / "templates", CHECKOUT)
_APART = ("demo", "entrypoints", "hosts", "workflows")  # packages that the plan does not know
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


def know_plan(lang: Lang) -> None:
    """Take the plan that was printed with the templates; without it, it is drawn, which takes longer."""
    if is_known(lang):
        return
    for folder in PLACES:
        with suppress(OSError, ValueError, LookupError, TypeError):
            path = plan_path(folder, lang)
            if folder != CHECKOUT or _is_fresh(path):
                know(lang, read_plan(path.read_text(encoding="utf-8")))
                return


def _is_fresh(path: Path) -> bool:
    """Whether no source was changed after the plan was printed: somebody may be working on it."""
    printed = path.stat().st_mtime + _TOGETHER
    folders = (SOURCES, *(one for one in SOURCES.iterdir() if one.is_dir() and one.name not in _APART))
    files = (entry for folder in folders for entry in os.scandir(folder) if entry.name.endswith(".py"))
    return max((entry.stat().st_mtime for entry in files), default=0.0) <= printed
