"""What IronCalc calculates otherwise than Excel documents, of all that OpsBook's formulas are made of."""

import re

from opsbook.hosts.office.engine import Gap
from opsbook.model.language import Label
from opsbook.model.values import Value

_FIGURE = re.compile(r"([-−+]?)(\d[\d,]*(?:\.\d+)?)")


def a_rounding_apart(shown: Value, now: Value) -> bool:
    """Whether two texts say the same but for signs of figures and one in their last places.

    >>> a_rounding_apart("≥ 2.39%", "≥ 2.38%"), a_rounding_apart("-1", "1"), a_rounding_apart("2.39%", "2.36%")
    (True, True, False)
    """
    if not isinstance(shown, str) or not isinstance(now, str) or _FIGURE.split(shown)[::3] != _FIGURE.split(now)[::3]:
        return False
    pairs = zip(_FIGURE.finditer(shown), _FIGURE.finditer(now), strict=True)
    return all(_apart(one[2].replace(",", ""), other[2].replace(",", "")) for one, other in pairs)


def _apart(one: str, other: str) -> bool:
    places = [len(figure.partition(".")[2]) for figure in (one, other)]
    steps = abs(int(one.replace(".", "")) - int(other.replace(".", "")))
    return places[0] == places[1] and steps <= 1


def anything(shown: Value, now: Value) -> bool:
    """Whatever the engine says."""
    del shown, now
    return True


GAPS: tuple[Gap, ...] = (
    Gap(
        "text-of-halves-and-negatives",
        re.compile(r"\bTEXT\("),
        Label(
            "TEXT：Excel 逢五进一，负数带负号；IronCalc 有时逢五不进，整数格式的负数会丢负号",
            "TEXT: Excel rounds halves away from zero and keeps the minus sign; IronCalc rounds some halves down and loses the "
            "sign in formats without decimals",
        ),
        a_rounding_apart,
    ),
    Gap(
        "criteria-unlike-a-text",
        re.compile(r'\b(?:COUNT|SUM|AVERAGE)IFS\([^"]*(?:"[^"]*"[^"]*)*"<>[^"]+"'),
        Label(
            "COUNTIFS、SUMIFS、AVERAGEIFS 的条件写「<>文字」：Excel 把空白格和数字也算作不等于，IronCalc 不算",
            "COUNTIFS, SUMIFS and AVERAGEIFS with a criterion <>text: to Excel blanks and numbers are unlike the text as well, to "
            "IronCalc they are not",
        ),
        anything,
    ),
)
"""Every one with its reason; a test fails when IronCalc agrees with Excel again."""
