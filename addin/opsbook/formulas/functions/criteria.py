"""The criteria of SUMIFS, COUNTIFS and AVERAGEIFS."""

import math
import operator
import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, Context
from functools import lru_cache
from typing import Any

from opsbook.formulas.coerce import NEARLY, PLAIN, joined, parse_number
from opsbook.model.values import Value, is_number

Test = Callable[[Value], bool]

_PREFIX = re.compile(r"(<>|>=|<=|>|<|=)?(.*)", re.DOTALL)
_DIGITS = 15
"""More digits than these are zeros to a criterion, as to every number Excel reads: two ids of 19 digits may be one to it."""
_READ_BY_EXCEL = Context(prec=_DIGITS, rounding=ROUND_DOWN)
_ORDERED = {">": operator.gt, "<": operator.lt, ">=": operator.ge, "<=": operator.le}


@dataclass(frozen=True, slots=True, eq=False)
class Criterion:
    """What a row must satisfy; one is like another only if it is the same.

    Args:
        test: whether a cell satisfies it.
        keys: `normal` values whose rows satisfy it; empty where only the test can tell.
        low: no smaller number satisfies it.
        high: no larger number satisfies it.
        sure: every number beyond satisfies it: a larger one where there is a `low`, a smaller one where there is a `high`.
    """

    test: Test
    keys: tuple[Hashable, ...] = ()
    low: float = -math.inf
    high: float = math.inf
    sure: float = math.nan

    def passed(self, rows: Sequence[int], values: Sequence[Value]) -> list[int]:
        """The rows, among some, whose cell in a column satisfies it; numbers far from a bound need no test."""
        test, low, high, sure = self.test, self.low, self.high, self.sure
        seen: list[tuple[int, Any]] = [(row, values[row]) for row in rows]
        if not math.isfinite(sure):
            return [row for row, cell in seen if test(cell)]
        if low > -math.inf:
            return [
                row
                for row, cell in seen
                if (cell > sure or (cell >= low and test(cell)) if type(cell) in PLAIN else test(cell))
            ]
        return [
            row
            for row, cell in seen
            if (cell < sure or (cell <= high and test(cell)) if type(cell) in PLAIN else test(cell))
        ]


@lru_cache(maxsize=4096, typed=True)
def criterion(value: Value) -> Criterion:
    """Read a criterion: a value to equal, or a text such as `">=46338"` or `"<>x"`."""
    if value is None:
        return _equal_number(0)  # a blank criterion cell counts as 0
    if isinstance(value, bool):
        return Criterion(lambda cell: cell is value)
    if not isinstance(value, str):
        return _equal_number(value)
    sign, rest = _PREFIX.fullmatch(value).groups()  # type: ignore[union-attr]
    figure = _spelled(rest)
    if sign in _ORDERED:
        return Criterion(_ordered_text(sign, rest)) if figure is None else _ordered_number(sign, figure)
    same = _same_text(sign, rest) if figure is None else _equal_number(figure, rest)
    return Criterion(lambda cell: not same.test(cell)) if sign == "<>" else same


def _equal_number(figure: float, spelled: str = "") -> Criterion:
    """Digits stored as text equal the number too, as in Excel; of more than 15 digits, several texts are one number."""
    known = () if abs(figure) >= 10**_DIGITS else (figure, spelled or joined(figure))
    return Criterion(lambda cell: _is(cell, figure), tuple(dict.fromkeys(known)))


def _is(cell: Value, figure: float) -> bool:
    seen = _spelled(cell) if isinstance(cell, str) else cell
    return is_number(seen) and seen == figure


def _spelled(text: str) -> float | None:
    """The number a text spells to a criterion, whose first 15 digits count."""
    figure = parse_number(text)
    if figure is None or len(text) <= _DIGITS:
        return figure
    return float(_READ_BY_EXCEL.create_decimal(text.strip()))


def _ordered_number(sign: str, bound: float) -> Criterion:
    holds = _ORDERED[sign]
    with_equal = sign in {">=", "<="}

    def test(cell: Value) -> bool:
        if type(cell) not in PLAIN and not is_number(cell):
            return False
        # `nearly`, spelled out: this is asked of more cells than anything else
        if cell == bound or abs(cell - bound) < abs(cell) * NEARLY:  # type: ignore[operator, arg-type]
            return with_equal
        return holds(cell, bound)  # type: ignore[arg-type, no-any-return]

    slack = abs(bound) * 1e-12  # wider than `nearly`: the bounds only narrow the search, the test decides
    if sign[0] == ">":
        return Criterion(test, low=bound - slack, sure=bound + slack)
    return Criterion(test, high=bound + slack, sure=bound - slack)


def _ordered_text(sign: str, bound: str) -> Test:
    holds, low = _ORDERED[sign], bound.lower()
    return lambda cell: isinstance(cell, str) and holds(cell.lower(), low)


def _same_text(sign: str | None, wanted: str) -> Criterion:
    if not wanted:  # "=" and "<>" speak of truly blank cells, "" of cells that look blank
        return Criterion((lambda cell: cell is None) if sign else (lambda cell: cell is None or cell == ""))
    if any(mark in wanted for mark in "*?~"):
        pattern = wildcard(wanted)
        return Criterion(lambda cell: isinstance(cell, str) and pattern.fullmatch(cell) is not None)
    low = wanted.lower()
    return Criterion(lambda cell: isinstance(cell, str) and cell.lower() == low, (low,))


def wildcard(wanted: str) -> re.Pattern[str]:
    """A text with Excel's wildcards as a pattern: * any text, ? any character, ~ takes the next one literally."""
    parts = re.findall(r"~[*?~]|[*?]|.", wanted, re.DOTALL)
    known = {"*": ".*", "?": "."}
    pattern = "".join(known.get(part, re.escape(part[-1])) for part in parts)
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)
