"""Formulas as different programs spell them: when two texts mean the same, and how a text moves with its cell."""

import re
from functools import lru_cache

from opsbook.ooxml.addresses import Area, column_letters, column_number

_PARTS = re.compile(r"(\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*'(?=!)|\[(?:[^\[\]]|\[[^\[\]]*\])*\])")
_PREFIX = re.compile(r"_XLFN\.|_XLWS\.|_XLPM\.")
_NUMBER = re.compile(r"(?<![\w.$])\d+\.?\d*(?:E[+-]?\d+)?(?![\w.(!:])")
_THIS_ROW = re.compile(r"\w+(?=\[\[#THIS ROW\])")
_REFERENCE = re.compile(
    r"\"(?:[^\"]|\"\")*\"|\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
    r"|((?:'(?:[^']|'')*'|[\w.]+)!)?(?<![\w.$])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!\[])",
)


def same_formula(one: str, other: str) -> bool:
    """Whether two formula texts mean the same formula, however a program spelled them.

    >>> same_formula("sum( T[a] )", "SUM(T[a])")
    True
    """
    return one == other or plain_formula(one) == plain_formula(other)


@lru_cache(maxsize=4096)
def plain_formula(text: str) -> str:
    """A formula's text in the one spelling that all programs' spellings of it have in common."""
    parts = _PARTS.split(text.strip().removeprefix("="))
    plain = "".join(_plain_part(part) for part in parts)
    return _THIS_ROW.sub("", plain).replace("TRUE()", "TRUE").replace("FALSE()", "FALSE")


def _plain_part(part: str) -> str:
    if part.startswith('"'):
        return part
    if part.startswith("'"):
        return part.upper()
    if part.startswith("["):
        return _plain_brackets(part.upper())
    part = _PREFIX.sub("", re.sub(r"\s+", "", part).upper())
    return _NUMBER.sub(lambda found: repr(float(found[0])), part)


def _plain_brackets(part: str) -> str:
    part = re.sub(r"\]\s*,\s*\[", "],[", part)
    if part.startswith("[@["):
        return f"[[#THIS ROW],{part[2:]}"
    if part.startswith("[@"):
        return f"[[#THIS ROW],[{part[2:-1]}]]"
    return part


def spelled_out(formula: str, rows: int, columns: int) -> str:
    """A shared formula as the cell that many rows and columns away from its first cell reads it."""
    # Not openpyxl's Translator: it leaves @B2 and B2:INDEX(…) where they are, loses Sheet1!#REF!, and knows no A1#, #SPILL!.

    def move(found: re.Match[str]) -> str:
        sheet, fixed_column, letters, fixed_row, row = found.groups()
        if letters is None:
            return found[0]
        column = column_number(letters) + (0 if fixed_column else columns)
        line = int(row) + (0 if fixed_row else rows)
        if column < 1 or line < 1:
            return "#REF!"
        return f"{sheet or ''}{fixed_column}{column_letters(column)}{fixed_row}{line}"

    return _REFERENCE.sub(move, formula)


def moved(formula: str, rows: int, body: Area, sheet: str) -> str:
    """A formula after its table row moved: relative references into the moving rows go along, all others stay."""

    def move(found: re.Match[str]) -> str:
        prefix, fixed_column, letters, fixed_row, row = found.groups()
        if letters is None or fixed_row or not body.holds(int(row), column_number(letters)):
            return found[0]
        if prefix and prefix[:-1].strip("'").replace("''", "'") != sheet:
            return found[0]
        return f"{prefix or ''}{fixed_column}{letters}{int(row) + rows}"

    return _REFERENCE.sub(move, formula)
