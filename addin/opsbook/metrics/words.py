"""A metric in words, for the help sheet and tooltips."""

from functools import singledispatch

from opsbook.features.daily.fields import FIELD
from opsbook.features.daily.metrics import METRICS
from opsbook.metrics.expr import Constant, Difference, Expr, FirstKnown, Product, Ratio, Setting, Sum, Total
from opsbook.model.errors import FormulaError
from opsbook.model.language import Label, Lang

SETTINGS: dict[str, Label] = {"cost_rate": Label("成本率", "Cost rate")}
"""Names of the settings metrics use."""

_NAMED: dict[Expr, Label] = {metric.expr: metric.label for metric in METRICS if not isinstance(metric.expr, Total)}
_SUMS = (Sum, Difference)
_IF_BLANK = Label("{first}（空白则 {second}）", "{first} (if blank, {second})")


@singledispatch
def words(expr: Expr, lang: Lang) -> str:
    """Say how a metric is calculated.

    Args:
        expr: the metric's expression.
        lang: the workbook's language.

    >>> words(Ratio(Total("buyers"), Total("visitors")), "zh")
    '支付买家数 ÷ 访客数'
    """
    del lang
    raise FormulaError("formula-unreadable", formula=type(expr).__name__)


@words.register
def _(expr: Total, lang: Lang) -> str:
    return FIELD[expr.field].label[lang]


@words.register
def _(expr: Setting, lang: Lang) -> str:
    return SETTINGS[expr.name][lang]


@words.register
def _(expr: Constant, lang: Lang) -> str:
    del lang
    return f"{expr.number:,g}"


@words.register
def _(expr: Sum, lang: Lang) -> str:
    return f"{_said(expr.left, lang)} + {_said(expr.right, lang)}"


@words.register
def _(expr: Difference, lang: Lang) -> str:
    return f"{_said(expr.left, lang)} − {_said(expr.right, lang, _SUMS)}"


@words.register
def _(expr: Product, lang: Lang) -> str:
    return f"{_said(expr.left, lang, _SUMS)} × {_said(expr.right, lang, (*_SUMS, Ratio))}"


@words.register
def _(expr: Ratio, lang: Lang) -> str:
    return f"{_said(expr.over, lang, _SUMS)} ÷ {_said(expr.under, lang, (*_SUMS, Ratio, Product))}"


@words.register
def _(expr: FirstKnown, lang: Lang) -> str:
    return _IF_BLANK[lang].format(first=_said(expr.first, lang), second=_said(expr.second, lang))


def _said(expr: Expr, lang: Lang, bracketed: tuple[type[Expr], ...] = ()) -> str:
    """A part: by its name where it is a metric itself, in brackets where they are needed."""
    if expr in _NAMED:
        return _NAMED[expr][lang]
    said = words(expr, lang)
    return f"({said})" if isinstance(expr, bracketed) else said
