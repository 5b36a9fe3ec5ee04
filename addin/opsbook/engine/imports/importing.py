"""Pour exports into a workbook: every row by its key, nothing twice, nothing blank over a figure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from opsbook.engine.checks.typed_days import waiting_tables
from opsbook.engine.imports.extra_columns import Laid, fill_extras
from opsbook.engine.imports.gathering import Progress, accept, fingerprint, gather, only
from opsbook.engine.imports.ledger import BLANK, Ledger, Outcome, read_ledger, row_key
from opsbook.engine.imports.left_out import hold_back, left_out
from opsbook.engine.imports.pouring import Pouring
from opsbook.engine.imports.precedence import read_precedence
from opsbook.engine.imports.reports import FileReport, ImportReport
from opsbook.engine.imports.windows import Extras, write_rows
from opsbook.engine.mapping.mappings import Mappings, read_mappings
from opsbook.engine.mapping.proposals import ask
from opsbook.engine.own_shop import shops
from opsbook.engine.workbook import Workbook
from opsbook.hosts.host import Key
from opsbook.messages import describe
from opsbook.model.facts import Fact, Facts
from opsbook.model.issues import Issue, Level
from opsbook.model.reference import resolve
from opsbook.model.schema import Table
from opsbook.model.units import Unit
from opsbook.model.values import Value, from_serial, serial, serial_time

ORDERS = ""  # no table's name
MINUTES = 24 * 60  # of a day
MOST_WORDS = 2000  # of issues in one Imports cell


def import_files(
    workbook: Workbook,
    paths: Iterable[Path],
    now: datetime,
    progress: Progress | None = None,
    tables: Sequence[str] = (),
) -> ImportReport:
    """Read files and write what they say into the fact tables; nothing is saved here.

    Args:
        workbook: the open workbook.
        paths: files and folders.
        now: when this happens, for the Imports sheet.
        progress: called with each file before it is read.
        tables: names of the tables to fill, the first also from unknown files; empty for all.

    Returns:
        What became of every file.
    """
    return pour(
        workbook,
        gather(
            paths,
            workbook.catalog,
            progress,
            read_mappings(workbook),
            workbook.catalog.tables.get(next(iter(tables), "")),
        ),
        now,
        tables,
    )


def pour(
    workbook: Workbook,
    reports: Sequence[FileReport],
    now: datetime,
    tables: Sequence[str] = (),
    own: Collection[Path] = (),
) -> ImportReport:
    """Write what files say into the fact tables; nothing is saved here.

    Args:
        workbook: the open workbook.
        reports: the files, read.
        now: when this happens, for the Imports sheet.
        tables: names of the only tables to be filled; empty for all.
        own: files that name no shop and are this shop's all the same.
    """
    mappings = read_mappings(workbook)
    nameless = _sift(workbook, mappings, reports, own)
    taken = [(report, only(report, accept(report, shops(workbook), years(workbook)), tables)) for report in reports]
    days = {float(day) for _, facts in taken for day in _days(facts)}
    filled = workbook.catalog.filled
    waiting = waiting_tables(workbook)
    ledgers = {table.name: read_ledger(workbook, table.name, days) for table in filled}
    before = read_precedence(workbook, mappings.told)
    pouring = Pouring(workbook, ledgers, _by_table(taken), before)
    problems = _upsert(pouring)
    ledgers = {table: ledger for table, ledger in ledgers.items() if table not in waiting}
    for ledger in ledgers.values():
        for outcome in ledger.outcomes():
            _tell(workbook, ledger.table, outcome)
        workbook.host.history.tell(ledger.table, ledger.origins())
    laid = _laid(pouring, waiting)
    moved = {
        table: write_rows(workbook, ledger, _extras(ledger, laid.get(table, ()))) for table, ledger in ledgers.items()
    }
    kept = {table: fill_extras(workbook, table, one) for table, one in laid.items()}
    problems += [issue for one in moved.values() for issue in one.issues]
    problems += [issue for one in kept.values() for issue in one.issues]
    problems += [issue for issues in waiting.values() for issue in issues]
    problems += (*nameless, *left_out(reports, years(workbook)))
    if not reports:
        problems.append(Issue("nothing-to-import", Level.WARNING))
    gone = {table: one.rows for table, one in moved.items() if one.rows}
    news = {one.id: tuple(resolve(one.run)(pouring)) for one in workbook.catalog.after_imports}
    extras = {(table, name): count for table, one in kept.items() for name, count in one.cells.items()}
    done = ImportReport(tuple(reports), tuple(problems), gone, news, extras)
    if not waiting:  # else the files are to be read once more, when the days are dates
        _record(workbook, done, now)
    return done


def _sift(
    workbook: Workbook, mappings: Mappings, reports: Sequence[FileReport], own: Iterable[Path]
) -> tuple[Issue, ...]:
    """Propose mappings, and hold back what names no shop beside another shop's files, unless it was taken before."""
    ask(workbook, mappings, reports)
    rows = workbook.rows("Imports")
    taken = {str(row["sha256"]) for row in rows if row["rows"] and row["rejected"] in {0, *BLANK}}
    return hold_back(reports, shops(workbook), {*taken, *map(fingerprint, own)})


def _upsert(pouring: Pouring) -> list[Issue]:
    """Lay every row over its table: first where one row is like another, then by the rules that features have."""
    layings = pouring.workbook.catalog.layings
    for table, ledger in pouring.ledgers.items():
        for report, fact in pouring.rows(table) if table not in layings else ():
            ledger.upsert(fact.values, report, where=fact.where, blanks=pouring.is_older(report, fact))
    return [issue for laying in layings.values() for issue in resolve(laying.run)(pouring)]


def _laid(pouring: Pouring, waiting: Collection[str]) -> dict[str, Laid]:
    """The rows that may fill extra columns, table by table, and whether each was told late."""
    return {
        table.name: [(*one, pouring.is_late(*one)) for one in pouring.rows(table.name)]
        for table in pouring.workbook.catalog.mappable
        if table.name not in waiting
    }


def _extras(ledger: Ledger, laid: Laid) -> Extras:
    """What files say in extra columns, by the key of the row, and whether it was told late."""
    found: dict[Key, list[tuple[Mapping[str, Value], bool]]] = defaultdict(list)
    for _, fact, late in laid:
        if fact.extra:
            found[row_key(ledger.schema, fact.values)].append((fact.extra, late))
    return found


def _by_table(taken: Iterable[tuple[FileReport, Iterable[Facts]]]) -> Mapping[str, list[tuple[FileReport, Fact]]]:
    """The rows of all files by what they fill, oldest export first; days added up from orders stand by themselves."""
    found: dict[str, list[tuple[FileReport, Fact]]] = defaultdict(list)
    for report, accepted in taken:
        for facts in accepted:
            found[ORDERS if facts.orders else facts.table] += [(report, fact) for fact in facts.rows]
    return found


def _days(accepted: Iterable[Facts]) -> Iterable[float]:
    """The days of facts, as serial numbers."""
    days = (fact.values["date"] for facts in accepted for fact in facts.rows)
    return (day for day in days if isinstance(day, int | float))


def years(workbook: Workbook) -> tuple[int, int]:
    """Last year and this year of the book."""
    year = int(workbook.number("year") or 0)
    return year - 1, year


def _tell(workbook: Workbook, table: str, row: Outcome) -> None:
    """Count a row in the files that named it; old figures go on record with the file that replaced them."""
    first, schema = row.fresh, workbook.catalog.tables[table]
    for file in row.files:
        if file not in row.by.values():
            file.unchanged += 1
        elif first:
            file.added, first = file.added + 1, False
        else:
            file.updated += 1
    replaced: dict[FileReport, list[str]] = {}
    for name, (old, new) in row.moved.items():
        if old is not None and old != "":
            words = f"{workbook.header(table, name)} {_spoken(schema, name, old)} → {_spoken(schema, name, new)}"
            replaced.setdefault(row.by[name], []).append(words)
    key = " ".join(_spoken(schema, name, part) for name, part in zip(schema.key, row.key, strict=True))
    for file, said in replaced.items():
        file.changes.append(f"{key} {'，'.join(said)}")


def _spoken(table: Table, name: str, value: Value) -> str:
    column = next(one for one in table.columns if one.id == name)
    if column.unit is Unit.DATE and isinstance(value, int | float):
        return from_serial(value).isoformat()
    if value is None or value == "":
        return "–"
    return f"{value:.10g}" if isinstance(value, int | float) else str(value)


def _record(workbook: Workbook, done: ImportReport, now: datetime) -> None:
    """One row per file on the Imports sheet; a file that changed nothing and is known leaves no new trace."""
    known = {row["id"]: row for row in workbook.rows("Imports")}
    fresh = [
        _imports_row(workbook, file, now)
        for file in done.files
        if (file.kind or file.issues) and (file.id not in known or file.added or file.updated or file.changes)
    ]
    if fresh:
        workbook.upsert("Imports", fresh)


def _imports_row(workbook: Workbook, file: FileReport, now: datetime) -> dict[str, Value]:
    said = [
        describe(replace(issue, where=replace(issue.where, file="")), workbook.lang, workbook.catalog.messages)
        for issue in file.issues
    ]
    said += file.changes
    words = "\n".join(said)
    return {
        "id": file.id,
        "at": round(serial_time(now) * MINUTES) / MINUTES,
        "file": file.name,
        "sha256": file.sha256,
        "kind": file.kind_name or "–",
        "exported": serial(file.exported) if file.exported else None,
        "first": file.days[0] if file.days else None,
        "last": file.days[1] if file.days else None,
        "rows": file.rows + file.rejected,
        "added": file.added,
        "updated": file.updated,
        "unchanged": file.unchanged,
        "rejected": file.rejected,
        "issues": words if len(words) <= MOST_WORDS else words[: MOST_WORDS - 1] + "…",
    }
