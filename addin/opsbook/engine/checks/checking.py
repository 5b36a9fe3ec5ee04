"""Look a workbook over: lost parts, strange cells, formulas typed over, filters left on, events and calendars."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from opsbook.engine.checks.input_checks import check_inputs
from opsbook.engine.checks.typed_days import TypedDay, make_days
from opsbook.engine.refresh import cached_of, cells_of, recalculate_cached
from opsbook.engine.runs.formula_cells import restore_formulas
from opsbook.engine.workbook import Workbook, lost_parts
from opsbook.hosts.host import Overwritten
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.reference import resolve


@dataclass(frozen=True, slots=True)
class Repaired:
    """What was mended.

    Args:
        days: texts that are dates now.
        kept: texts that would name a row twice as dates, and therefore stay.
        formulas: cells that hold their formula again, with what they held.
        bars: data bars that are solid again.
    """

    days: Sequence[TypedDay]
    kept: Sequence[Issue]
    formulas: Sequence[Overwritten]
    bars: int = 0


def check(workbook: Workbook) -> tuple[Issue, ...]:
    """Every issue of a workbook, without changing anything.

    Args:
        workbook: the workbook, which may lack tables, headers or names: then formulas are not looked at.

    Returns:
        What is lost, then figures that do not follow any more, then cells by kind of trouble, each in sheet order.
    """
    lost = tuple(Issue(one.code, Level.ERROR, seen=one.seen) for one in lost_parts(workbook))
    if lost:
        there = [name for name in workbook.catalog.tables if name in set(workbook.host.tables())]
        return (*lost, *check_inputs(workbook, {name: workbook.columns(name) for name in there}))
    cells = cells_of(workbook)
    cached = cached_of(workbook, cells)
    found = workbook.host.overwritten(cached)
    fixed, formulas = fixed_figures(found), [one for one in found if one.found.startswith("=")]
    more = chain.from_iterable(resolve(one.run)(workbook) for one in workbook.catalog.checks)
    strange = check_inputs(workbook, cells.facts, cells)
    bars = _bars(workbook.host.plain_bars(own_sheets(workbook)))
    return (*_stale(workbook.host.stale(cached)), *bars, *_overwritten(fixed), *strange, *_overwritten(formulas), *more)


def repair(workbook: Workbook) -> Repaired:
    """Turn dates typed as text into dates and restore every owned formula; the backup keeps what the cells held before."""
    days, kept = make_days(workbook)
    history = workbook.host.history
    if days and history.recorder is not None:  # a row is named by its day: the run would see one go and another come
        history.recorder = history.recorder.next()
    replaced = restore_formulas(workbook)
    recalculate_cached(workbook)
    return Repaired(tuple(days), tuple(kept), replaced, workbook.host.mend_bars(own_sheets(workbook)))


def own_sheets(workbook: Workbook) -> tuple[str, ...]:
    """Sheets of the workbook that have a table or a named cell of ours."""
    host, pages = workbook.host, workbook.plan.sheets
    tabled = (host.read_table(table).sheet for page in pages for table in page.tables)
    named = (host.locate(name)[0] for page in pages for name in page.names if workbook.has(name))
    return tuple(dict.fromkeys((*tabled, *named)))


def fixed_figures(found: Iterable[Overwritten]) -> tuple[Overwritten, ...]:
    """Formula cells over which somebody put fixed values: they do not follow the facts any more."""
    return tuple(one for one in found if not one.found.startswith("="))


def _stale(count: int) -> Iterator[Issue]:
    if count:
        yield Issue("stale-figures", Level.WARNING, seen={"count": count})


def _bars(count: int) -> Iterator[Issue]:
    if count:
        yield Issue("bars-plain", Level.INFO, seen={"count": count})


def _overwritten(found: Sequence[Overwritten]) -> Iterator[Issue]:
    """Formula cells that hold something else; neighbours in a column are one issue."""
    runs: list[list[Overwritten]] = []
    for one in found:
        if runs and _continues(runs[-1][-1], one):
            runs[-1].append(one)
        else:
            runs.append([one])
    for run in runs:
        first, last = run[0], run[-1]
        if len(run) > 1:
            where = Where(sheet=first.sheet, cell=f"{first.cell}:{last.cell}")
            seen = {"count": len(run), "found": first.found[:80], "column": first.place.header}
            code = "formulas-differ" if first.found.startswith("=") else "figures-fixed"
            yield Issue(code, Level.WARNING, where, seen)
        else:
            yield Issue(
                "formula-overwritten",
                Level.WARNING,
                Where(sheet=first.sheet, cell=first.cell),
                {"found": first.found[:80], "expected": first.expected[:80]},
            )


def _continues(above: Overwritten, one: Overwritten) -> bool:
    """Whether a cell is directly below another in its column and of its kind: then the whole column was changed."""
    same = (above.place.table, above.place.header) == (one.place.table, one.place.header) != ("", "")
    return same and one.place.row == above.place.row + 1 and above.found.startswith("=") == one.found.startswith("=")
