"""The chosen item's prices of 13 weeks, ours and the peers', as the chart reads them.

A chart draws an empty text as 0. So the lines run over dates, and a point nothing is known of lies upon one that is:
before an item's first record on that record, and a whole line without records on the end of another.
"""

from opsbook.book.kit.calc_table import calc_drawing, numbered
from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import ACCENT, DAY_LONG, FONT, LINE, RULE, SOFT
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Drawing
from opsbook.book.plan import Box, Chart, Series, Style
from opsbook.features.competitors.sheet.formulas import (
    COMPARED,
    LOGGED_TO,
    OWN_SHOP,
    SPOILED,
    WEEK,
    first_seen,
    newest_seen,
    own_price,
    peer,
    price_on,
    taken,
)
from opsbook.features.competitors.tables import CALC_PEER_HISTORY, CALC_PEER_LINES
from opsbook.features.frame.reading import row
from opsbook.formulas.node import Column, Name, Node, both, call, either, is_num, lookup, when
from opsbook.model.language import Lang

LINES, WEEKS = COMPARED + 1, 13
ITEM = Name("peer_item_id")
NAME_LENGTH = {"zh": 4, "en": 7}  # characters of a shop's name that a key has room for
COLORS = (ACCENT, "#5A6773", "#8A5A00", "#2E7D6B", "#7A5C9E", "#A0527A")
DASHES = ("solid", "solid", "dash", "square_dot", "long_dash", "dash_dot")
HEAVY, THIN = 2.5, 1.5


def lines(draft: Draft) -> Drawing:
    """Whose item each line of the chart is, and what is known of it."""
    return calc_drawing(CALC_PEER_LINES, line_nodes(draft.lang), numbered(LINES, CALC_PEER_LINES), {}, {"shop": 132})


def history(draft: Draft) -> Drawing:
    """The last record of each line up to every week."""
    del draft
    return calc_drawing(CALC_PEER_HISTORY, history_nodes(), numbered(WEEKS, CALC_PEER_HISTORY), {"day": DAY_LONG})


def line_nodes(lang: Lang) -> dict[str, Node | tuple[Node, ...]]:
    """Formulas of the lines: whose item each one is, and what is known of it."""
    shop, item = row("CalcPeerLines", "shop"), row("CalcPeerLines", "item_id")
    asked = either(shop.equals(""), item.equals(""), SPOILED)
    logged = when(is_num(LOGGED_TO), first_seen(shop, item, LOGGED_TO - (WEEKS * WEEK - 1)), 0)
    first, last = row("CalcPeerLines", "first"), row("CalcPeerLines", "last")
    newest = when(is_num(first), newest_seen(shop, item))
    typed = when(both(is_num(own_price(item)), is_num(LOGGED_TO)), LOGGED_TO)
    ours = when(is_num(first), newest_seen(shop, item), typed)
    named = when(shop.equals(""), "", "━ " & call("LEFT", shop, NAME_LENGTH[lang]))
    own = "━ 本店" if lang == "zh" else "━ Ours"
    numbers = range(1, COMPARED + 1)
    return {
        "shop": (OWN_SHOP & "", *(peer(number) & "" for number in numbers)),
        "item_id": (ITEM & "", *(taken(ITEM, peer(number), "peer_item_id") for number in numbers)),
        "first": when(asked, "", when(logged > 0, logged)),
        "last": (ours, *(newest for _ in numbers)),
        "price": (own_price(item), *(when(is_num(last), price_on(shop, item, last)) for _ in numbers)),
        "key": (when(ITEM.equals(""), "", own), *(named for _ in numbers)),
    }


def history_nodes() -> dict[str, Node | tuple[Node, ...]]:
    """Formulas of the weeks: the last record of each line up to then."""
    week = row("CalcPeerHistory", "n")
    nodes: dict[str, Node | tuple[Node, ...]] = {"day": when(is_num(LOGGED_TO), LOGGED_TO - (WEEKS - week) * WEEK)}
    for number in range(1, LINES + 1):
        nodes |= _line(number)
    return nodes


def _of(number: int, column: str) -> Node:
    return lookup(Column("CalcPeerLines", column), number, Column("CalcPeerLines", "n"))


def _line(number: int) -> dict[str, Node]:
    shop, item, first = _of(number, "shop"), _of(number, "item_id"), _of(number, "first")
    day, seen = row("CalcPeerHistory", "day"), row("CalcPeerHistory", f"day{number}")
    known = is_num(first)
    ends, prices = Column("CalcPeerLines", "last"), Column("CalcPeerLines", "price")
    end = call("MAX", ends)
    other_day, other_price = (
        when(call("COUNT", ends) > 0, end, 0),
        when(call("COUNT", ends) > 0, lookup(prices, end, ends), 0),
    )
    if number == 1:  # without records of our own: as it is today
        flat = both(is_num(_of(1, "price")), is_num(day))
        other_day, other_price = when(flat, day, other_day), when(flat, _of(1, "price"), other_price)
    return {
        f"day{number}": when(known, newest_seen(shop, item, call("MAX", day, first)), other_day),
        f"price{number}": when(known, price_on(shop, item, seen), other_price),
    }


def history_chart(canvas: Canvas, place: Place, at: tuple[int, int], size: tuple[int, int]) -> Chart:
    """Lines over dates, ours on top; without any data the axes say nothing."""
    order = (*range(2, LINES + 1), 1)
    return Chart(
        kind=("scatter", "straight"),
        series=tuple(_series(place, number) for number in order),
        over=(),
        x_axis=_axis("[>1000]m/d;;", grid=False, major_unit=WEEK),
        y_axis=_axis("[>=2]#,##0;[=0]0;", grid=True),
        at=at,
        size=size,
        alt=canvas.say("这一款本店与竞店近 13 周的价格", "Prices of 13 weeks, ours and the peers'"),
    )


def _series(place: Place, number: int) -> Series:
    width = HEAVY if number == 1 else THIN
    line = {"color": COLORS[number - 1], "width": width, "dash_type": DASHES[number - 1]}
    days, prices = (_box(place, f"{name}{number}") for name in ("day", "price"))
    return Series(f"price{number}", days, prices, style(line=line, marker={"type": "none"}))


def _box(place: Place, column: str) -> Box:
    at = place.column[column]
    return place.first, at, place.first + WEEKS - 1, at


def _axis(number: str, *, grid: bool, **more: object) -> Style:
    lines = {"visible": grid, "line": {"color": LINE, "width": 0.75}}
    edge = {"none": True} if grid else {"color": RULE, "width": 0.75}
    return style(
        num_font={"name": FONT, "size": 9, "color": SOFT, "bold": False},
        num_format=number,
        line=edge,
        major_tick_mark="none",
        minor_tick_mark="none",
        major_gridlines=lines,
        **more,
    )
