"""Bytes on disk to text tables: files, folders, zips. Bad files become issues; the good ones go on."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath

from opsbook.exports.platforms.dates import exported_on
from opsbook.exports.privacy.people import mask
from opsbook.exports.reading.delimited import decode, read_csv
from opsbook.exports.reading.long_rows import LONG, long_rows
from opsbook.exports.reading.merged import Grid
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.reading.sheets import read_workbook
from opsbook.exports.reading.sniff import BROKEN_ZIP, Format, sniff
from opsbook.exports.reading.text_tables import read_html, read_xml
from opsbook.model.errors import FileRefusedError
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.reasons import why

MOST_BYTES = 200 * 1024 * 1024
_TABLES = frozenset({".xls", ".xlsx", ".xlsm", ".xlsb", ".et", ".csv", ".txt", ".tsv", ".htm", ".html", ".xml", ".ods"})
_PACKED = frozenset({".zip", ".rar", ".7z", ".gz"})
_MEGABYTE = 1024 * 1024
_HEAD = 4  # bytes that tell the encoding
_STEP = re.compile(r"[/\\]")
_FIRST_ZIP_YEAR = 1981  # 1980-01-01 is what a zip without times says

_WHY = {
    Format.EMPTY: "empty-file",
    Format.PROTECTED: "password",
    Format.DAMAGED: "damaged-file",
    Format.OWN: "own-workbook",
    Format.ARCHIVE: "other-archive",
    Format.PAGES: "no-table-file",
    Format.OPEN_DOCUMENT: "open-document",
}


@dataclass(frozen=True, slots=True)
class _Part:
    """A file or a zip member: its name in messages, its bytes, the day it was made; where it lies, if it is a file."""

    name: str
    data: bytes
    exported: date | None
    path: Path | None = None


Read = tuple[tuple[RawTable, ...], tuple[Issue, ...]]


def find_files(paths: Iterable[Path]) -> tuple[Path, ...]:
    """List the files to read.

    Args:
        paths: files, taken as they are, and folders, searched through in the order of their names.

    Returns:
        Files without repetition. In folders only tables and zips count; hidden files, Excel's `~$` owner files and
        workbooks of OpsBook are passed over.

    Raises:
        FileRefusedError: a path does not exist.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists() and not path.is_symlink():  # a link that leads nowhere is told when it is read
            raise FileRefusedError("no-file", file=str(path))
        for file in sorted(_in_folder(path)) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    return tuple(found.values())


def _in_folder(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if _is_hidden(entry.name):
            continue
        if entry.is_dir():
            yield from _in_folder(entry)
        elif entry.suffix.lower() in _TABLES | _PACKED and not _is_own(entry):
            yield entry


def _is_hidden(name: str) -> bool:
    return name.startswith((".", "~$", "__MACOSX"))


def _is_own(path: Path) -> bool:
    if path.suffix.lower() not in {".xlsx", ".xlsm"}:
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return b'"opsbook_version"' in archive.read("xl/workbook.xml")
    except BROKEN_ZIP:
        return False  # said when it is read


def read_file(path: Path) -> Read:
    """Read one file, whatever it is.

    Args:
        path: .xls, .xlsx, .csv, .txt, HTML or a zip of those; what counts is the content, not the extension.

    Returns:
        One table per sheet that has cells, and an issue for everything that could not be read.
    """
    try:
        stat = path.stat()
        _refuse_large(stat.st_size)
        part = _Part(mask(path.name), path.read_bytes(), exported_on(path.name) or _local_day(stat.st_mtime), path)
        if sniff(part.data) is Format.ZIP:
            return _read_zip(part)
        return _read_part(part), ()
    except FileRefusedError as error:
        return (), (_issue(mask(path.name), error),)
    except OSError as error:
        return (), (Issue("unreadable-file", Level.ERROR, Where(mask(path.name)), {"why": why(error)}),)


def _local_day(seconds: float) -> date:
    return datetime.fromtimestamp(seconds, tz=UTC).astimezone().date()


def _issue(name: str, error: FileRefusedError) -> Issue:
    return Issue(error.code, Level.ERROR, Where(name), error.seen)


def _refuse_large(size: int) -> None:
    if size > MOST_BYTES:
        raise FileRefusedError("too-large", size=size // _MEGABYTE, most=MOST_BYTES // _MEGABYTE)


def _read_part(part: _Part) -> tuple[RawTable, ...]:
    kind = sniff(part.data)
    if kind in _WHY:
        raise FileRefusedError(_WHY[kind])
    if kind in {Format.OLE, Format.WORKBOOK}:
        shown = read_workbook(part.data)
        if not shown:
            raise FileRefusedError("no-cells")
        return tuple(_raw(part, grid, mask(sheet)) for sheet, grid in shown)
    if kind is Format.TEXT and len(part.data) > LONG:
        rows = long_rows(part.path or part.data, part.data[:_HEAD])
        return (RawTable(part.name, "", rows, part.exported),)
    text = decode(part.data)
    if kind is Format.XML:
        return tuple(_raw(part, grid, mask(sheet)) for sheet, grid in read_xml(text))
    grids = read_html(text) if kind is Format.HTML else (Grid(read_csv(text)),)
    return tuple(_raw(part, grid) for grid in grids)


def _raw(part: _Part, grid: Grid, sheet: str = "") -> RawTable:
    return RawTable(part.name, sheet, grid.rows, part.exported, grid.shared)


def _read_zip(outer: _Part) -> Read:
    tables: list[RawTable] = []
    issues: list[Issue] = []
    with zipfile.ZipFile(io.BytesIO(outer.data)) as archive:
        members = [info for info in archive.infolist() if _is_table(info)]
        for info in members:
            name = f"{outer.name}/{_member_name(info)}"
            if _points_outside(info):
                issues.append(Issue("outside-zip", Level.ERROR, Where(outer.name), {"member": mask(_spelled(info))}))
                continue
            try:
                tables += _read_part(_Part(name, _member(archive, info), _made(info, outer)))
            except FileRefusedError as error:
                issues.append(_issue(name, error))
    if not members:
        raise FileRefusedError("empty-zip")
    return tuple(tables), tuple(issues)


def _is_table(info: zipfile.ZipInfo) -> bool:
    steps = _steps(info)
    hidden = any(_is_hidden(step) for step in steps if step not in {".", ".."})
    return not info.is_dir() and not hidden and PurePosixPath(steps[-1]).suffix.lower() in _TABLES | _PACKED


def _points_outside(info: zipfile.ZipInfo) -> bool:
    """Whether unpacking the member would write beside the zip's own folder: no honest export does that."""
    steps = _steps(info)
    return ".." in steps or not steps[0] or steps[0].endswith(":")


def _member_name(info: zipfile.ZipInfo) -> str:
    """The member's own name, without its folders."""
    return mask(_steps(info)[-1])


def _steps(info: zipfile.ZipInfo) -> list[str]:
    return _STEP.split(_spelled(info))


def _spelled(info: zipfile.ZipInfo) -> str:
    """The member's name with its folders; Windows packs Chinese names in GBK without saying so."""
    name = info.filename
    if info.flag_bits & 0x800:
        return name
    raw = name.encode("cp437", errors="replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    if info.flag_bits & 0x1:
        raise FileRefusedError("password")
    _refuse_large(info.file_size)
    try:
        with archive.open(info) as stream:
            data = stream.read(MOST_BYTES + 1)  # the size a zip declares may be a lie
    except BROKEN_ZIP as error:
        raise FileRefusedError("damaged-file") from error
    _refuse_large(len(data))
    if sniff(data) is Format.ZIP:
        raise FileRefusedError("nested-zip")
    return data


def _made(info: zipfile.ZipInfo, outer: _Part) -> date | None:
    stamp = exported_on(_member_name(info)) or exported_on(outer.name)
    if stamp is not None or info.date_time[0] < _FIRST_ZIP_YEAR:
        return stamp or outer.exported
    try:
        return date(*info.date_time[:3])
    except ValueError:
        return outer.exported
