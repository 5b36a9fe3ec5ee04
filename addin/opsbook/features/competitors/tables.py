"""Tables of the competitor ledger: who is watched, what was seen, what changed, and what it means for our items."""

from opsbook.model.language import Label
from opsbook.model.schema import Column, Kind, Table, formula_column
from opsbook.model.units import Unit


def _column(name: str, zh: str, en: str, unit: Unit = Unit.TEXT, kind: Kind = Kind.FACT) -> Column:
    return Column(name, Label(zh, en), unit, kind)


def _yours(name: str, zh: str, en: str, unit: Unit = Unit.TEXT) -> Column:
    return _column(name, zh, en, unit, Kind.YOURS)


_DATE = _column("date", "日期", "Date", Unit.DATE)
_SHOP = _column("shop", "店铺", "Shop")
_ITEM = _column("item_id", "商品ID", "Item ID", Unit.ID)

PEERS = Table(
    "Peers",
    ("shop",),
    (
        _yours("role", "角色", "Role"),
        _yours("shop", "店铺", "Shop"),
        _yours("link", "链接", "Link"),
        _yours("since", "关注日期", "Watched since", Unit.DATE),
        _yours("note", "备注", "Note"),
    ),
    typed=True,
)

PEER_LOG = Table(
    "PeerLog",
    ("date", "shop", "item_id"),
    (
        _DATE,
        _SHOP,
        _ITEM,
        _column("title", "标题", "Title"),
        _column("link", "链接", "Link"),
        _column("list_price", "标价", "List price", Unit.PRICE),
        _column("price", "券后价", "Price", Unit.PRICE),
        _column("monthly_sales", "月销量", "Monthly sales", Unit.COUNT),
        _column("reviews", "评价数", "Reviews", Unit.COUNT),
        _column("rank", "排名", "Rank", Unit.COUNT),
        _column("listed_on", "上架日期", "Listed on", Unit.DATE),
        _column("season", "季节标签", "Season"),
        _column("image", "主图", "Image"),
    ),
    sheet=Label("竞品日志", "Peer log"),
    emptied=True,
    pasted=True,
    sightings=True,
)

PEER_EVENTS = Table(
    "PeerEvents",
    ("date", "shop", "item_id", "kind"),
    (
        _DATE,
        _SHOP,
        _ITEM,
        _column("kind", "事件", "Event"),
        _column("before", "原值", "Before"),  # a price, a count, a title: whatever the event is about
        _column("after", "新值", "After"),
        _column("change", "幅度", "Change", Unit.RATIO),  # 0.1 is ten percent more
        _column("since", "自何时", "Since", Unit.DATE),
        _column("watched", "名单内", "Watched"),  # no: not in the news; blank where no shop is watched and all are
    ),
    emptied=True,
    judged_elsewhere=True,
)

PRICES_OF_PEERS = tuple(f"peer{number}" for number in range(1, 6))
"""Columns of the comparison: what the first five peers of the list ask."""

PEER_PRICES = Table(
    "PeerPrices",
    ("n",),
    (
        _column("n", "序", "No", Unit.COUNT),
        _column("item_id", "商品ID", "Item ID", Unit.ID),
        _column("title", "商品名称", "Item title"),
        formula_column("ours", "本店价", "Our price", Unit.PRICE),
        *(formula_column(name, f"竞店{n}", f"Peer {n}", Unit.PRICE) for n, name in enumerate(PRICES_OF_PEERS, 1)),
        formula_column("median", "同款中位价", "Median", Unit.PRICE),
        formula_column("index", "价格指数", "Price index", Unit.RATIO),
        formula_column("band", "价格带位置", "Band position", Unit.RATE),
    ),
    fixed=True,
)

PEER_MATCHES = Table(
    "PeerMatches",
    ("item_id", "shop", "peer_item_id"),
    (
        _ITEM,
        _column("title", "商品名称", "Item title"),
        _SHOP,
        _column("peer_item_id", "竞品ID", "Peer item ID", Unit.ID),
        _column("peer_title", "竞品标题", "Peer title"),
        _column("similarity", "标题相似度", "Title likeness", Unit.RATE),
        _column("image_likeness", "主图相似度", "Image likeness", Unit.RATE),
        formula_column("ours", "本店价", "Our price", Unit.PRICE),
        formula_column("seen", "最近记录", "Last seen", Unit.DATE),
        formula_column("price", "竞品价", "Peer price", Unit.PRICE),
        formula_column("gap", "价差", "Price gap", Unit.RATE),  # 0.1 is ten percent dearer than ours
        _yours("same", "同款", "Same style"),
        _yours("complaint", "投诉状态", "Complaint"),
        _yours("note", "备注", "Note"),
        formula_column(
            "score", "采用分", "Score", Unit.RATIO
        ),  # confirmed ones first, then the most alike; none when refused
        formula_column(
            "pick", "采用", "Taken", Unit.ID
        ),  # item and shop, in the row that stands for both in the comparison
    ),
    emptied=True,
)

PEER_SEASONS = Table(
    "PeerSeasons",
    ("season",),
    (
        _column("season", "季节标签", "Season"),
        _column("launched", "已上新竞店", "Peers launched", Unit.COUNT),
        _column("selling", "已起量竞店", "Peers selling", Unit.COUNT),
        _column("first_on", "最早上架", "First listed", Unit.DATE),
        _column("verdict", "建议", "Verdict"),
        _column("evidence", "依据", "Evidence"),
    ),
)

PEER_LOST = Table(
    "PeerLost",
    ("date", "shop", "item_id"),
    (
        _DATE,
        _SHOP,
        _ITEM,
        _column("lost_users", "流失人数", "Customers lost", Unit.COUNT),
        _column("lost_amount", "流失金额", "Amount lost", Unit.AMOUNT),
        _column("peer", "竞店名单", "Watched"),
    ),
    label=Label("流失去向", "Customers lost"),
    emptied=True,
    pasted=True,
)

PEER_NEWS = Table(
    "PeerNews",
    ("n",),
    (
        _column("n", "序", "No", Unit.COUNT),
        _SHOP,
        _column("title", "标题", "Title"),
        _DATE,
        _column("kind", "事件", "Event"),
        _column("change", "幅度", "Change", Unit.RATIO),
        _column("since", "自何时", "Since", Unit.DATE),
        _column("detail", "原值 → 新值", "Before → after"),
    ),
    fixed=True,
    judged_elsewhere=True,
)

_SERIES = range(1, len(PRICES_OF_PEERS) + 2)  # our item, then the same style at the peers compared

CALC_PEER_LINES = Table(
    "CalcPeerLines",
    ("n",),
    (
        _column("n", "序", "No", Unit.COUNT),
        formula_column("shop", "店铺", "Shop", Unit.TEXT),
        formula_column("item_id", "商品ID", "Item ID", Unit.ID),
        formula_column("first", "首次记录", "First seen", Unit.DATE),
        formula_column("last", "最近记录", "Last seen", Unit.DATE),
        formula_column("price", "现价", "Price now", Unit.PRICE),
        formula_column("key", "图例", "Key", Unit.TEXT),
    ),
    fixed=True,
)

CALC_PEER_HISTORY = Table(
    "CalcPeerHistory",
    ("n",),
    (
        _column("n", "序", "No", Unit.COUNT),
        formula_column("day", "周末", "Week to", Unit.DATE),
        *(formula_column(f"day{n}", f"记录日{n}", f"Seen {n}", Unit.DATE) for n in _SERIES),
        *(formula_column(f"price{n}", f"价格{n}", f"Price {n}", Unit.PRICE) for n in _SERIES),
    ),
    fixed=True,
)

PEER_TABLES: tuple[Table, ...] = (
    *(PEERS, PEER_LOG, PEER_EVENTS, PEER_PRICES),
    *(PEER_MATCHES, PEER_SEASONS, PEER_LOST, PEER_NEWS),
    *(CALC_PEER_LINES, CALC_PEER_HISTORY),
)
