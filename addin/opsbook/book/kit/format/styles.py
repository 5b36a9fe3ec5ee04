"""Palette, number formats and cell kinds of the workbook: one accent, one card, one table.

Properties use Excel's words (font_color, bg_color, num_format, bottom ...); a host translates them.
"""

from typing import Any

from opsbook.model.language import Lang
from opsbook.model.schema import Kind
from opsbook.model.units import Unit

Look = dict[str, Any]  # format properties in Excel's words

INK, SOFT, FAINT = "#1B2733", "#5A6773", "#65717D"
GROUND, PAPER, LINE, RULE = "#F2F4F6", "#FFFFFF", "#E2E7EC", "#B9C3CC"
NAVY, ACCENT, MID, TINT = "#17324D", "#1F5F99", "#8CB1D2", "#E8F0F7"
BAND, BAND_TEXT = "#D2E1EE", "#C5D3E0"
GOOD, GOOD_BG = "#0B6E4F", "#E0F1E9"
WARN, WARN_BG = "#8A5A00", "#FCEFCF"
MUTE_BG = "#E8ECF0"  # under a word that stands where a light would be
BAD, BAD_BG = "#B3261E", "#FBE4E1"
YOURS, YOURS_BG, YOURS_LINE = "#1F5F99", "#FFF9E2", "#E6D9A6"
FORMULA_BG = "#F6F8FA"
UP, DOWN = "#3FA083", "#A8382B"
FONT = "微软雅黑"

INT, PCT1, PCT2, RATIO, DECIMAL = "#,##0", "0.0%", "0.00%", "0.00", "0.0"
DAY, DAY_LONG = "mm-dd", "yyyy-mm-dd"
SIGNED = '+0.00;"−"0.00;0.00'  # Excel wants signs it does not know in quotes
SHARE = '[>=9.995]">999%";0.0%'  # attainment in a narrow cell: never ####
DELTA = '"▲ "0.0%;"▼ "0.0%;"– "0.0%'
DELTA_PP = '"▲ "0.00"pp";"▼ "0.00"pp";"– "0.00"pp"'

KINDS: dict[Kind, Look] = {
    Kind.FACT: {"bg_color": PAPER, "font_color": INK},
    Kind.FORMULA: {"bg_color": FORMULA_BG, "font_color": INK},
    Kind.YOURS: {"bg_color": YOURS_BG, "font_color": YOURS},
}

NUMBER: dict[Unit, str] = {
    Unit.COUNT: INT,
    Unit.AMOUNT: INT,
    Unit.PRICE: RATIO,
    Unit.RATE: PCT1,
    Unit.CONVERSION: PCT2,
    Unit.RATIO: RATIO,
    Unit.SECONDS: INT,
    Unit.HOURS: DECIMAL,
    Unit.SCORE: RATIO,
    Unit.DATE: DAY,
    Unit.ID: "@",
}

_SUFFIX = {
    Unit.AMOUNT: ("（元）", "(CNY)"),
    Unit.PRICE: ("（元）", "(CNY)"),
    Unit.SECONDS: ("（秒）", "(s)"),
    Unit.HOURS: ("（小时）", "(h)"),
}


def big(lang: Lang, prefix: str = "") -> str:
    """Number format of a large figure: shortened from a million on, full below."""
    lead = f'"{prefix}"' if prefix else ""
    if lang == "zh":
        return f'[>=100000000]{lead}0\\.00,,"亿";[>=1000000]{lead}0\\.0,"万";{lead}#,##0'
    return f'[>=1000000000]{lead}0.00,,,"B";[>=1000000]{lead}0.00,,"M";{lead}#,##0'


def unit_suffix(unit: Unit, lang: Lang) -> str:
    """The unit as shown under a header; empty for plain numbers."""
    return _SUFFIX.get(unit, ("", ""))[0 if lang == "zh" else 1]


def pad(number: str) -> str:
    """Room of one digit on the right, in every section (LibreOffice drops a right indent beside some cells)."""
    return ";".join(part + "_0" for part in number.split(";"))


def side(align: str) -> Look:
    """Alignment of a text cell."""
    return {"align": align} if align == "center" else {"align": align, "indent": 1}


def figure(number: str) -> Look:
    """Alignment and format of a number cell."""
    return {"align": "right", "num_format": pad(number)}
