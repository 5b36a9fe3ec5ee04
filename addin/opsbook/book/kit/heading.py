"""What every sheet shares: the navy band, the way back, tiles of figures, section titles, print set-up."""

from dataclasses import dataclass

from opsbook.book.kit.canvas import Canvas, rich
from opsbook.book.kit.format.styles import BAND_TEXT, GROUND, KINDS, NAVY, PAPER, SOFT, YOURS_LINE, Look
from opsbook.book.plan import Content, PageSetup, Rich
from opsbook.formulas.node import Node, call
from opsbook.model.schema import Kind


def link(name: str, words: str) -> Node:
    """A jump to a defined name: it survives renamed sheets and keeps the cell's own colour."""
    return call("HYPERLINK", f"#{name}", words)


def band(canvas: Canvas, note: str, last: int) -> None:
    """Dark band on top: title, what the sheet is for, the way back to the dashboard."""
    canvas.rows([44])
    canvas.area((0, 0, 0, last), bg_color=NAVY, valign="vcenter")
    title = ({"font_size": 15, "bold": True, "font_color": PAPER}, canvas.title)
    canvas.put(0, 1, rich(title, ({"font_size": 9, "font_color": BAND_TEXT}, "　" + note)), name=f"go_{canvas.id}")


def way_back(canvas: Canvas, last: int, *jumps: tuple[str, str]) -> None:
    """Links in the band, right-aligned where a usual window still shows them: home, then (name, words) of others."""
    words = canvas.say("← 今日看板", "← Dashboard")
    column = canvas.column_within(WINDOW, last)
    for name, text in (*reversed(jumps), ("go_dashboard", words)):
        named = f"link_{canvas.id}_{name}"
        canvas.put(0, column, link(name, text), name=named, font_size=9, font_color=BAND_TEXT, align="right")
        column = canvas.column_within(canvas.right_edge(column) - LINK, column - 1)


WINDOW, LINK = 1260, 110  # pixels: width of a usual window, room for one link


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure above a table."""

    first: int
    last: int
    label: str
    value: Content
    number: str
    note: Content
    name: str
    note_name: str = ""
    yours: bool = False


def tiles(canvas: Canvas, row: int, items: tuple[Tile, ...]) -> None:
    """A row of tiles; their names find the figures again."""
    canvas.rows([22, 32, 22, 14], row)
    for place, tile in enumerate(items):
        box = (row, tile.first, row + 2, tile.last)
        look = KINDS[Kind.YOURS] if tile.yours else {"bg_color": GROUND}
        canvas.area(box, **look)
        canvas.put(row, tile.first, tile.label, font_size=9, font_color=SOFT, indent=1)
        canvas.put(
            row + 1,
            tile.first,
            tile.value,
            to=(row + 1, tile.last),
            name=tile.name,
            num_format=tile.number,
            font_size=16,
            bold=True,
            align="left",
            indent=1,
        )
        canvas.put(row + 2, tile.first, tile.note, name=tile.note_name, font_size=9, font_color=SOFT, indent=1)
        if tile.yours:
            canvas.frame(box, YOURS_LINE)
        elif place:
            canvas.area((row, tile.first, row + 2, tile.first), left=5, left_color=PAPER)


def keys(pairs: tuple[tuple[str, str, str], ...]) -> Rich:
    """Chart keys: the mark carries the colour, the word stays readable."""
    runs: list[tuple[Look, str]] = []
    for mark, color, word in pairs:
        runs += [({"font_size": 9, "font_color": color}, mark), ({"font_size": 9, "font_color": SOFT}, f" {word}　")]
    runs[-1] = (runs[-1][0], runs[-1][1].rstrip("　"))
    return rich(*runs)


def printed(canvas: Canvas, *, repeat: tuple[int, int] | None = None, tall: int = 0, wide: int = 1) -> None:
    """A4 landscape, one page wide, header rows on every page."""
    canvas.page = PageSetup(tall=tall, wide=wide, repeat=repeat)
