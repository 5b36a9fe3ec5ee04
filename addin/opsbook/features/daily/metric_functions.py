"""Metrics as functions of cells. Excel itself runs their VBA twins; these are their equals in Python."""

from datetime import date, datetime
from functools import cache
from inspect import Parameter, Signature

from opsbook.engine.functions.answers import Answers
from opsbook.engine.functions.boundary import Guarded
from opsbook.engine.functions.elementwise import each
from opsbook.engine.functions.figures import figure
from opsbook.engine.functions.inputs import Cell, Cells
from opsbook.features.contents import catalog
from opsbook.metrics.evaluate import evaluate
from opsbook.metrics.expr import Expr
from opsbook.model.records.function import Argument, Function
from opsbook.model.values import serial, serial_time
from opsbook.vba.metric import metric_functions, worksheet_metrics


class MetricFunction(Guarded[...]):
    """A metric's worksheet function in plain Python.

    Args:
        expr: the metric's expression.
        function: its record.
    """

    def __init__(self, expr: Expr, function: Function) -> None:
        names = [argument.name for argument in function.arguments]

        def calculate(*cells: Cells) -> object:
            given = dict(zip(names, cells, strict=True))
            return each(lambda *numbers: evaluate(expr, dict(zip(names, numbers, strict=True))), given, read=_counted)

        calculate.__name__ = calculate.__qualname__ = function.name
        calculate.__doc__ = f"{function.help.en}\n\nReturns:\n    One value, or one per cell of the ranges."
        super().__init__(calculate, function)
        self.__signature__ = Signature([_parameter(argument) for argument in function.arguments])

    def __call__(self, *args: Cells, **kwargs: Cells) -> Answers:
        """Answer with the metric of one set of figures, or of each row of whole ranges."""
        given = self.__signature__.bind(*args, **kwargs)
        given.apply_defaults()
        return super().__call__(*given.args)


def _parameter(argument: Argument) -> Parameter:
    default = None if argument.optional else Parameter.empty
    return Parameter(argument.name, Parameter.POSITIONAL_OR_KEYWORD, default=default, annotation=Cells)


def _counted(cell: Cell, argument: str, row: int, column: int) -> float | None:
    """A cell as Excel counts it: the twins take a day for its serial number."""
    if isinstance(cell, date):
        return serial_time(cell) if isinstance(cell, datetime) else float(serial(cell))
    return figure(cell, argument, row, column)


@cache
def _functions() -> dict[str, MetricFunction]:
    pairs = zip(worksheet_metrics(catalog()), metric_functions(catalog()), strict=True)
    return {function.name: MetricFunction(metric.expr, function) for metric, function in pairs}


def metric_function(name: str) -> MetricFunction:
    """The function of a metric, so that a new metric has one without another line of code.

    Raises:
        AttributeError: no metric has a function of that name.
    """
    if name in _functions():
        return _functions()[name]
    raise AttributeError(name)
