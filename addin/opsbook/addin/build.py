"""Make the add-in and the macro-enabled templates as files."""

from pathlib import Path

from opsbook.addin.macro_template import macro_template
from opsbook.addin.package import addin_package
from opsbook.addin.settings import Interpreter, settings
from opsbook.addin.xlwings_module import xlwings_source
from opsbook.book.compile.book import plan_book
from opsbook.features.contents import catalog
from opsbook.model.language import LANGS, Lang

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
