"""Formulas as Excel spells them and as LibreOffice's API does: separators, sheets, constants in braces."""

import functools
import re

_PIECES = re.compile(r'("(?:[^"]|"")*"|\[(?:[^\[\]]|\[[^\[\]]*\])*\]|[{}])')
_EXCEL_SHEET = re.compile(r"('(?:[^']|'')+'|[^\W\d]\w*)!(?=\$?[A-Z]{1,3}\$?\d)")
_CALC_SHEET = re.compile(r"\$?('(?:[^']|'')+'|[^\W\d]\w*)\.(?=\$?[A-Z]{1,3}\$?\d)")
_ADDIN = "COM.SUN.STAR.SHEET.ADDIN.ANALYSIS.GET"  # LibreOffice's API knows these functions by their makers' names
_ANALYSIS = re.compile(r"\b(EDATE|EOMONTH|NETWORKDAYS|WORKDAY)(?=\()", re.IGNORECASE)
_OUTSIDE, _INSIDE = str.maketrans({",": ";"}), str.maketrans({",": ";", ";": "|"})


def to_calc(formula: str) -> str:
    """An Excel formula as LibreOffice reads it.

    >>> to_calc("=IF('a b'!A1>0,SUM(T[[#This Row],[x]],{1,2;3,4}),\\",\\")")
    "=IF($'a b'.A1>0;SUM(T[[#This Row];[x]];{1;2|3;4});\\",\\")"
    """
    return _spelled(
        formula,
        _OUTSIDE,
        _INSIDE,
        lambda text: _ANALYSIS.sub(_ADDIN + r"\1", _EXCEL_SHEET.sub(r"$\1.", text)),
        ("],[", "];["),
    )


@functools.lru_cache(maxsize=65536)
def to_excel(formula: str) -> str:
    """A formula of LibreOffice's as Excel reads it; the way back of `to_calc`."""
    outside, inside = str.maketrans({";": ","}), str.maketrans({";": ",", "|": ";"})
    return _spelled(
        formula, outside, inside, lambda text: _CALC_SHEET.sub(r"\1!", text.replace(_ADDIN, "")), ("];[", "],[")
    )


def _spelled(formula, outside, inside, sheets, brackets):
    depth, said = 0, ""
    for piece in _PIECES.split(formula):
        depth += {"{": 1, "}": -1}.get(piece, 0)
        if piece.startswith("["):
            said += piece.replace(*brackets)
        elif piece.startswith('"'):
            said += piece
        else:
            said += sheets(piece.translate(inside if depth else outside))
    return said
