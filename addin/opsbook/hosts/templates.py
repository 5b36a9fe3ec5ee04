"""Where the shipped templates lie: inside the wheel, or beside the sources of a checkout."""

from pathlib import Path

from opsbook.errors import ToolMissingError
from opsbook.vocabulary.language import Lang

PLACES = (Path(__file__).parents[1] / "templates", Path(__file__).parents[3] / "templates")


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
