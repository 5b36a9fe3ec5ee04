"""Competitors: what rows typed by hand show, without any result written by Python."""

from datetime import date

import pytest

from opsbook.book.compile.calculate import BookCells
from opsbook.engine.refresh import cells_of, recalculate_cached
from opsbook.model.values import serial

NEWEST = serial(date(2026, 11, 12))
ITEM, OTHER = "684120337756", "695530128864"
FIRST, SECOND = "慕棉家纺旗舰店", "素里布艺旗舰店"


def logged(days_ago, shop, item, price, **more):
    """A row of the log."""
    return {"date": NEWEST - days_ago, "shop": shop, "item_id": item, "price": price, **more}


LOG = (
    logged(40, FIRST, "801", 229),
    logged(7, FIRST, "801", 219),
    logged(0, FIRST, "801", None),  # seen, its price not noted
    logged(7, FIRST, "802", 180),
    logged(9, SECOND, "901", 199),
    logged(2, SECOND, "901", 189),
    logged(0, SECOND, "902", 159),
)
PAIRS = (
    (ITEM, FIRST, "801", 0.82, ""),
    (ITEM, FIRST, "802", 0.91, ""),
    (ITEM, SECOND, "901", 0.75, ""),
    (OTHER, SECOND, "902", 0.8, ""),
)


@pytest.fixture
def ledger(memory_book):
    """Two peers, a log and pairs as an operator types them; our price comes from two days of sales."""
    workbook = memory_book()
    workbook.host.write_name("shop", "云上居家旗舰店")
    workbook.upsert("Peers", [{"shop": FIRST, "role": "标杆"}, {"shop": SECOND, "role": "同类"}])
    workbook.upsert("PeerLog", LOG)
    workbook.upsert(
        "PeerPrices", [{"n": 1, "item_id": ITEM, "title": "磨毛四件套"}, {"n": 2, "item_id": OTHER, "title": "凉被"}]
    )
    _pair(workbook, *PAIRS)
    sold = ((1, 2, 420), (0, 1, 207))
    rows = [{"date": NEWEST - ago, "item_id": ITEM, "items": pieces, "gmv": gmv} for ago, pieces, gmv in sold]
    workbook.upsert("ItemDay", rows)
    return workbook


def _pair(workbook, *pairs):
    names = ("item_id", "shop", "peer_item_id", "similarity", "same")
    workbook.upsert("PeerMatches", [dict(zip(names, pair, strict=True)) for pair in pairs])


def shown(workbook) -> BookCells:
    """What the formulas show."""
    cells, kept = recalculate_cached(workbook)
    assert not kept
    return cells


def _prices(cells, row=0):
    columns = ("ours", *(f"peer{number}" for number in range(1, 6)), "median", "index", "band")
    return [cells.column("PeerPrices", column)[row] for column in columns]


def test_prices_are_the_newest_of_the_most_alike(ledger):
    """Ours is 627 ÷ 3 = 209 a piece; the first peer's most alike item costs 180, the second's 189: median 184.5."""
    assert _prices(shown(ledger)) == [209, 180, 189, "", "", "", 184.5, pytest.approx(209 / 184.5), 1]


def test_a_confirmed_pair_is_taken_and_a_refused_one_is_not(ledger):
    """Yes wins over a more alike title; No leaves the other; a look without a price keeps the price before."""
    _pair(ledger, (ITEM, FIRST, "801", 0.82, "是"))
    assert _prices(shown(ledger))[1] == 219
    _pair(ledger, (ITEM, FIRST, "801", 0.82, "否"), (ITEM, FIRST, "802", 0.91, "否"))
    assert _prices(shown(ledger))[1] == ""


def test_our_own_rows_of_the_log_are_our_price(ledger):
    """What we typed of our own item counts more than what it brought; it draws our line, too."""
    ledger.upsert("PeerLog", [logged(14, "云上居家旗舰店", ITEM, 239), logged(3, "云上居家旗舰店", ITEM, 199)])
    cells = shown(ledger)
    assert _prices(cells)[0] == 199
    assert cells.column("CalcPeerHistory", "price1")[-3:] == [239, 239, 199]
    assert cells.column("CalcPeerHistory", "day1")[-3:] == [NEWEST - 14, NEWEST - 14, NEWEST - 3]


@pytest.mark.parametrize(
    ("days", "price"),
    [
        pytest.param(7, "", id="seven days ago is too long ago"),
        pytest.param(8, 180, id="the eighth day counts"),
        pytest.param(0, 180, id="no limit"),
        pytest.param("很久", 180, id="a text is no limit"),
    ],
)
def test_a_price_not_seen_for_long_is_not_compared(days, price, ledger):
    """The first peer's 180 was seen seven days before the newest row of the log."""
    ledger.upsert("PeerMatches", [{"item_id": ITEM, "shop": FIRST, "peer_item_id": "801", "same": "否"}])
    ledger.host.write_name("peer_price_days", days)
    assert _prices(shown(ledger))[1] == price


def test_a_peer_whose_best_match_is_gone_is_compared_by_the_next(ledger):
    """Among pairs nobody judged, one with a price stands before a more alike one without."""
    _pair(ledger, (ITEM, FIRST, "899", 0.99, ""))
    assert _prices(shown(ledger))[1] == 180


@pytest.mark.parametrize(
    ("ours", "band", "index"),
    [
        pytest.param(180, 0, 180 / 184.5, id="as cheap as the cheapest"),
        pytest.param(170, 0, 170 / 184.5, id="cheaper than all"),
        pytest.param(184.5, 0.5, 1, id="in the middle"),
        pytest.param(189, 1, 189 / 184.5, id="as dear as the dearest"),
        pytest.param(250, 1, 250 / 184.5, id="dearer than all"),
    ],
)
def test_the_place_in_the_band(ours, band, index, ledger):
    """From 0 at the cheapest of all, ours included, to 1 at the dearest; peers stand at 180 and 189."""
    ledger.upsert("PeerLog", [logged(0, "云上居家旗舰店", ITEM, ours)])
    assert _prices(shown(ledger))[-2:] == [pytest.approx(index), pytest.approx(band)]


def test_without_an_own_price_or_without_a_peers_nothing_is_compared(ledger):
    """The second item was never sold: a median, no index; its peer's price gone, not even that."""
    assert _prices(shown(ledger), 1) == ["", "", 159, "", "", "", 159, "", ""]
    _pair(ledger, (OTHER, SECOND, "902", 0.8, "否"))
    assert _prices(shown(ledger), 1) == [""] * 9


def test_one_price_for_all_has_no_band(ledger):
    """Where all are equal, ours is at neither end."""
    ledger.upsert("PeerLog", [logged(0, "云上居家旗舰店", OTHER, 159)])
    assert _prices(shown(ledger), 1)[-2:] == [1, ""]


def test_ids_count_as_text_or_as_number(ledger):
    """Pasted ids are numbers in the log; they are found all the same."""
    ledger.upsert("PeerLog", [logged(1, FIRST, 803, 175)])
    _pair(ledger, (ITEM, FIRST, "803", 0.9, "是"))
    assert _prices(shown(ledger))[1] == 175


LONG, LIKE = "3456789012345678901", "3456789012345671234"  # one number to a criterion, which reads 15 digits


def test_long_ids_of_one_beginning_are_told_apart(memory_book):
    """Of two ids of 19 digits each keeps its own sales, its own price in the log, and a pair of its own in the comparison."""
    workbook = memory_book()
    workbook.host.write_name("shop", "云上居家旗舰店")
    workbook.upsert("Peers", [{"shop": FIRST, "role": "标杆"}])
    workbook.upsert("PeerLog", [logged(0, FIRST, f"7{LONG[1:]}", 180), logged(0, FIRST, f"7{LIKE[1:]}", 90)])
    workbook.upsert(
        "PeerPrices", [{"n": at, "item_id": item, "title": item} for at, item in enumerate((LONG, LIKE), 1)]
    )
    _pair(workbook, *((item, FIRST, f"7{item[1:]}", 0.8, "") for item in (LONG, LIKE)))
    rows = [{"date": NEWEST, "item_id": item, "items": 1, "gmv": gmv} for item, gmv in ((LONG, 200), (LIKE, 100))]
    workbook.upsert("ItemDay", rows)
    workbook.host.write_name("peer_item", LONG)
    cells = shown(workbook)
    assert [_prices(cells, row)[:2] for row in (0, 1)] == [[200, 180], [100, 90]]
    assert cells.column("PeerMatches", "price")[:2] == [180, 90]
    assert cells.column("PeerMatches", "pick")[:2] == [f"{LONG}|{FIRST}", f"{LIKE}|{FIRST}"]
    assert cells.column("CalcPeerLines", "price")[:2] == [200, 180]


def test_a_text_among_the_logs_dates_is_said_and_breaks_nothing(ledger):
    """No cell shows an error: prices wait until the date is one, and the sheet says why."""
    ledger.upsert("PeerLog", [{"date": "11月12日", "shop": SECOND, "item_id": "901", "price": 99}])
    cells = shown(ledger)
    assert _prices(cells) == [""] * 9
    assert cells.name("peers_to_note") == "日志里认不出的日期或价格：1"
    assert set(cells.column("CalcPeerHistory", "price1")) == {0}


def test_words_among_the_logs_prices_are_no_prices(ledger):
    """A dash or a word where a price belongs, on a later day, leaves the last price; so does a blank."""
    ledger.upsert(
        "PeerLog", [logged(1, FIRST, "803", 175), logged(2, FIRST, "803", "暂无"), logged(3, FIRST, "803", None)]
    )
    _pair(ledger, (ITEM, FIRST, "803", 0.9, "是"))
    assert (_prices(shown(ledger))[1], shown(ledger).name("peer_strange_days")) == (175, 0)


def test_the_chart_draws_no_point_that_nothing_is_known_of(ledger):
    """Before its first record of the 13 weeks a line stays on it, without any on another's end, after the last on it."""
    ledger.upsert("PeerMatches", [{"item_id": ITEM, "shop": FIRST, "peer_item_id": "801", "same": "是"}])
    cells = shown(ledger)
    days, prices = (cells.column("CalcPeerHistory", f"{name}2") for name in ("day", "price"))
    assert list(zip(days, prices, strict=True)) == [*[(NEWEST - 40, 229)] * 11, *[(NEWEST - 7, 219)] * 2]
    nobody = {
        (day, price)
        for day, price in zip(*(cells.column("CalcPeerHistory", f"{name}6") for name in ("day", "price")), strict=True)
    }
    assert nobody == {(NEWEST, 209)}  # our newest price, on top of which our line is drawn
    assert cells.column("CalcPeerHistory", "day1") == cells.column("CalcPeerHistory", "day")  # a level line: not logged


def test_the_chart_follows_the_item_chosen(ledger):
    """Blank is the first of the comparison; a title that is not there is, too, and the line above the chart says so."""

    def shops():
        cells = shown(ledger)
        instead = cells.name("peer_finding").startswith("选的款现在不在价格对比里，先看第一款：")
        return cells.name("peer_item_id"), cells.column("CalcPeerLines", "item_id")[2], instead

    assert shops() == (ITEM, "901", False)
    ledger.host.write_name("peer_item", "凉被")
    assert shops() == (OTHER, "902", False)
    ledger.host.write_name("peer_item", "没有这一款")
    assert shops() == (ITEM, "901", True)


def test_a_new_book_shows_no_error_and_no_figure(memory_book):
    """Nothing typed, nothing claimed."""
    cells = shown(memory_book())
    assert [cells.name(name) for name in ("peer_count", "peer_index", "peer_moves", "peer_copies")] == [0, "", "", 0]
    assert cells.name("dash_peers") == "还没有竞店日志：在「竞店」填 3–5 家，价格记在「竞品日志」"
    assert cells.name("peer_finding") == "价格对比里还没有商品：导入商品报表后，流量高的款列在下面"
    assert _prices(cells) == [""] * 9


def test_the_list_of_peers_may_be_short_and_have_gaps(memory_book):
    """Whoever deletes rows of the list, or leaves one blank, sees no error: the first five rows are compared."""
    workbook = memory_book()
    workbook.upsert("Peers", [{"shop": shop} for shop in "甲乙丙丁戊己"])
    cells = cells_of(workbook)
    facts = {**cells.facts, "Peers": {name: list(values)[1:4] for name, values in cells.facts["Peers"].items()}}
    facts["Peers"]["shop"][1] = None
    short = BookCells(cells.lang, cells.formulas, facts, cells.named)
    assert [cells.name(f"peer_{number}") for number in range(1, 6)] == list("甲乙丙丁戊")
    assert [short.name(f"peer_{number}") for number in range(1, 6)] == ["乙", "", "丁", "", ""]
    assert (cells.name("peer_count"), cells.name("peer_count_note")) == (6, "建议盯 3–5 家，太多看不过来")


def test_copies_wait_until_their_complaint_is_filed_or_closed(ledger):
    """Of three confirmed ones, one filed and one not begun: two wait; of four pairs one is not judged."""
    said = {"801": ("是", "已投诉"), "802": ("是", "未处理"), "901": ("是", None)}
    keys = {(shop, theirs): item for item, shop, theirs, *_ in PAIRS}
    rows = [
        {"item_id": keys[shop, theirs], "shop": shop, "peer_item_id": theirs, "same": same, "complaint": complaint}
        for (shop, theirs) in keys
        if theirs in said
        for same, complaint in (said[theirs],)
    ]
    ledger.upsert("PeerMatches", rows)
    cells = shown(ledger)
    assert (cells.name("peer_copies"), cells.name("peer_copies_note")) == (2, "待判断 1 对，在「同款比对」")


@pytest.mark.parametrize(
    ("same", "complaint", "waiting"),
    [
        ("是", None, 1),
        ("是", "未处理", 1),
        ("是", "已投诉", 0),
        ("是", "已关闭", 0),
        ("否", None, 0),
        (None, "未处理", 0),
    ],
)
def test_a_confirmed_copy_waits_for_its_complaint(same, complaint, waiting, ledger):
    """Until it is filed or closed; what is refused or not judged does not wait."""
    item, shop, theirs, *_ = PAIRS[0]
    key = {"item_id": item, "shop": shop, "peer_item_id": theirs}
    ledger.upsert("PeerMatches", [{**key, "same": same, "complaint": complaint}])
    assert shown(ledger).name("peer_copies") == waiting


def test_the_gap_says_how_much_dearer_they_are(ledger):
    """Theirs over ours, less one: 219, 180 and 189 beside 209."""
    gaps = [cell for cell in shown(ledger).column("PeerMatches", "gap") if cell != ""]
    assert gaps == pytest.approx([219 / 209 - 1, 180 / 209 - 1, 189 / 209 - 1])


@pytest.mark.parametrize(("ago", "ours"), [(6, (627 + 493) / 4), (7, 209)], ids=["the seventh day", "the eighth"])
def test_our_price_is_what_a_piece_brought_in_the_newest_week(ago, ours, ledger):
    """Days before it are past."""
    ledger.upsert("ItemDay", [{"date": NEWEST - ago, "item_id": ITEM, "items": 1, "gmv": 493}])
    assert _prices(shown(ledger))[0] == ours


def test_the_index_of_all_leaves_out_what_nobody_else_offers(ledger):
    """Sums of ours and of medians, of the same items: one of ours without a peer's price is in neither."""
    own = "云上居家旗舰店"
    ledger.upsert("PeerLog", [logged(0, own, ITEM, 240), logged(0, own, OTHER, 100)])
    assert shown(ledger).name("peer_index") == pytest.approx((240 + 100) / (184.5 + 159))
    _pair(ledger, (OTHER, SECOND, "902", 0.8, "否"))
    assert shown(ledger).name("peer_index") == pytest.approx(240 / 184.5)


@pytest.mark.parametrize(("ago", "moves"), [(0, 1), (6, 1), (7, 0)], ids=["newest", "the seventh day", "the eighth"])
def test_moves_of_seven_days_are_counted(ago, moves, ledger):
    """Up to the newest row of the log."""
    ledger.upsert("PeerEvents", [{"date": NEWEST - ago, "shop": FIRST, "item_id": "801", "kind": "降价"}])
    cells = shown(ledger)
    assert (cells.name("peer_moves"), cells.name("peer_moves_note").startswith(f"降价 {moves}")) == (moves, True)


@pytest.mark.parametrize(("later", "moves"), [(0, 1), (1, 1), (2, 0)], ids=["the day shown", "the day after", "later"])
def test_the_dashboard_looks_one_day_ahead(later, moves, ledger):
    """The morning's look is logged on the day after the one shown."""
    ledger.host.write_name("the_day", NEWEST - 3)
    ledger.upsert("PeerEvents", [{"date": NEWEST - 3 + later, "shop": FIRST, "item_id": "801", "kind": "降价"}])
    assert ("降价 1" in shown(ledger).name("dash_peers")) == bool(moves)


def test_the_board_shows_every_season(ledger):
    """Down to the last row of the results."""
    ledger.upsert("PeerSeasons", [{"season": season, "verdict": "观察"} for season in ("秋冬", "春夏")])
    cells = shown(ledger)
    assert [cells.name(f"season_{number}") for number in (1, 2, 3)] == ["秋冬", "春夏", ""]


def test_the_dashboard_says_what_moved_since_the_day_shown(ledger):
    """Events of the day shown and the day after, when the morning's look is logged; older ones are old."""
    ledger.host.write_name("the_day", NEWEST - 1)
    kinds = ((2, "降价"), (1, "降价"), (0, "涨价"), (0, "标题变更"))
    rows = [
        {"date": NEWEST - ago, "shop": FIRST, "item_id": str(at), "kind": kind} for at, (ago, kind) in enumerate(kinds)
    ]
    ledger.upsert("PeerEvents", rows)
    assert shown(ledger).name("dash_peers") == (
        "价格指数 1.13（1 款）　　11月11日起动态 3 条：降价 1 · 涨价 1 · 上新 0　　日志已到 11月12日"
    )


@pytest.mark.parametrize(
    ("watched", "moves", "note", "line"),
    [
        pytest.param(("是", "否", "否"), 1, "降价 1 · 涨价 0 · 上新 0 · 名单外 2", "动态 1 条", id="others stay out"),
        pytest.param((None, None, None), 3, "降价 1 · 涨价 1 · 上新 1", "动态 3 条", id="nobody is watched"),
        pytest.param(("否", "否", "否"), 0, "降价 0 · 涨价 0 · 上新 0 · 名单外 3", "没有新动态", id="others only"),
    ],
)
def test_only_watched_shops_make_news(watched, moves, note, line, ledger):
    """Events of other shops are counted apart, on the tile and on the dashboard."""
    kinds = ("降价", "涨价", "上新")
    rows = [
        {"date": NEWEST, "shop": FIRST, "item_id": kind, "kind": kind, "watched": said}
        for kind, said in zip(kinds, watched, strict=True)
    ]
    ledger.upsert("PeerEvents", rows)
    ledger.host.write_name("the_day", NEWEST)
    cells = shown(ledger)
    assert (cells.name("peer_moves"), cells.name("peer_moves_note")) == (moves, note)
    assert line in cells.name("dash_peers")


def test_prices_follow_a_shop_under_another_name(ledger):
    """An id of the platform names the goods whatever the shop is called; the operator's own numbers do so in one shop."""
    _pair(ledger, (ITEM, SECOND, "680000000001", 0.99, "是"))
    ledger.upsert(
        "PeerLog",
        [
            logged(21, "素里家居", "680000000001", 175),
            logged(1, SECOND, "680000000001", 165),
            logged(0, "别家", "801", 9),
        ],
    )
    cells = shown(ledger)
    assert _prices(cells)[1:3] == [180, 165]
    assert cells.column("CalcPeerHistory", "price3")[-4:] == [175, 175, 175, 165]
