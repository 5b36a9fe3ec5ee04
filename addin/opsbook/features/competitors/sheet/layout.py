"""Competitors: who is watched, how our prices stand beside theirs, what moved, and when to launch."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import ACCENT, BAND, KINDS, LINE, MID, NAVY, SOFT, TINT, YOURS_LINE, Look
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Drawing, draw_table
from opsbook.book.plan import Validation
from opsbook.features.competitors.sheet.drawings import NEWS_ROWS, PEERS_SHOWN, PRICE_ROWS, news, peers, prices
from opsbook.features.competitors.sheet.formulas import COMPARED, watched
from opsbook.features.competitors.sheet.history import COLORS, LINES, history_chart
from opsbook.features.competitors.sheet.price_marks import band_rules, number_rules, price_rules
from opsbook.features.competitors.sheet.season_board import draw_seasons
from opsbook.features.competitors.sheet.sentences import finding, more_peers
from opsbook.features.competitors.sheet.tiles import draw_peer_tiles
from opsbook.features.competitors.words import ROLES
from opsbook.formulas.node import Column, Name, has, lookup, when
from opsbook.model.schema import Kind

GRID = {"zh": (60, 132, 280, 84, *(94,) * 6, 78, 74), "en": (68, 132, 260, 84, *(94,) * 6, 80, 80)}
LAST = 12  # last column of the comparison
CHART = 6  # column the chart begins in
TITLE, HEAD = 34, 28  # pixels


def competitors(draft: Draft) -> Canvas:
    """The Competitors sheet."""
    canvas = Canvas("competitors", draft.say("竞店", "Competitors"), MID, draft)
    canvas.columns([16, *GRID[draft.lang], 16])
    note = canvas.say(
        "盯 3–5 家：两家标杆，其余同类。价格取日志最新一条，手填的也算；动态由日志自动比出。",
        "Watch 3–5: two leaders, the rest alike. Prices are the log's newest, typed ones too; events follow from the log.",
    )
    band(canvas, note, LAST + 1)
    jumps = (
        ("go_matches", canvas.say("同款比对 →", "Same style →")),
        ("go_peer_log", canvas.say("竞品日志 →", "Log →")),
    )
    way_back(canvas, LAST, *jumps)
    canvas.rows([12], 1)
    draw_peer_tiles(canvas, 2)
    row = _watched(canvas, 6, draft.places["CalcPeerHistory"])
    row = _compared(canvas, row)
    row = _moved(canvas, row)
    _seasons(canvas, row)
    canvas.freeze = (1, 0)
    printed(canvas, tall=1)
    return canvas


def _table(canvas: Canvas, row: int, drawing: Drawing) -> Place:
    """A table on the sheet's own grid: what stands above each other shares its columns."""
    place = draw_table(canvas, row, 1, drawing)
    canvas.columns(GRID[canvas.lang], 1)
    return place


def _title(canvas: Canvas, row: int, zh: str, en: str, column: int = 1) -> None:
    canvas.rows([TITLE], row)
    canvas.put(row, column, canvas.say(zh, en), bold=True, font_size=13, font_color=NAVY, indent=int(column > 1))


def _beside(canvas: Canvas, row: int, zh: str, en: str) -> None:
    canvas.put(row, LAST, canvas.say(zh, en), font_size=9, font_color=SOFT, align="right")


def _watched(canvas: Canvas, row: int, history: Place) -> int:
    """The list on the left, the prices of one item over 13 weeks on the right."""
    _title(canvas, row, "竞店名单", "Who we watch")
    place = _table(canvas, row + 1, peers(canvas.lang))
    roles = style(validate="list", source=tuple(label[canvas.lang] for label in ROLES.values()))
    at = place.column["role"]
    canvas.validations.append(Validation((place.first, at, place.last, at), roles))
    _title(canvas, row, "13 周价格走势（元）", "Prices of 13 weeks (CNY)", CHART)
    _choice(canvas, row + 1)
    for number in range(1, LINES + 1):
        key = lookup(Column("CalcPeerLines", "key"), number, Column("CalcPeerLines", "n"))
        look: Look = {"font_size": 9, "bold": number == 1, "font_color": COLORS[number - 1], "indent": 1}
        canvas.put(row + 2, CHART + number - 1, key, name=f"peer_key_{number}", **look)
    canvas.put(row + 3, CHART, finding(canvas.lang), name="peer_finding", font_size=9, font_color=SOFT, indent=1)
    height = (PEERS_SHOWN - 2) * canvas.row_height - 6  # a chart that ends where folded rows begin grows with them
    width = canvas.right_edge(LAST) - canvas.right_edge(CHART - 1)
    canvas.charts.append(history_chart(canvas, history, (row + 4, CHART), (width - 12, height)))
    canvas.fold(place.first + PEERS_SHOWN, place.last)
    foot: Look = {"font_size": 9, "font_color": SOFT, "valign": "top", "indent": 1}
    canvas.rows([30], place.last + 1)
    canvas.put(place.last + 1, 1, more_peers(canvas.lang), name="peers_more", **foot)
    return place.last + 2


def _choice(canvas: Canvas, row: int) -> None:
    """A drop-down of our items; without a choice the first of the comparison."""
    canvas.put(row, CHART, canvas.say("看哪一款", "Our item"), font_size=9, font_color=SOFT, indent=1)
    box = (row, CHART + 1, row, LAST - 2)
    canvas.put(*box[:2], None, to=box[2:], name="peer_item", align="left", indent=1, **KINDS[Kind.YOURS])
    canvas.frame(box, YOURS_LINE)
    options = style(
        validate="list",
        source="=peer_items",
        input_title=canvas.say("看哪一款", "Our item"),
        input_message=canvas.say(
            "从价格对比里的商品选；空着看第一款。", "One of the compared items; blank: the first."
        ),
        error_message=canvas.say("请选价格对比里的商品。", "Pick one of the compared items."),
    )
    canvas.validations.append(Validation((row, CHART + 1, row, CHART + 1), options))
    ids, titles, chosen = Column("PeerPrices", "item_id"), Column("PeerPrices", "title"), Name("peer_item")
    first = lookup(ids, 1, Column("PeerPrices", "n")) & ""
    named = when(has(titles, chosen), lookup(ids, chosen, titles) & "", first)
    look: Look = {"font_size": 9, "font_color": SOFT, "align": "right", "num_format": "@"}
    canvas.put(row, LAST, when(chosen.equals(""), first, named), name="peer_item_id", **look)
    shown = when(has(ids, Name("peer_item_id")), lookup(titles, Name("peer_item_id"), ids) & "")
    canvas.put(row - 1, LAST, shown, name="peer_item_title", **look)


def _compared(canvas: Canvas, row: int) -> int:
    """Our items beside the same style at the first five peers."""
    _title(canvas, row, "价格对比（名单前 5 家，券后价，元）", "Prices compared (first 5 peers, after coupons, CNY)")
    _beside(
        canvas,
        row,
        "价格指数 = 本店价 ÷ 同款中位价；价格带位置：0% 最便宜，100% 最贵；「低」「高」标出这一行的最低与最高",
        "Index: ours ÷ median of the same style; position: 0% cheapest, 100% dearest; low and high mark the row's ends",
    )
    place = _table(canvas, row + 1, prices(canvas.lang))
    canvas.rows([{"zh": 36, "en": 50}[canvas.lang]], row + 1)  # names of shops: two lines, three in letters
    for number in range(1, COMPARED + 1):
        look: Look = {
            "bg_color": BAND,
            "font_color": NAVY,
            "font_size": 9,
            "bold": True,
            "align": "center",
            "text_wrap": True,
        }
        at = place.column[f"peer{number}"]
        canvas.put(row + 1, at, watched(number), name=f"peer_{number}", **look)
    canvas.rules.extend((*price_rules(place, canvas.lang), *band_rules(place), *number_rules(place, "item_id")))
    canvas.rows([14], place.last + 1)
    return place.first + PRICE_ROWS + 1


def _moved(canvas: Canvas, row: int) -> int:
    _title(canvas, row, "近 7 日动态", "Moves of 7 days")
    _beside(
        canvas,
        row,
        "由日志自动比出，最新的在上；只报名单里的店，全部动态看「竞品日志」",
        "Found in the log, newest first; shops in the list only, all of them: Peer log",
    )
    place = _table(canvas, row + 1, news(canvas.lang))
    canvas.rules.extend(number_rules(place, "shop"))
    _to_the_edge(canvas, place)
    canvas.rows([14], place.last + 1)
    return place.first + NEWS_ROWS + 1


def _to_the_edge(canvas: Canvas, place: Place) -> None:
    """Lines of a table whose last texts run over, up to where the other tables end."""
    head = (place.head, place.right + 1, place.head, LAST)
    canvas.area(head, bg_color=TINT, bottom=2, bottom_color=ACCENT)
    canvas.area((place.first, place.right + 1, place.last, LAST), bottom=1, bottom_color=LINE)


def _seasons(canvas: Canvas, row: int) -> None:
    _title(canvas, row, "季节时机", "Season timing")
    _beside(
        canvas,
        row,
        "没人上新先等等；上了没起量就观察；上了又起量就现在上。尺度在「设置」",
        "Nobody launched: hold. Launched, not selling: watch. Launched and selling: launch now. Measures: Settings",
    )
    draw_seasons(canvas, row + 1, LAST)
