"""A metric in words, for the help sheet and tooltips."""

from functools import singledispatch

from opsbook.metrics.expr import Constant, Difference, Expr, FirstKnown, Product, Ratio, Setting, Sum, Total
from opsbook.model.catalog import Catalog
from opsbook.model.errors import FormulaError
from opsbook.model.language import Label, Lang

_SUMS = (Sum, Difference)
_IF_BLANK = Label("{first}（空白则 {second}）", "{first} (if blank, {second})")


@singledispatch
def words(expr: Expr, lang: Lang, catalog: Catalog) -> str:
    """Say how a metric is calculated.

    Args:
        expr: the metric's expression.
        lang: the workbook's language.
        catalog: what knows the names of fields, settings and other metrics.
    """
    del lang, catalog
    raise FormulaError("formula-unreadable", formula=type(expr).__name__)


@words.register
def _(expr: Total, lang: Lang, catalog: Catalog) -> str:
    return catalog.fields[expr.field].label[lang]


@words.register
def _(expr: Setting, lang: Lang, catalog: Catalog) -> str:
    return setting_label(catalog, expr.name)[lang]


@words.register
def _(expr: Constant, lang: Lang, catalog: Catalog) -> str:
    del lang, catalog
    return f"{expr.number:,g}"


@words.register
def _(expr: Sum, lang: Lang, catalog: Catalog) -> str:
    return f"{_said(expr.left, lang, catalog)} + {_said(expr.right, lang, catalog)}"


@words.register
def _(expr: Difference, lang: Lang, catalog: Catalog) -> str:
    return f"{_said(expr.left, lang, catalog)} − {_said(expr.right, lang, catalog, _SUMS)}"


@words.register
def _(expr: Product, lang: Lang, catalog: Catalog) -> str:
    return f"{_said(expr.left, lang, catalog, _SUMS)} × {_said(expr.right, lang, catalog, (*_SUMS, Ratio))}"


@words.register
def _(expr: Ratio, lang: Lang, catalog: Catalog) -> str:
    return f"{_said(expr.over, lang, catalog, _SUMS)} ÷ {_said(expr.under, lang, catalog, (*_SUMS, Ratio, Product))}"


@words.register
def _(expr: FirstKnown, lang: Lang, catalog: Catalog) -> str:
    return _IF_BLANK[lang].format(first=_said(expr.first, lang, catalog), second=_said(expr.second, lang, catalog))


def _said(expr: Expr, lang: Lang, catalog: Catalog, bracketed: tuple[type[Expr], ...] = ()) -> str:
    """A part: by its name where it is a metric itself, in brackets where they are needed."""
    for metric in catalog.metrics.values():
        if metric.expr == expr and not isinstance(expr, Total):
            return metric.label[lang]
    said = words(expr, lang, catalog)
    return f"({said})" if isinstance(expr, bracketed) else said


def setting_label(catalog: Catalog, name: str) -> Label:
    """What a setting that metrics use is called."""
    return next(one.label for one in catalog.every_setting if one.name == name)
