"""Remember on the Mapping sheet of which reports several rows of one key are added up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from opsbook.engine.mapping.mappings import Mappings, read_mappings
from opsbook.engine.workbook import Workbook
from opsbook.exports.mapping.targets import ADD_UP, sheet_name
from opsbook.exports.parse.sheet import parse
from opsbook.exports.privacy.people import mask
from opsbook.exports.reading.raw import RawTable
from opsbook.exports.reading.readers import find_files, read_file
from opsbook.model.answers import YES
from opsbook.model.facts import Parsed
from opsbook.model.issues import Issue
from opsbook.model.language import Label
from opsbook.model.schema import Table

REFUSED = frozenset({"parts-share-key", "most-parts-share-keys", "finer-rows"})  # what adding up takes in
_ADDED = REFUSED | {"parts-summed", "parts-summed-but"}
_ROWS = Label("（分开的几行）", "(rows that are parts)")  # stands where other lines name a column


@dataclass(frozen=True, slots=True)
class Finer:
    """A sheet whose rows are parts of one.

    Args:
        file: its file.
        report: what it is called.
        table: what it fills.
        signature: what tells its header from others.
    """

    file: str
    report: str
    table: Table
    signature: str


def remember_adding(workbook: Workbook, paths: Iterable[Path]) -> tuple[str, ...]:
    """Note of the reports among some files whose rows are parts that they are to be added up.

    Args:
        workbook: the open workbook; its Mapping sheet takes the answers.
        paths: files and folders.

    Returns:
        Names of the reports, those of which it was noted before among them; none where nothing is to be added.
    """
    mappings = read_mappings(workbook)
    found = {one.signature: one for one in _finer(workbook, mappings, paths)}
    known = {signature for signature, decided in mappings.known.items() if decided.adds}
    rows = [
        {
            "signature": one.signature,
            "report": one.report,
            "table": sheet_name(one.table)[workbook.lang],
            "header": _ROWS[workbook.lang],
            "field": ADD_UP[workbook.lang],
            "confirmed": YES[workbook.lang],
            "file": one.file,
        }
        for one in found.values()
        if one.signature not in known
    ]
    if rows:
        workbook.upsert("Mapping", rows)
    return tuple(one.report for one in found.values())


def _finer(workbook: Workbook, mappings: Mappings, paths: Iterable[Path]) -> Iterator[Finer]:
    for path in find_files(paths):
        for raw in read_file(path)[0]:
            parsed = parse(replace(raw, year=mappings.year), workbook.catalog, mappings.known)
            told = next((issue for issue in parsed.issues if issue.code in _ADDED), None)
            if told is not None and parsed.signature:
                yield _named(workbook, mappings, raw, parsed, told)


def _named(workbook: Workbook, mappings: Mappings, raw: RawTable, parsed: Parsed, told: Issue) -> Finer:
    exports = workbook.catalog.exports.values()
    if not parsed.kind:  # refused before its rows were read
        importer = next(one for one in exports if one.name == told.seen["kind"])
        return Finer(mask(raw.file), importer.name, importer.table, parsed.signature)
    report = mappings.names.get(parsed.signature) or parsed.name
    return Finer(mask(raw.file), report, workbook.catalog.tables[parsed.facts[0].table], parsed.signature)
