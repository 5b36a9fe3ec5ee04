"""Pour exports into a workbook: every row by its key, nothing twice, nothing blank over a figure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from opsbook.engine.imports.extra_columns import fill_extras
from opsbook.engine.imports.gathering import Progress, accept, gather, only
from opsbook.engine.imports.ledger import Ledger, Outcome, read_ledger
from opsbook.engine.imports.left_out import left_out
from opsbook.engine.imports.precedence import Precedence, read_precedence
from opsbook.engine.imports.reports import FileReport, ImportReport
from opsbook.engine.imports.windows import write_rows
from opsbook.engine.mapping.mappings import read_mappings
from opsbook.engine.mapping.proposals import ask
from opsbook.engine.own_shop import shops
from opsbook.engine.workbook import Opened
from opsbook.features.competitors.ledger.log import lay_sightings, new_strangers
from opsbook.features.competitors.ledger.lost import new_takers
from opsbook.features.competitors.tables import PEER_LOG, PEER_LOST
from opsbook.features.daily.order_days import OrderDays
from opsbook.features.daily.tables import FACT_TABLES, SHOP_DAY, TABLE
from opsbook.features.promotion.rollup import Sums, plan_sums, roll_up, spend_differs
from opsbook.messages import describe
from opsbook.model.answers import YES
from opsbook.model.facts import Fact, Facts
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.units import Unit
from opsbook.model.values import Value, from_serial, is_number, serial, serial_time

ORDERS = ""  # no table's name
LAID_APART = frozenset({SHOP_DAY.name, PEER_LOG.name})  # by rules of their own
MINUTES = 24 * 60  # of a day
MOST_WORDS = 2000  # of issues in one Imports cell


def import_files(
    opened: Opened,
    paths: Iterable[Path],
    now: datetime,
    progress: Progress | None = None,
    tables: Sequence[str] = (),
) -> ImportReport:
    """Read files and write what they say into the fact tables; nothing is saved here.

    Args:
        opened: the workbook.
        paths: files and folders.
        now: when this happens, for the Imports sheet.
        progress: told of each file before it is read.
        tables: names of the only tables to be filled, the first by files that nobody knows; empty for all.

    Returns:
        What became of every file.
    """
    return pour(opened, gather(paths, progress, read_mappings(opened), next(iter(tables), "")), now, tables)


def pour(opened: Opened, reports: Sequence[FileReport], now: datetime, tables: Sequence[str] = ()) -> ImportReport:
    """Write what files say into the fact tables; nothing is saved here.

    Args:
        opened: the workbook.
        reports: the files, read.
        now: when this happens, for the Imports sheet.
        tables: names of the only tables to be filled; empty for all.
    """
    mappings = read_mappings(opened)
    ask(opened, mappings, reports)
    taken = [(report, only(report, accept(report, shops(opened), years(opened)), tables)) for report in reports]
    days = {float(day) for _, facts in taken for day in _days(facts)}
    ledgers = {table.name: read_ledger(opened, table.name, days) for table in (*FACT_TABLES, PEER_LOG, PEER_LOST)}
    before = read_precedence(opened, mappings.told)
    by_table = _by_table(taken)
    problems = _lay(opened, ledgers, by_table, before)
    for ledger in ledgers.values():
        for outcome in ledger.outcomes():
            _tell(opened, ledger.table, outcome)
    moved = {table: write_rows(opened, ledger) for table, ledger in ledgers.items()}
    filled = {
        table.name: fill_extras(opened, table.name, [(*one, _is_late(before, *one)) for one in by_table[table.name]])
        for table in (*FACT_TABLES, PEER_LOG)
    }
    problems += [issue for one in moved.values() for issue in one.issues]
    problems += [issue for one in filled.values() for issue in one.issues]
    problems += left_out(reports, years(opened))
    if not reports:
        problems.append(Issue("nothing-to-import", Level.WARNING))
    gone = {table: one.rows for table, one in moved.items() if one.rows}
    strangers = new_strangers(opened, ledgers[PEER_LOG.name].fresh())
    takers = new_takers(opened, list(ledgers[PEER_LOST.name].fresh()))
    extras = {(table, name): count for table, one in filled.items() for name, count in one.cells.items()}
    done = ImportReport(tuple(reports), tuple(problems), gone, strangers, takers, extras)
    _record(opened, done, now)
    return done


def _lay(
    opened: Opened,
    ledgers: Mapping[str, Ledger],
    by_table: Mapping[str, list[tuple[FileReport, Fact]]],
    before: Precedence,
) -> list[Issue]:
    """Lay every row over its table, the shop's days after the plans that tell their spend."""
    planned = set(plan_sums(ledgers["PlanDay"]))
    for table, ledger in ledgers.items():
        for report, fact in by_table[table] if table not in LAID_APART else ():
            ledger.lay(fact.values, report, blanks=_is_older(before, report, fact))
    sums = plan_sums(ledgers["PlanDay"])
    by_orders = OrderDays(ledgers["ShopDay"], before, YES[opened.lang])
    _lay_shop(by_orders, [(*one, _is_older(before, *one)) for one in by_table[SHOP_DAY.name]], sums)
    for report, fact in by_table[ORDERS]:
        by_orders.lay(report, fact)
    lay_sightings(opened, ledgers[PEER_LOG.name], by_table[PEER_LOG.name])
    return roll_up(ledgers["ShopDay"], sums, ledgers["PlanDay"].last_files(), planned)


def _by_table(taken: Iterable[tuple[FileReport, Iterable[Facts]]]) -> Mapping[str, list[tuple[FileReport, Fact]]]:
    """The rows of all files by what they fill, oldest export first; days added up from orders stand by themselves."""
    found: dict[str, list[tuple[FileReport, Fact]]] = defaultdict(list)
    for report, accepted in taken:
        for facts in accepted:
            found[ORDERS if facts.orders else facts.table] += [(report, fact) for fact in facts.rows]
    return found


def _days(accepted: Iterable[Facts]) -> Iterable[float]:
    """The days that facts tell of."""
    days = (fact.values["date"] for facts in accepted for fact in facts.rows)
    return (day for day in days if isinstance(day, int | float))


def years(opened: Opened) -> tuple[int, int]:
    """Last year and this year of the book."""
    year = int(opened.number("year") or 0)
    return year - 1, year


def _is_older(before: Precedence, report: FileReport, fact: Fact) -> bool:
    """Whether a later export of the same kind told of the row's day, or may have: said once per file, if it is known."""
    day = fact.values["date"]
    if report.again:
        return True
    if not report.exported or not isinstance(day, int | float) or not report.kind:
        return False
    older = before.is_older(report.kind_name, serial(report.exported), float(day))
    if older and all(issue.code != "older-export" for issue in report.issues):
        report.issues.append(Issue("older-export", Level.INFO, Where(report.name)))
    return older


def _is_late(before: Precedence, report: FileReport, fact: Fact) -> bool:
    """Whether a row may only fill blanks: a later export told of its day, or its day was not over yet."""
    return bool(fact.values.get("partial")) or _is_older(before, report, fact)


def _lay_shop(by_orders: OrderDays, facts: Iterable[tuple[FileReport, Fact, bool]], sums: Sums) -> None:
    """The shop's days, after the plans: a day whose plans are known takes its spend from them."""
    shop = by_orders.shop
    for report, fact, older in facts:
        if _would_spoil(by_orders, fact):
            report.unchanged += 1
            continue
        values = by_orders.under_report(report, fact, dict(fact.values))
        day = values.get("date")
        if isinstance(day, int | float) and day in sums:
            problem = spend_differs(float(day), values.pop("ad_spend", None), sums, fact.where)
            report.issues.extend([problem] if problem else [])
        if fact.values.get("partial") or is_number(
            values.get("gmv")
        ):  # without sales a row says nothing of the whole day
            values["partial"] = by_orders.yes if fact.values.get("partial") else ""
        shop.lay(values, report, blanks=older and not _known(shop, fact).get("partial"))


def _would_spoil(by_orders: OrderDays, fact: Fact) -> bool:
    """A day cut short never replaces the whole day, whichever file comes first; days of orders only make room."""
    known, day = _known(by_orders.shop, fact), fact.values.get("date")
    if is_number(fact.values.get("gmv")) and isinstance(day, int | float) and by_orders.only_orders(float(day)):
        return False
    return bool(fact.values.get("partial")) and is_number(known.get("gmv")) and not known.get("partial")


def _known(shop: Ledger, fact: Fact) -> Mapping[str, Value]:
    """The shop's day as it stands, with what was laid so far."""
    day = fact.values.get("date")
    return shop.rows.get((float(day),) if isinstance(day, int | float) else (day,), {})


def _tell(opened: Opened, table: str, row: Outcome) -> None:
    """Count a row in the files that named it; old figures go on record with the file that replaced them."""
    first = row.fresh
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
            words = f"{opened.header(table, name)} {_spoken(table, name, old)} → {_spoken(table, name, new)}"
            replaced.setdefault(row.by[name], []).append(words)
    key = " ".join(_spoken(table, name, part) for name, part in zip(TABLE[table].key, row.key, strict=True))
    for file, said in replaced.items():
        file.changes.append(f"{key} {'，'.join(said)}")


def _spoken(table: str, name: str, value: Value) -> str:
    column = next(one for one in TABLE[table].columns if one.id == name)
    if column.unit is Unit.DATE and isinstance(value, int | float):
        return from_serial(value).isoformat()
    if value is None or value == "":
        return "–"
    return f"{value:.10g}" if isinstance(value, int | float) else str(value)


def _record(opened: Opened, done: ImportReport, now: datetime) -> None:
    """One row per file on the Imports sheet; a file that changed nothing and is known leaves no new trace."""
    known = {row["id"]: row for row in opened.rows("Imports")}
    fresh = [
        _imports_row(opened, file, now)
        for file in done.files
        if (file.kind or file.issues) and (_id(file) not in known or file.added or file.updated or file.changes)
    ]
    if fresh:
        opened.upsert("Imports", fresh)


def _id(file: FileReport) -> str:
    return file.sha256[:16] or file.name


def _imports_row(opened: Opened, file: FileReport, now: datetime) -> dict[str, Value]:
    said = [describe(replace(issue, where=replace(issue.where, file="")), opened.lang) for issue in file.issues]
    said += file.changes
    words = "\n".join(said)
    return {
        "id": _id(file),
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
