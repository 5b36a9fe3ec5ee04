"""What the program says and writes, as text that can be compared with what it said and wrote before."""

import contextlib
import hashlib
import io
import re
import shutil
import sqlite3
import warnings
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from frozen.cases import ANSWERS, HELP, REFUSALS
from opsbook.cli.main import main
from opsbook.hosts.files.host import FilesHost
from opsbook.model.language import LANGS
from support.house import MESSAGES as CATALOG
from support.house import ON_BUTTONS
from support.own_folder import history_of

LINE = "\n"
LOG_ID = re.compile(r"(日志编号 |log id |Log id |\"log\": \")[0-9a-f]{8}")


def messages() -> str:
    """Every sentence with its next step, on the command line and where a button says it otherwise."""
    return "".join(_told(CATALOG, "")) + "".join(
        _told({code: said for code, said in ON_BUTTONS.items() if said != CATALOG[code]}, "button ")
    )


def _told(catalog: Mapping[str, object], where: str) -> Iterator[str]:
    for code, said in sorted(catalog.items()):
        texts = (f"  {lang}: {part[lang]!r}\n" for lang in LANGS for part in (said.text, said.hint) if part[lang])
        yield f"{where}{code}\n{''.join(texts)}"


class Stage:
    """Fresh copies for each command, in a folder whose name is never seen.

    Args:
        folder: an empty folder.
        demo: the demo command's folder.
        new: a new book.
    """

    def __init__(self, folder: Path, demo: Path, new: Path) -> None:
        self._folder, self._demo, self._new = folder, demo, new
        self._count = 0

    def run(self, words: Sequence[str]) -> str:
        """A command as typed, its exit code, and what it printed."""
        self._count += 1
        root = self._folder / f"{self._count}"
        places = self._laid(root)
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main([word.format(**places) for word in words])
        said = "".join(
            f"{sign} {line}\n" for sign, text in ((">", out), ("!", err)) for line in text.getvalue().splitlines()
        )
        shutil.rmtree(root)
        plain = LOG_ID.sub(r"\1…", said.replace(str(root), "DIR"))
        return f"$ opsbook {' '.join(words)}\n= {code}\n{plain}"

    def _laid(self, root: Path) -> dict[str, str]:
        root.mkdir()
        (root / "plain.xlsx").write_bytes(b"not a workbook")
        (root / "demo").mkdir()
        (root / "demo" / "OpsBook-demo.xlsx").write_bytes(b"mine")
        book, demo = root / "book.xlsx", root / "OpsBook-demo.xlsx"
        shutil.copy(self._new, book)
        shutil.copy(self._demo / "OpsBook-demo.xlsx", demo)
        return {"dir": str(root), "book": str(book), "demo": str(demo), "inbox": str(self._demo / "inbox")}


def refusals(stage: Stage) -> str:
    """What cannot be done, in words."""
    return _all(stage, REFUSALS.values())


def answers(stage: Stage) -> str:
    """What people are answered."""
    return _all(stage, ANSWERS.values())


def json_answers(stage: Stage) -> str:
    """What scripts are answered."""
    return _all(stage, [(*words, "--json") for words in ANSWERS.values()])


def helps(stage: Stage) -> str:
    """What every --help prints."""
    return _all(stage, HELP)


def _all(stage: Stage, commands: Iterable[Sequence[str]]) -> str:
    return "\n".join(stage.run(words) for words in commands)


def cells(book: Path) -> dict[str, str]:
    """Every cell of a workbook by sheet, a line each: address, number format, formula or value, and what a formula shows."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of what it would drop on saving
        formulas, values = openpyxl.load_workbook(book), openpyxl.load_workbook(book, data_only=True)
    return {sheet.title: "".join(_lines(sheet, values[sheet.title])) for sheet in formulas.worksheets}


def _lines(formulas: Worksheet, values: Worksheet) -> Iterator[str]:
    for row in formulas.iter_rows():
        for cell in row:
            if cell.value is not None:
                shown = f" = {values[cell.coordinate].value!r}" if cell.data_type == "f" else ""
                yield f"{cell.coordinate} [{cell.number_format}] {_written(cell.value)}{shown}\n"


def _written(value: object) -> str:
    array = getattr(value, "text", None)
    return f"{{{array}}}" if array else repr(value)


def past(folder: Path, new: Path, inbox: Path) -> dict[str, str]:
    """Every row that leaves a workbook of three days, by table.

    Args:
        folder: an empty folder.
        new: a new book.
        inbox: what is imported.
    """
    book = Path(shutil.copy(new, folder / "past.xlsx"))
    host = FilesHost(book)
    for name in ("window_items", "window_plans", "window_keywords"):
        host.write_name(name, 3.0)
    host.save()
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        main(["import", str(book), str(inbox), "--shop-alias", "云上居家旗舰店"])
    with contextlib.closing(sqlite3.connect(history_of(book).path)) as base:
        rows = base.execute("select name, key, day, cells from past order by name, key").fetchall()
    found: dict[str, str] = defaultdict(str)
    for name, *row in rows:
        found[name] += "\t".join(row) + "\n"
    return found


def addin(folder: Path) -> dict[str, str]:
    """Every part of the add-in's files."""
    return {
        f"{file.name} {name}": archive.read(name).decode("latin-1")
        for file in sorted(folder.iterdir())
        for archive in [zipfile.ZipFile(file)]
        for name in archive.namelist()
    }


def digests(texts: Mapping[str, str]) -> str:
    """A line for each text: its fingerprint, how many lines it has, its name."""
    return "".join(
        f"{hashlib.sha256(text.encode()).hexdigest()[:16]} {text.count(LINE):6} {name}\n"
        for name, text in texts.items()
    )
