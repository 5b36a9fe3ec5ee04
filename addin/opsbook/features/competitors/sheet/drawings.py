"""How the tables of the competitor ledger stand on their sheets."""

from opsbook.book.kit.format.styles import DAY, DAY_LONG, DELTA
from opsbook.book.kit.table import Drawing, Group
from opsbook.features.competitors import tables
from opsbook.features.competitors.sheet.formulas import match_nodes, price_nodes
from opsbook.model.language import Label, Lang
from opsbook.model.schema import Table
from opsbook.model.values import Value

PEER_ROWS, PRICE_ROWS, NEWS_ROWS = 60, 8, 8
PEERS_SHOWN = 12  # the rest waits behind an outline's [+]
REACH = 20000  # rows that formats and guards of the log cover
GAP = '+0.0%;"−"0.0%;0.0%'
NOTHING = Label("", "")
HEAD = {"zh": 28, "en": 38}  # pixels: English headers take two lines


def _blank(table: Table, rows: int) -> tuple[tuple[Value, ...], ...]:
    return ((None,) * len(table.columns),) * rows


def _numbered(table: Table, rows: int) -> tuple[tuple[Value, ...], ...]:
    return tuple((number, *(None for _ in table.columns[1:])) for number in range(1, rows + 1))


def peers(lang: Lang) -> Drawing:
    """Who is watched."""
    group = Group(NOTHING, ("role", "shop", "note", "since", "link"))
    body = _blank(tables.PEERS, PEER_ROWS)
    return Drawing(
        tables.PEERS,
        (group,),
        formats={"since": DAY_LONG},
        body=body,
        reach=PEER_ROWS,
        head_height=HEAD[lang],
        aligned={"link": "fill"},
    )


def prices(lang: Lang) -> Drawing:
    """Our items beside the same style at the peers."""
    groups = (
        Group(Label("本店商品", "Our items"), ("n", "item_id", "title", "ours")),
        Group(NOTHING, tables.PRICES_OF_PEERS),
        Group(Label("比下来", "Compared"), ("median", "index", "band")),
    )
    return Drawing(
        tables.PEER_PRICES,
        groups,
        price_nodes(),
        formats={"n": "0", "band": "0%"},
        body=_numbered(tables.PEER_PRICES, PRICE_ROWS),
        aligned={"n": "center"},
        reach=PRICE_ROWS,
        head_height=HEAD[lang],
        row_height=24,
    )


def news(lang: Lang) -> Drawing:
    """The newest events."""
    group = Group(NOTHING, ("n", "shop", "title", "date", "kind", "change", "since", "detail"))
    return Drawing(
        tables.PEER_NEWS,
        (group,),
        formats={"n": "0", "change": DELTA, "date": DAY, "since": DAY},
        body=_numbered(tables.PEER_NEWS, NEWS_ROWS),
        aligned={"n": "center"},
        reach=NEWS_ROWS,
        head_height=HEAD[lang],
    )


def matches(lang: Lang) -> Drawing:
    """Items that look alike, for the operator to judge."""
    groups = (
        Group(Label("本店商品", "Our item"), ("title", "ours")),
        Group(Label("竞品", "Theirs"), ("shop", "peer_title", "price", "gap")),
        Group(Label("像不像", "How alike"), ("similarity", "image_likeness")),
        Group(Label("由你判断", "Yours to judge"), ("same", "complaint", "note")),
        Group(Label("编号与记录", "Ids, last seen"), ("item_id", "peer_item_id", "seen")),
        Group(Label("内部", "Internal"), ("score", "pick"), folded=True),
    )
    widths = {"title": 276, "shop": 124, "peer_title": 284, "note": 200, "same": 64, "complaint": 84, "pick": 220}
    formats = {"seen": DAY, "similarity": "0%", "image_likeness": "0%", "gap": GAP, "score": "0.0000"}
    return Drawing(tables.PEER_MATCHES, groups, match_nodes(lang), {}, widths, formats, reach=REACH, filtered=True)


def log() -> Drawing:
    """What was seen; filled by hand, by pasted rows or from a file."""
    groups = (
        Group(Label("商品", "Item"), ("date", "shop", "item_id", "title")),
        Group(Label("价格", "Price"), ("list_price", "price")),
        Group(Label("表现", "Standing"), ("monthly_sales", "reviews", "rank")),
        Group(Label("上新", "Launch"), ("listed_on", "season")),
        Group(Label("其他", "More"), ("link", "image")),
    )
    widths = {"shop": 132, "item_id": 120, "title": 240, "season": 84, "link": 132, "image": 272, "rank": 60}
    return Drawing(
        tables.PEER_LOG,
        groups,
        widths=widths,
        formats={"date": DAY_LONG, "listed_on": DAY_LONG},
        reach=REACH,
        aligned={"link": "fill"},
    )


def events() -> Drawing:
    """Everything that changed."""
    groups = (
        Group(Label("动态", "Event"), ("date", "shop", "item_id", "kind")),
        Group(Label("变化", "Change"), ("before", "after", "change", "since")),
        Group(NOTHING, ("watched",)),
    )
    widths = {"shop": 132, "item_id": 120, "kind": 84, "before": 132, "after": 132, "change": 84, "watched": 72}
    formats = {"date": DAY_LONG, "since": DAY_LONG, "change": DELTA}
    return Drawing(tables.PEER_EVENTS, groups, widths=widths, formats=formats, reach=REACH)


def lost() -> Drawing:
    """Customers who looked here and bought there."""
    groups = (
        Group(Label("流失", "Lost"), ("date", "shop", "item_id")),
        Group(Label("多少", "How much"), ("lost_users", "lost_amount", "peer")),
    )
    widths = {"shop": 148, "item_id": 120}
    return Drawing(tables.PEER_LOST, groups, widths=widths, formats={"date": DAY_LONG}, reach=REACH)


def seasons() -> Drawing:
    """What the peers' launches say about each season."""
    groups = (
        Group(Label("季节", "Season"), ("season", "verdict")),
        Group(Label("依据", "Why"), ("launched", "selling", "first_on", "evidence")),
    )
    widths = {"season": 84, "verdict": 92, "evidence": 480}
    formats = {"launched": "0", "selling": "0", "first_on": DAY_LONG}
    return Drawing(tables.PEER_SEASONS, groups, widths=widths, formats=formats, reach=REACH)
