"""IF, CHOOSE, AND, OR, NOT, ISNUMBER: functions of truth."""

from collections.abc import Callable, Iterable, Sequence

from opsbook.formulas.cells import Cells, Compile, ErrorCellError, Reading, error_cell
from opsbook.formulas.coerce import number
from opsbook.formulas.node import Call, Cell, Name
from opsbook.model.values import ErrorValue, Value, is_number


def truth(node: Call, value: Value) -> bool:
    """A value as a condition: blank and 0 are false; a text can be one only if it spells a truth value."""
    if isinstance(value, str):
        if (spelled := value.upper()) in {"TRUE", "FALSE"}:
            return spelled == "TRUE"
        raise error_cell(node, "#VALUE!", value)
    return bool(value)


def if_(node: Call, compiled: Compile) -> Reading:
    """Compile IF; only the branch that shows is calculated, as in Excel."""
    condition, then, otherwise = (compiled(argument) for argument in node.arguments)

    def reading(cells: Cells, row: int) -> Value:
        holds = condition(cells, row)
        if not isinstance(holds, bool):
            holds = truth(node, holds)
        return then(cells, row) if holds else otherwise(cells, row)

    return reading


def choose(node: Call, compiled: Compile) -> Reading:
    """Compile CHOOSE; only the chosen part is calculated."""
    index, *parts = (compiled(argument) for argument in node.arguments)

    def reading(cells: Cells, row: int) -> Value:
        chosen = number(seen := index(cells, row))
        if chosen is None or not 1 <= chosen < len(parts) + 1:
            raise error_cell(node, "#VALUE!", seen)
        return parts[int(chosen) - 1](cells, row)

    return reading


JUNCTIONS: dict[str, Callable[[Iterable[bool]], bool]] = {"AND": all, "OR": any}


def junction(node: Call, compiled: Compile) -> Reading:
    """Compile AND or OR; all parts are calculated: an error in a later one shows in Excel too."""
    parts, judge = tuple(compiled(part) for part in node.arguments), judging(node)
    return lambda cells, row: judge([part(cells, row) for part in parts])


def judging(node: Call) -> Callable[[Sequence[Value]], bool]:
    """Prepare AND or OR of values, one per argument."""
    combine, references = JUNCTIONS[node.function], [isinstance(part, Cell | Name) for part in node.arguments]

    def judge(values: Sequence[Value]) -> bool:
        seen: list[bool] = []
        for value, is_reference in zip(values, references, strict=True):
            if isinstance(value, bool):
                seen.append(value)
            elif not is_reference or _counts(value):
                seen.append(truth(node, value))
        if not seen:
            raise error_cell(node, "#VALUE!")
        return combine(seen)

    return judge


def _counts(value: Value) -> bool:
    """Texts and blanks in cells a condition refers to are passed over."""
    return isinstance(value, ErrorValue) or (value is not None and not isinstance(value, str))


def not_(node: Call, compiled: Compile) -> Reading:
    """Compile NOT."""
    part = compiled(node.arguments[0])
    return lambda cells, row: not truth(node, part(cells, row))


def is_number_(node: Call, compiled: Compile) -> Reading:
    """Compile ISNUMBER: an error inside, such as an unsuccessful MATCH, is no number."""
    part = compiled(node.arguments[0])

    def reading(cells: Cells, row: int) -> Value:
        try:
            return is_number(part(cells, row))
        except ErrorCellError:
            return False

    return reading
