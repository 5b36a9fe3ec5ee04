"""What IronCalc calculates otherwise than Excel documents, of all that OpsBook's formulas are made of."""

import re

from opsbook.hosts.office.engine import Gap
from opsbook.model.language import Label
from opsbook.model.values import Value

# Asked of many cells at once, IronCalc looks at one of them.
ONE_VALUE_FUNCTIONS = (
    *("ISNUMBER", "ISTEXT", "ISBLANK", "ISERROR", "LEN", "LEFT", "TRIM", "UPPER", "ABS", "INT", "SIGN"),
    *("ROUND", "ROUNDUP", "ROUNDDOWN", "MOD", "YEAR", "MONTH", "DAY"),
)
_CELLS = r"(?:\w+\[[^\[\]]+\]|(?:(?:'[^']+'|\w+)!)?\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)"
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
        "one-value-functions-in-sumproduct",
        re.compile(rf"\bSUMPRODUCT\(.*\b(?:{'|'.join(ONE_VALUE_FUNCTIONS)})\({_CELLS}", re.DOTALL),
        Label(
            "SUMPRODUCT 里对整列用 ISNUMBER、LEN、ABS 等函数：Excel 把 SUMPRODUCT 的参数当数组，逐行计算；IronCalc 只看公式所在的那一行",
            "ISNUMBER, LEN, ABS and the like of a whole column inside SUMPRODUCT: Excel takes SUMPRODUCT's arguments for "
            "arrays and asks every row; IronCalc asks the formula's own row only",
        ),
    ),
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
