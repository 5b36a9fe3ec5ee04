"""A formula as the workbook file stores it, without the leading '='."""

import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any

from opsbook.formulas.node import Binary, Call, Cell, Column, Literal, Name, Node, Position
from opsbook.model.errors import FormulaError

Labels = Callable[[str, str], str]
"""Header of a column, by table name and column id."""

_ALLOWED = """ABS AND AVERAGEIFS CHOOSE COUNT COUNTA COUNTIFS DATE DAY EOMONTH HYPERLINK IF INDEX ISNUMBER LARGE LEFT LEN LN MATCH
MAX MEDIAN MID MIN MONTH NOT OR REPT ROUND ROUNDUP ROWS SMALL SQRT SUBTOTAL SUM SUMIFS SUMPRODUCT TEXT WEEKDAY YEAR"""
FUNCTIONS = frozenset(_ALLOWED.split())
"""What Excel 2016, WPS and LibreOffice all compute alike; nothing volatile, nothing that hides errors. ROW stands only for a row's place in its table."""

_LEVEL = {"=": 1, "<>": 1, "<": 1, "<=": 1, ">": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4}
_LONGEST_TEXT = 255  # Excel refuses a longer text inside a formula
_PLAIN = re.compile(r"[\w ]+")


def text(node: Node, labels: Labels) -> str:
    """Write a formula the way an .xlsx file stores it.

    Args:
        node: the formula.
        labels: gives the header of a column, by table name and column id.

    Returns:
        The formula without the leading '='.

    Raises:
        FormulaError: a function OpsBook does not use, or a text Excel would refuse.

    >>> text(Cell("ShopDay", "gmv") / 2, lambda table, column: "支付金额")
    'ShopDay[[#This Row],[支付金额]]/2'
    """
    write = _WRITERS.get(type(node))
    if write is None:
        raise FormulaError("formula-unwritable", formula=type(node).__name__)
    return write(node, labels)


def _literal(node: Literal, labels: Labels) -> str:
    del labels
    value = node.value
    if isinstance(value, str):
        if value.startswith("=") or len(value) > _LONGEST_TEXT:
            raise FormulaError("formula-unwritable", formula=value)
        return '"' + value.replace('"', '""') + '"'
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if not math.isfinite(value):
        raise FormulaError("formula-unwritable", formula=str(value))
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value).upper()


def _name(node: Name, labels: Labels) -> str:
    del labels
    return node.name


def _cell(node: Cell, labels: Labels) -> str:
    return f"{node.table}[[#This Row],[{bracketed_name(labels(node.table, node.column))}]]"


def _column(node: Column, labels: Labels) -> str:
    return f"{node.table}{bracketed(labels(node.table, node.column))}"


def _position(node: Position, labels: Labels) -> str:
    return f"(ROW()-ROW({node.table}[[#Headers],[{bracketed_name(labels(node.table, node.column))}]]))"


def _binary(node: Binary, labels: Labels) -> str:
    level = _LEVEL[node.operator]
    left = _operand(node.left, level, labels)
    # equal precedence on the right keeps its brackets: a+(b+c) is another sum of floats than a+b+c
    right = _operand(node.right, level if node.operator == "&" else level + 1, labels)
    return left + node.operator + right


def _call(node: Call, labels: Labels) -> str:
    if node.function not in FUNCTIONS:
        raise FormulaError("formula-function", function=node.function)
    return f"{node.function}({','.join(text(argument, labels) for argument in node.arguments)})"


# A table and not singledispatch, which would take longer to choose than the writers to write: every run of a command
# writes tens of thousands of parts.
_WRITERS: dict[type[Node], Callable[[Any, Labels], str]] = {
    Literal: _literal,
    Name: _name,
    Cell: _cell,
    Column: _column,
    Position: _position,
    Binary: _binary,
    Call: _call,
}


def show(node: Node) -> str:
    """A formula with column ids in place of headers, for messages."""
    return text(node, lambda _table, column: column)


def _operand(node: Node, level: int, labels: Labels) -> str:
    words = text(node, labels)
    return f"({words})" if isinstance(node, Binary) and _LEVEL[node.operator] < level else words


@cache
def bracketed(header: str) -> str:
    """A whole column behind its table's name.

    >>> bracketed("Page views"), bracketed("Views #1")
    ('[Page views]', "[[Views '#1]]")
    """
    name = bracketed_name(header)
    return f"[{name}]" if _PLAIN.fullmatch(header) else f"[[{name}]]"


def bracketed_name(header: str) -> str:
    """A header inside a structured reference: brackets, # and ' are marked with an apostrophe."""
    return re.sub(r"([\[\]#'])", r"'\1", header)
