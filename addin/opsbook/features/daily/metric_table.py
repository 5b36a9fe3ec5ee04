"""A metric of any table the operator has, found by its headers."""

from collections.abc import Iterable, Sequence
from datetime import date
from difflib import get_close_matches
from math import fsum
from statistics import fmean

from opsbook.engine.functions.boundary import offered
from opsbook.engine.functions.figures import figure, refuse_total
from opsbook.engine.functions.inputs import Cell, Cells, Rows, day, is_blank, one_text, rows, shown, text
from opsbook.engine.functions.tables import is_day_header
from opsbook.features.contents import catalog
from opsbook.features.daily.function_help import FUNCTIONS
from opsbook.metrics.evaluate import evaluate
from opsbook.metrics.expr import Total
from opsbook.metrics.words import setting_label
from opsbook.model.errors import FunctionRefusedError
from opsbook.model.language import Label
from opsbook.model.records.metric import Metric
from opsbook.model.schema import FOUND
from opsbook.model.units import Adding
from opsbook.vba.metric import function_name, metric_functions

worksheet_function = offered(FUNCTIONS)

Column = dict[int, float]  # number by row


@worksheet_function
def OPS_METRIC(metric_id: Cells, data: Cells) -> float | None:
    """Calculate any metric of a table: columns are added up first, then divided.

    Headers are ids or labels in either language. Blank rows are left out; a row of totals is refused, as it would count twice.

    Returns:
        One value: a ratio of sums, rates and scores that are imported as the mean of the days or that of the last day
        (without a column of days, the last row).
        Unknown where a needed column holds no number.

    Raises:
        FunctionRefusedError: shown as text: no such metric, a column is missing or there twice, or a row has one
            figure but not the other.
    """
    metric = known(one_text("metric_id", metric_id), tuple(catalog().metrics.values()))
    headers, *body = rows(data)
    for row, cells in enumerate(body, 2):
        refuse_total("data", row, cells)
    columns, absent = {}, []
    for name, optional in _operands(metric):
        places = _places(name, headers)
        if places:
            columns[name] = _numbers(body, places, _order(headers, body))
        elif optional:
            absent.append(_label(name))
        else:
            raise FunctionRefusedError("function-no-header", argument="data", missing=_label(name))
    _require_even(columns)
    value = evaluate(metric.expr, {name: _total(name, column) for name, column in columns.items()})
    if value is None and absent and all(columns.values()):
        raise FunctionRefusedError("function-no-header", argument="data", missing=tuple(absent))
    return value


def known(name: str, metrics: Iterable[Metric]) -> Metric:
    """The metric of an id or a name in either language.

    Raises:
        FunctionRefusedError: there is none; the message names the closest.
    """
    names = {word.casefold(): metric for metric in metrics for word in (metric.label.en, metric.label.zh, metric.id)}
    if name.casefold() in names:
        return names[name.casefold()]
    near = get_close_matches(name.casefold(), names, n=3, cutoff=0.3) or list(names)[:3]
    raise FunctionRefusedError("function-no-metric", seen=shown(name), near=tuple(near))


def _operands(metric: Metric) -> list[tuple[str, bool]]:
    if isinstance(metric.expr, Total):
        return [(metric.expr.field, False)]
    function = next(one for one in metric_functions(catalog()) if one.name == function_name(metric))
    return [(argument.name, argument.optional) for argument in function.arguments]


def _places(name: str, headers: Sequence[Cell]) -> tuple[int, ...]:
    """Where a figure stands: the column people type into, then that of what files said, as far as they are there."""
    label = _label(name)
    found = Label(f"{label.zh}{FOUND.zh}", f"{label.en}{FOUND.en}")
    both = (_place(name, label, headers), _place(f"{name}_found", found, headers))
    return tuple(place for place in both if place is not None)


def _place(name: str, label: Label, headers: Sequence[Cell]) -> int | None:
    words = {name, label.zh, label.en}
    places = [place for place, header in enumerate(headers) if text(header) in words]
    if len(places) > 1:
        columns = tuple(str(place + 1) for place in places)
        raise FunctionRefusedError("function-same-header", argument="data", column=label, columns=columns)
    return places[0] if places else None


def _label(name: str) -> Label:
    fields = catalog().fields
    return fields[name].label if name in fields else setting_label(catalog(), name)


def _order(headers: Sequence[Cell], body: Rows) -> list[int]:
    """Numbers of the rows from the oldest day to the newest; as they stand where a day is missing."""
    at = next((place for place, header in enumerate(headers) if is_day_header(header)), None)
    given = list(range(2, len(body) + 2))
    days = (
        {row: day(body[row - 2][at]) for row in given if not all(map(is_blank, body[row - 2]))}
        if at is not None
        else {}
    )
    return given if None in days.values() else sorted(given, key=lambda row: days.get(row) or date.min)


def _numbers(body: Rows, places: tuple[int, ...], order: Iterable[int]) -> Column:
    """By row the first number that stands there, oldest day first.

    Raises:
        FunctionRefusedError: a cell is no figure.
    """
    read = {row: [figure(body[row - 2][place], "data", row, place + 1) for place in places] for row in order}
    firsts = {row: next((value for value in values if value is not None), None) for row, values in read.items()}
    return {row: value for row, value in firsts.items() if value is not None}


def _require_even(columns: dict[str, Column]) -> None:
    """Refuse a week of sales over a day of visitors: every column with numbers has them in the same rows."""
    filled = {name: column for name, column in columns.items() if column and name in catalog().fields}
    for name, column in filled.items():
        for other, known_rows in filled.items():
            for row in known_rows.keys() - column.keys():
                seen = {"row": row, "known": _label(other), "missing": _label(name)}
                raise FunctionRefusedError("function-uneven-columns", argument="data", **seen)


def _total(name: str, column: Column) -> float | None:
    values = list(column.values())
    if not values:
        return None
    if name not in catalog().fields:
        if len(set(values)) > 1:
            raise FunctionRefusedError("function-several-rates", argument="data", column=_label(name))
        return values[0]
    adding = catalog().fields[name].days
    if adding is Adding.LAST:
        return values[-1]
    return fmean(values) if adding is Adding.MEAN else fsum(values)
