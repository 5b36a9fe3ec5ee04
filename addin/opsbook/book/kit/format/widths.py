"""How wide a column must be for its figures and its header (pixels, at the digit width of 7)."""

from opsbook.book.kit.format.styles import unit_suffix
from opsbook.model.language import Lang
from opsbook.model.schema import Column
from opsbook.model.units import Unit

FIGURE = {
    Unit.COUNT: 72,
    Unit.AMOUNT: 88,
    Unit.PRICE: 72,
    Unit.RATE: 68,
    Unit.CONVERSION: 72,
    Unit.RATIO: 68,
    Unit.SECONDS: 68,
    Unit.HOURS: 72,
    Unit.SCORE: 68,
    Unit.DATE: 92,
    Unit.TEXT: 96,
    Unit.ID: 112,
    Unit.FLAG: 60,
}
CHARACTER = {"zh": 12, "en": 7}  # pixels of one header character at 9 points, bold
PADDING = 24
WIDER = 1.35  # English texts against Chinese ones


def column_width(column: Column, lang: Lang, wanted: int | None = None, *, lit: bool = False) -> int:
    """Room for the figure, its light and the header: one line in Chinese, two in English unless a unit stands below.

    Args:
        column: the column.
        lang: language of header and texts.
        wanted: pixels that suit its Chinese texts, instead of the unit's usual width.
        lit: whether its figures carry a light.
    """
    # Chinese breaks anywhere, and leaves a single character on the second line
    lines = 1 if lang == "zh" or unit_suffix(column.unit, lang) else 2
    header = _header(column.label[lang], lang, lines) + PADDING
    usual = FIGURE[column.unit] + (14 if lit else 0)
    if wanted and lang == "en" and column.unit is Unit.TEXT:
        wanted = round(wanted * WIDER)
    return max(wanted or usual, header)


def _header(label: str, lang: Lang, lines: int) -> int:
    pieces = list(label) if lang == "zh" else label.split(" ")
    gap = "" if lang == "zh" else " "
    sizes = sorted(
        {_pixels(gap.join(pieces[a:b]), lang) for a in range(len(pieces)) for b in range(a + 1, len(pieces) + 1)}
    )
    return next(size for size in sizes if _wrapped(pieces, gap, lang, size) <= lines)


def _pixels(text: str, lang: Lang) -> int:
    return (
        sum(CHARACTER["en"] if ord(sign) < 128 else CHARACTER["zh"] for sign in text)
        if lang == "zh"
        else CHARACTER["en"] * len(text)
    )


def _wrapped(pieces: list[str], gap: str, lang: Lang, size: int) -> int:
    """How many lines the pieces take when no line is wider than `size`."""
    lines, line = 1, ""
    for piece in pieces:
        longer = f"{line}{gap}{piece}" if line else piece
        if _pixels(longer, lang) > size and line:
            lines, line = lines + 1, piece
        elif _pixels(longer, lang) > size:
            return 99
        else:
            line = longer
    return lines
