"""Find input cells that silently change results: text among numbers, unknown words, duplicate days, invalid goals."""

import re
from collections.abc import Iterator, Mapping, Sequence

from opsbook.book.compile.calculate import BookCells
from opsbook.book.compile.input_models import wrong_cells, wrong_names
from opsbook.book.compile.input_rule import InputRule, SheetRules
from opsbook.engine.workbook import Facts, Workbook
from opsbook.exports.platforms.dates import read_day
from opsbook.hosts.host import TableRows
from opsbook.hosts.matching import key_part
from opsbook.hosts.showing import spoken
from opsbook.model.issues import Issue, Level, Where
from opsbook.model.reference import resolve
from opsbook.model.schema import Table
from opsbook.model.units import Unit
from opsbook.model.values import Value, day_words, is_number
from opsbook.ooxml.addresses import area, cell_name

READ_AS = {"cell-no-number": "cell-text-not-number", "cell-no-day": "cell-text-not-day"}  # Excel takes them typed again
LONGEST = 40  # characters of a strange text that a message shows

_PLAIN_FIGURE = re.compile(r"-?\d[\d,]*(\.\d+)?%?")

Found = tuple[tuple[int, int], Issue]  # row and column, to bring issues into sheet order


def check_inputs(workbook: Workbook, facts: Facts, shown: BookCells | None = None) -> tuple[Issue, ...]:
    """List every input cell that does not hold what formulas expect.

    Args:
        workbook: the open workbook.
        facts: body cells by table and column id; parts that a damaged workbook lacks are skipped.
        shown: what its formulas show; None leaves goals that contradict each other out.

    Returns:
        One issue per cell, in sheet order.
    """
    found: list[Issue] = []
    for sheet in workbook.plan.sheet_rules:
        placed = [*_of_names(workbook, sheet, facts), *_of_tables(workbook, sheet, facts)]
        for one in workbook.catalog.cell_checks if shown is not None else ():
            if one.table in sheet.columns:
                placed += resolve(one.run)(workbook, shown)
        found += (issue for _, issue in sorted(placed, key=lambda one: one[0]))
    return tuple(found)


def _of_names(workbook: Workbook, sheet: SheetRules, facts: Facts) -> Iterator[Found]:
    held = {name: workbook.setting(name) for name in sheet.names if workbook.has(name)}
    wrong = wrong_names(sheet.names, held)
    for name, value in held.items():
        if name in wrong:
            yield _placed(workbook, name, _issue(wrong[name], sheet.names[name], value))
        elif is_number(value) and (off := _off(workbook, name, value, facts)):
            yield _placed(workbook, name, off)


def _off(workbook: Workbook, name: str, value: Value, facts: Facts) -> Issue | None:
    """What a feature finds wrong with a value that is one."""
    cell = workbook.catalog.inputs.get(name)
    found: Issue | None = resolve(cell.check)(workbook, value, facts) if cell and cell.check else None
    return found


def _placed(workbook: Workbook, name: str, issue: Issue) -> Found:
    sheet, cell = workbook.host.locate(name)
    place = area(cell)
    return (place.top, place.left) if place else (0, 0), _at(issue, sheet, cell)


def _at(issue: Issue, sheet: str, cell: str) -> Issue:
    return Issue(issue.code, issue.level, Where(sheet=sheet, cell=cell), issue.seen)


def _of_tables(workbook: Workbook, sheet: SheetRules, facts: Facts) -> Iterator[Found]:
    for table, columns in sheet.columns.items():
        schema, known = workbook.catalog.tables[table], facts.get(table, {})
        strange = [
            (at, column, _issue(code, columns[column], known[column][at]))
            for at, column, code in wrong_cells(schema, columns, known)
        ]
        for unique in (schema.key, *schema.unique):
            strange += _twice(schema, unique, columns, known)
        if schema.pasted and table in facts and (body := workbook.host.read_table(table)).below:
            yield _under(body)
        if strange:
            body = workbook.host.read_table(table)
            yield from (in_body(workbook, body, table, one) for one in strange)


def _under(body: TableRows) -> Found:
    """Rows pasted below a table that did not grow with them: nothing of them counts."""
    issue = Issue("rows-below", Level.WARNING, Where(sheet=body.sheet, cell=body.below))
    return (body.first_row + len(body.rows), body.first_column), issue


def in_body(workbook: Workbook, body: TableRows, table: str, one: tuple[int, str, Issue]) -> Found:
    """An issue of a table's cell, with its place on the sheet.

    Args:
        workbook: the open workbook.
        body: the table's cells.
        table: its name.
        one: position of the row in the body, column id and issue.
    """
    at, column, issue = one
    place = (body.first_row + at, body.first_column + body.headers.index(workbook.header(table, column)))
    other = issue.seen.get("other")
    if isinstance(other, int):  # a position in the body until here
        issue = Issue(issue.code, issue.level, seen={**issue.seen, "other": body.first_row + other})
    return place, _at(issue, body.sheet, cell_name(*place))


def _issue(code: str, rule: InputRule, value: Value) -> Issue:
    shown = spoken(value)
    seen = {
        "label": rule.label,
        "seen": shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…",
        "least": f"{rule.least:,.0f}",
        "most": f"{rule.most:,.0f}",
        "choices": tuple(spoken(choice) for choice in rule.choices),
    }
    return Issue(READ_AS[code] if _reads_well(code, value) else code, Level.WARNING, seen=seen)


def _reads_well(code: str, value: Value) -> bool:
    """Whether a text looks like the figure or the day that it is not."""
    if code not in READ_AS or not isinstance(value, str):
        return False
    return bool(_PLAIN_FIGURE.fullmatch(value.strip()) if code == "cell-no-number" else read_day(value))


def _twice(
    table: Table, unique: tuple[str, ...], rule: Mapping[str, InputRule], known: Mapping[str, Sequence[Value]]
) -> Iterator[tuple[int, str, Issue]]:
    """Rows whose key occurs in an earlier row."""
    if not all(column in known and column in rule for column in unique):
        return
    keys = list(zip(*(_alike(known[column]) for column in unique), strict=True))
    if len(set(keys)) == len(keys):
        return
    first: dict[tuple[Value, ...], int] = {}
    for at, key in enumerate(keys):
        above = first.setdefault(key, at)
        if above != at and any(part not in {None, ""} for part in key):
            named = " ".join(_spoken(table, column, known[column][at]) for column in unique)
            seen = {"label": rule[unique[0]].label, "key": named, "other": above}
            yield at, unique[0], Issue("cell-twice", Level.WARNING, seen=seen)


def _alike(values: Sequence[Value]) -> Sequence[Value]:
    """Keys as rows are found by them: 123 and '123' are one; a column of one type needs no translation."""
    kinds = set(map(type, values)) - {type(None)}
    return values if len(kinds) < 2 else [None if value is None else key_part(value) for value in values]


def _spoken(table: Table, column: str, value: Value) -> str:
    dated = any(one.id == column and one.unit is Unit.DATE for one in table.columns)
    return day_words(value) if dated else spoken(value)
