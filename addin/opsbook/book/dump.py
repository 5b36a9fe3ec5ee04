"""The plan as text, for review: what stands where, and every formula once."""

from collections.abc import Iterator

from opsbook.book.kit.cells import cell_name, range_name
from opsbook.book.plan import BookPlan, Rich, SheetPlan, TablePlan
from opsbook.formulas.node import Node
from opsbook.formulas.text import Labels, text


def dump(book: BookPlan) -> str:
    """Every sheet, table, cell, rule and name of a plan, one a line."""
    labels = book.labels()
    lines = [line for sheet in book.sheets for line in _sheet(sheet, labels)]
    names = [f"name {name} = {target}" for name, target in sorted(book.names.items())]
    return "\n".join([*lines, "", *names, ""])


def _sheet(sheet: SheetPlan, labels: Labels) -> Iterator[str]:
    yield f"# {sheet.title}"
    for place, cell in sorted(sheet.cells.items()):
        content = cell.content
        if content is None or content == "":
            continue
        name = f" [{cell.name}]" if cell.name else ""
        yield f"{cell_name(*place)}{name} {_content(content, labels)}"
    for table in sheet.tables:
        yield from _table(table, labels)
    for rule in sheet.rules:
        yield f"rule {range_name(*rule.box)} {'bar' if rule.bar else '=' + rule.formula}"
    for chart in sheet.charts:
        yield f"chart {'/'.join(chart.kind)} at {cell_name(*chart.at)}: {', '.join(one.name for one in (*chart.series, *chart.over))}"
    yield ""


def _content(content: object, labels: Labels) -> str:
    if isinstance(content, Node):
        return "=" + text(content, labels).replace("\n", "⏎")
    if isinstance(content, Rich):
        return "".join(words for _, words in content.runs)
    return str(content)


def _table(table: TablePlan, labels: Labels) -> Iterator[str]:
    yield f"table {table.name} at {cell_name(table.row, table.column)}, {len(table.body)} rows"
    for column in table.columns:
        node = column.node
        words = (
            "" if node is None else " =" + text(node[0] if isinstance(node, tuple) else node, labels).replace("\n", "⏎")
        )
        yield f"  {column.header} ({column.kind.value}){words}"
