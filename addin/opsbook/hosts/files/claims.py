"""Which folder beside a workbook is its own: told by an id inside the workbook and by the file name last saved."""

import json
import re
import secrets
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

from opsbook.hosts.files.former_folder import former_folder
from opsbook.model.errors import FileRefusedError

RECORD = "book.json"
ID, RUN = "opsbook_id", "opsbook_run"
BOOKS = {".xlsx", ".xlsm"}
_PROPERTIES = "docProps/custom.xml"
_TEXT = r'<(?:\w+:)?property\s[^>]*name="{}"[^>]*>\s*<(?:\w+:)?lpw?str(?:\s[^>]*)?>([^<]*)<'


class State(Enum):
    """How a workbook stands to the folders beside it."""

    OWN = "own"
    RENAMED = "renamed"
    COPY = "copy"  # the folder is that of the workbook it was copied from
    ALONE = "alone"  # no folder is its own
    FORMER = "former"  # a folder of the naming before ids
    TWO = "two"  # two folders claim it


@dataclass(frozen=True, slots=True)
class Record:
    """What a workbook's folder says of it.

    Args:
        id: the workbook's id.
        file: its file name, when it was last saved.
        taken: name of the folder that its history was taken from; empty where it began here.
    """

    id: str
    file: str
    taken: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """Which folder is a workbook's.

    Args:
        state: how it stands to it.
        folder: the folder to read from; None where there is none.
        claimants: names of the folders that claim it, where there are two.
    """

    state: State
    folder: Path | None = None
    claimants: tuple[str, ...] = ()


def new_id() -> str:
    """A random id."""
    return secrets.token_hex(6)


def records(root: Path) -> dict[Path, Record]:
    """Folders of workbooks with what they say."""
    return {path.parent: record for path in sorted(root.glob(f"*/{RECORD}")) if (record := read_record(path))}


def read_record(path: Path) -> Record | None:
    """What a folder says; None where it cannot be read."""
    try:
        told = json.loads(path.read_bytes())
        return Record(str(told["id"]), str(told["file"]), str(told.get("taken", "")))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def record_text(record: Record) -> bytes:
    """The record as its file holds it."""
    return (json.dumps(asdict(record), ensure_ascii=False, indent=1) + "\n").encode()


def claim_of(book: Path, own: str) -> Claim:
    """Find the folder of a workbook.

    Args:
        book: its file.
        own: the id inside it; empty without one.
    """
    root = book.parent / ".opsbook"
    if not own:
        return _by_name(book, records(root))
    record = read_record(root / own / RECORD)
    if record is None:
        return Claim(State.ALONE)
    other = book.with_name(record.file)
    if other.name == book.name:
        return Claim(State.OWN, root / own)
    copied = other.exists() and not other.samefile(book) and id_in(other) == own
    return Claim(State.COPY if copied else State.RENAMED, root / own)


def _by_name(book: Path, known: dict[Path, Record]) -> Claim:
    """The folder of a workbook without an id: one that names its file, or one of the naming before ids."""
    named = {
        folder: record
        for folder, record in known.items()
        if record.file == book.name and not _is_inside(book, record.id)
    }
    former = former_folder(book)
    if former is not None and any(record.taken == former.name for record in named.values()):
        former = None
    claimants = (*named, *([former] if former else []))
    if len(claimants) > 1:
        return Claim(State.TWO, None, tuple(folder.name for folder in claimants))
    if former:
        return Claim(State.FORMER, former)
    return Claim(State.OWN, next(iter(named))) if named else Claim(State.ALONE)


def _is_inside(book: Path, own: str) -> bool:
    """Whether a workbook beside this one carries an id: then the folder is that one's."""
    return any(id_in(other) == own for other in books_beside(book))


def books_beside(book: Path) -> Iterator[Path]:
    """The other workbooks of a folder."""
    return (one for one in book.parent.iterdir() if one.suffix.lower() in BOOKS and one.name != book.name)


def id_in(book: Path) -> str:
    """The id inside a workbook's file; empty where there is none or the file cannot be read."""
    return property_in(book, ID)


def property_in(book: Path, name: str) -> str:
    """A text among the custom properties of a workbook's file; empty where there is none or the file cannot be read."""
    try:
        with zipfile.ZipFile(book) as package:
            found = re.search(_TEXT.format(re.escape(name)), package.read(_PROPERTIES).decode())
    except (OSError, KeyError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return ""
    return found[1] if found else ""


def two_claim(book: Path, claim: Claim) -> FileRefusedError:
    """What is said where two folders claim a workbook."""
    return FileRefusedError("two-histories", file=book.name, folders=claim.claimants)
