"""A metric as a worksheet function of its own: VBA that Excel runs without Python.

The functions it calls (`Plus`, `Over` …) stand in the generated module; when a value is missing is decided there, once.
"""

from collections.abc import Iterator
from dataclasses import fields
from functools import cache, singledispatch

from opsbook.metrics.expr import Constant, Difference, Expr, FirstKnown, Product, Ratio, Setting, Sum, Total
from opsbook.metrics.words import setting_label, words
from opsbook.model.catalog import Catalog
from opsbook.model.errors import FormulaError
from opsbook.model.language import Label
from opsbook.model.records.function import Argument, Function
from opsbook.model.records.metric import Metric
from opsbook.model.units import Unit

CATEGORY = Label("OpsBook 指标", "OpsBook metrics")
_UNITS = {
    Unit.COUNT: Label("个数", "a count"),
    Unit.AMOUNT: Label("元", "yuan"),
    Unit.PRICE: Label("元", "yuan"),
    Unit.RATE: Label("0 到 1 的比率，如 0.35", "a rate from 0 to 1, such as 0.35"),
    Unit.CONVERSION: Label("0 到 1 的比率，如 0.03", "a rate from 0 to 1, such as 0.03"),
    Unit.RATIO: Label("倍数", "times"),
    Unit.SECONDS: Label("秒", "seconds"),
    Unit.HOURS: Label("小时", "hours"),
    Unit.SCORE: Label("评分", "a score"),
}
_FUNCTION_HELP = Label(
    "{label} = {words}。缺一项数据或除数为 0 时留空。",
    "{label} = {words}. Empty where a part is missing or divides by zero.",
)
_ARGUMENT_HELP = Label("{label}（{unit}），一个单元格或一片区域", "{label} ({unit}): one cell or a range")
_OPTIONAL_HELP = Label("{help}，可不填", "{help}; may be left out")


@singledispatch
def vba(expr: Expr) -> str:
    """Write a metric as a VBA expression over its arguments.

    Args:
        expr: the metric's expression.

    Returns:
        Calls of the module's own functions, nested as the expression is.

    >>> vba(Ratio(Total("buyers"), Total("visitors")))
    'Over(buyers, visitors)'
    """
    raise FormulaError("formula-unwritable", formula=type(expr).__name__)


@vba.register
def _(expr: Total) -> str:
    return expr.field


@vba.register
def _(expr: Setting) -> str:
    return expr.name


@vba.register
def _(expr: Constant) -> str:
    digits = repr(float(expr.number)).removesuffix(".0").upper()
    return f"{digits}#"  # a Double: whole numbers alone would overflow at 32,767


@vba.register
def _(expr: Sum) -> str:
    return f"Plus({vba(expr.left)}, {vba(expr.right)})"


@vba.register
def _(expr: Difference) -> str:
    return f"Less({vba(expr.left)}, {vba(expr.right)})"


@vba.register
def _(expr: Product) -> str:
    return f"Times({vba(expr.left)}, {vba(expr.right)})"


@vba.register
def _(expr: Ratio) -> str:
    return f"{'OverPositive' if expr.positive else 'Over'}({vba(expr.over)}, {vba(expr.under)})"


@vba.register
def _(expr: FirstKnown) -> str:
    return f"FirstKnown({vba(expr.first)}, {vba(expr.second)})"


def function_name(metric: Metric) -> str:
    """Name of a metric's worksheet function."""
    return f"OPS_{metric.id.upper()}"


def worksheet_metrics(catalog: Catalog) -> tuple[Metric, ...]:
    """Metrics that are calculated, each of which is a worksheet function; one that is only imported is none."""
    return tuple(metric for metric in catalog.metrics.values() if not isinstance(metric.expr, Total))


@cache
def metric_functions(catalog: Catalog) -> tuple[Function, ...]:
    """Describe the worksheet function of every calculated metric.

    Returns:
        One function per metric in the registry's order; arguments are field ids (and `cost_rate`) in order of first
        appearance, optional at the end where the metric has another way to know them.
    """
    return tuple(_function(metric, catalog) for metric in worksheet_metrics(catalog))


def _function(metric: Metric, catalog: Catalog) -> Function:
    names = tuple(dict.fromkeys(_operands(metric.expr)))
    needed = set(_operands(metric.expr, needed=True))
    required = max(place for place, name in enumerate(names, 1) if name in needed)
    arguments = tuple(_argument(name, catalog, optional=place >= required) for place, name in enumerate(names))
    return Function(function_name(metric), _help(metric, catalog), arguments, CATEGORY)


def _operands(expr: Expr, *, needed: bool = False) -> Iterator[str]:
    """Fields and settings in reading order; with `needed` only those without which there is no value."""
    if isinstance(expr, Total):
        yield expr.field
    elif isinstance(expr, Setting):
        yield expr.name
    elif not (needed and isinstance(expr, FirstKnown)):
        for part in fields(expr):  # type: ignore[arg-type]
            value = getattr(expr, part.name)
            if isinstance(value, Expr):
                yield from _operands(value, needed=needed)


def _help(metric: Metric, catalog: Catalog) -> Label:
    zh, en = (
        _FUNCTION_HELP[lang].format(label=metric.label[lang], words=words(metric.expr, lang, catalog))
        for lang in ("zh", "en")
    )
    return Label(zh, en)


def _argument(name: str, catalog: Catalog, *, optional: bool) -> Argument:
    if name in catalog.fields:
        label, unit = catalog.fields[name].label, catalog.fields[name].unit
    else:
        label, unit = setting_label(catalog, name), Unit.RATE
    zh, en = (_ARGUMENT_HELP[lang].format(label=label[lang], unit=_UNITS[unit][lang]) for lang in ("zh", "en"))
    help_ = Label(zh, en)
    if optional:
        help_ = Label(_OPTIONAL_HELP.zh.format(help=zh), _OPTIONAL_HELP.en.format(help=en))
    return Argument(name, help_, optional)
