"""Lines of a dashboard list: texts run over empty cells, nothing is merged."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.format.styles import ACCENT, BAND, LINE, NAVY, PAPER, Look
from opsbook.book.kit.grid import edges
from opsbook.book.plan import Content


def list_line(
    canvas: Canvas,
    row: int,
    first: int,
    cells: tuple[tuple[int, Content, str, Look], ...],
    **props: object,
) -> None:
    """One line of a dashboard list on four modules; texts run over empty cells, nothing is merged."""
    left, right = edges(first, 4)
    canvas.area((row, left, row, right), **{"bg_color": PAPER, "bottom": 1, "bottom_color": LINE, **props})
    for offset, content, name, look in cells:
        canvas.put(row, left + offset, content, name=name, **{"font_size": 9, **look})


HEADING: Look = {"bg_color": BAND, "font_color": NAVY, "bottom_color": ACCENT, "bold": True}

CENTER: Look = {"align": "center"}

RIGHT: Look = {"align": "right"}

INDENT: Look = {"indent": 1}
