"""The competitor ledger in a workbook: what is logged stays, and everything else follows from it."""

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exports.writers import csv
from opsbook.engine.imports.importing import import_files
from opsbook.engine.refresh import refresh
from opsbook.features.competitors.ledger.lost import lost as lost_customers
from opsbook.model.values import from_serial
from support import inbox
from support.books import SHOP
from support.facts import NOW, day_number, facts, told
from support.memory_host import MemoryCell
from support.peer_files import LEADER, QUILT, RIVAL, SHEETS, log, lost, seen

WEEKS = ("2026-03-05", "2026-03-12", "2026-03-19", "2026-03-26")
OURS = "600000000001"


def _poured(workbook, *paths):
    report = import_files(workbook, paths, NOW)
    refresh(workbook)
    return report


def _events(workbook, *columns):
    rows = (row for row in workbook.rows("PeerEvents") if row["kind"])
    return [tuple(row[column] for column in columns or ("item_id", "kind")) for row in rows]


def _counts(report):
    return [(file.added, file.updated, file.unchanged, file.rejected) for file in report.files]


def _ledger(workbook):
    """Everything the log and what follows from it say."""
    return facts(workbook, "PeerLog", "PeerEvents", "PeerSeasons", "PeerMatches", "PeerNews")


def test_a_log_and_what_follows_from_it_survive_a_save(shelf, tmp_path):
    """Sightings stand in the log, a price that fell is an event with old and new price, its share and since when."""
    rows = [seen(day, price=price) for day, price in zip(WEEKS[:3], (199, 199, 179.1), strict=True)]
    assert _counts(_poured(shelf.workbook, log(tmp_path, rows))) == [(3, 0, 0, 0)]
    workbook = shelf.kept()
    assert [row["price"] for row in workbook.rows("PeerLog")] == [199, 199, 179.1]
    (event,) = [row for row in workbook.rows("PeerEvents") if row["kind"]]
    assert (event["shop"], event["item_id"], event["kind"]) == (LEADER, SHEETS, "降价")
    assert (event["before"], event["after"], event["since"]) == (199, 179.1, day_number(WEEKS[0]))
    assert event["change"] == pytest.approx(-0.1)
    (news,) = [row for row in workbook.rows("PeerNews") if row["kind"]]
    assert (news["detail"], from_serial(news["date"]).isoformat()) == ("199 → 179.1", WEEKS[2])


def test_the_same_data_twice_raises_nothing_twice(shelf, tmp_path):
    """A file again, and its rows in another file of another order, leave log and events as they are."""
    rows = [seen(day, price=price) for day, price in zip(WEEKS[:3], (199, 179, 189), strict=True)]
    first = log(tmp_path, rows)
    _poured(shelf.workbook, first)
    before = _ledger(shelf.kept())
    again = _poured(shelf.workbook, first, log(tmp_path, [*reversed(rows), rows[0]], name="又一份"))
    assert _ledger(shelf.kept()) == before
    assert _counts(again) == [(0, 0, 3, 0)] * 2
    assert told(again) == []


def test_what_was_logged_first_stays_and_blanks_are_filled(shelf, tmp_path):
    """A second figure for the same cell is told with both figures; a cell that was blank takes what comes later."""
    _poured(shelf.workbook, log(tmp_path, [seen(WEEKS[0], price=199)]))
    other = log(tmp_path, [seen(WEEKS[0], price=189, 月销量=50)], name="又一份")
    report = _poured(shelf.workbook, other)
    (row,) = [row for row in shelf.kept().rows("PeerLog") if row["shop"]]
    assert (row["price"], row["monthly_sales"]) == (199, 50)
    assert _counts(report) == [(0, 1, 0, 0)]
    (issue,) = [issue for issue in report.all_issues if issue.code == "log-kept"]
    assert issue.seen == {"count": 1, "examples": (f"{WEEKS[0]} {LEADER} {SHEETS} 券后价 199 ≠ 189",)}


def test_files_in_any_order_give_one_ledger(memory_book, tmp_path):
    """Weekly files, imported one by one in every order, end in the same log and the same events."""
    files = [
        log(tmp_path, [seen(day, price=100 + 10 * at), seen(day, RIVAL, QUILT, 300 - at)], name=f"第{at}周", made=day)
        for at, day in enumerate(WEEKS[:3])
    ]
    found = []
    for order in permutations(files):
        workbook = memory_book()
        for file in order:
            _poured(workbook, file)
        found.append(_ledger(workbook))
    assert found[1:] == found[:-1]
    assert len([kind for kind in found[0]["PeerEvents"] if kind[3]]) == 4


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(gone=st.sets(st.sampled_from(WEEKS[1:3])), copies=st.integers(1, 3))
def test_a_gap_is_no_event_and_copies_are_none(memory_book, tmp_path_factory, gone, copies):
    """Weeks without a look, and rows that stand several times, raise nothing while the figures stay as they were."""
    rows = [seen(day, 月销量=300, 排名=5, 标题="四件套") for day in WEEKS if day not in gone]
    workbook = memory_book()
    _poured(workbook, log(tmp_path_factory.mktemp("gaps"), rows * copies))
    assert _events(workbook) == []


def test_a_shop_spelled_otherwise_is_the_same_shop(memory_book, tmp_path):
    """Width and spaces do not make another shop: the log keeps the spelling of the list of peers."""
    workbook = memory_book()
    workbook.upsert("Peers", [{"shop": LEADER}])
    _poured(workbook, log(tmp_path, [seen(WEEKS[0], f" {LEADER[:2]} {LEADER[2:]}"), seen(WEEKS[1], price=99)]))
    assert {row["shop"] for row in workbook.rows("PeerLog")} == {LEADER}
    assert _events(workbook) == [(SHEETS, "降价")]


def test_an_item_written_otherwise_is_the_same_item(memory_book, tmp_path):
    """A plug-in's link or spaced digits make no second item, and figures lose the words that pages print."""
    link = f"https://item.example.com/item.htm?spm=1&id={SHEETS}"
    spaced = f"{SHEETS[:3]} {SHEETS[3:]}"
    workbook = memory_book()
    rows = [seen(WEEKS[0]), seen(WEEKS[1], item=link, 月销量="300+人付款"), seen(WEEKS[2], item=spaced, 排名="第3名")]
    assert told(_poured(workbook, log(tmp_path, rows))) == []
    assert _events(workbook) == []
    assert [(row["item_id"], row["monthly_sales"], row["rank"]) for row in workbook.rows("PeerLog")] == [
        (SHEETS, None, None),
        (SHEETS, 300, None),
        (SHEETS, None, 3),
    ]


def test_a_price_that_stands_there_twice_is_told(memory_book, tmp_path):
    """The left column is logged, and that there is another one is no footnote."""
    path = tmp_path / "竞品.csv"
    path.write_bytes(csv([("日期", "店铺", "商品ID", "券后价", "券后价"), (WEEKS[0], LEADER, SHEETS, 99, 89)]))
    (issue,) = _poured(workbook := memory_book(), path).all_issues
    assert (issue.code, issue.seen) == ("twin-columns", {"columns": ("券后价",)})
    assert [row["price"] for row in workbook.rows("PeerLog")] == [99]


def test_a_sighting_of_a_day_to_come_is_told(memory_book, tmp_path):
    """A day after the one the file was made is logged and told, without a word of partial days."""
    (issue,) = _poured(memory_book(), log(tmp_path, [seen(WEEKS[1])], made=WEEKS[0])).all_issues
    assert (issue.code, issue.seen) == ("future-sighting", {"date": WEEKS[1], "made": WEEKS[0]})


def test_news_come_from_watched_shops(memory_book, tmp_path):
    """Every event is kept, with a word on whose it is; news are those of the list, of all shops while it is empty."""
    workbook = memory_book()
    rows = [
        seen(day, shop, item, price)
        for shop, item in ((LEADER, SHEETS), ("路人店", QUILT))
        for day, price in zip(WEEKS, (199, 179), strict=False)
    ]

    def told():
        news = [row["shop"] for row in workbook.rows("PeerNews") if row["shop"]]
        return _events(workbook, "shop", "watched"), sorted(news)

    _poured(workbook, log(tmp_path, rows))
    both = sorted([LEADER, "路人店"])
    assert told() == ([(shop, None) for shop in both], both)
    workbook.upsert("Peers", [{"shop": LEADER}])
    refresh(workbook)
    assert told() == ([(shop, "是" if shop == LEADER else "否") for shop in both], [LEADER])
    workbook.upsert("Peers", [{"shop": "路人店"}])
    refresh(workbook)
    assert told() == ([(shop, "是") for shop in both], both)


def _with_column(workbook, table, header):
    """A column of the operator's own at the right of a table in memory."""
    body = workbook.host._tables[table]
    rows = [[*row, MemoryCell()] for row in body.rows]
    workbook.host._tables[table] = replace(body, headers=(*body.headers, header), rows=rows)


def test_rows_pasted_by_hand_count_like_imported_ones(memory_book):
    """Pasted rows are compared by the next refresh; ids and figures typed as numbers are what they look like."""
    workbook = memory_book()
    for day, price in zip(WEEKS[:2], (199.0, 219.0), strict=True):
        workbook.upsert(
            "PeerLog", [{"date": day_number(day), "shop": LEADER, "item_id": float(SHEETS), "price": price}]
        )
    refresh(workbook)
    assert _events(workbook) == [(SHEETS, "涨价")]


def test_cells_of_a_wrong_kind_are_passed_over(memory_book):
    """A row without a day, and a price in words, say nothing and stop nothing."""
    workbook = memory_book()
    row = {"shop": LEADER, "item_id": SHEETS}
    workbook.upsert("PeerLog", [{"date": "上周", **row, "price": 1.0}])
    workbook.upsert(
        "PeerLog",
        [
            {"date": day_number(day), **row, "price": price}
            for day, price in zip(WEEKS, (199.0, "面议", 199.0, 189.0), strict=True)
        ],
    )
    refresh(workbook)
    assert _events(workbook, "kind", "since") == [("降价", day_number(WEEKS[0]))]


def test_an_event_that_follows_no_longer_goes(memory_book):
    """After a price is corrected by hand its events go; a column of the operator's stays beside the events that stay."""
    workbook = memory_book()
    rows = [
        {"date": day_number(day), "shop": LEADER, "item_id": item, "price": price}
        for item, prices in ((SHEETS, (199.0, 99.0)), (QUILT, (300.0, 280.0)))
        for day, price in zip(WEEKS[:2], prices, strict=True)
    ]
    workbook.upsert("PeerLog", rows)
    refresh(workbook)
    _with_column(workbook, "PeerEvents", "跟进")
    body = workbook.host._tables["PeerEvents"]
    at = [[cell.value for cell in row] for row in body.rows]
    quilt = next(row for row, values in zip(body.rows, at, strict=True) if QUILT in values)
    quilt[-1].value = "已跟价"
    workbook.upsert("PeerLog", [{**rows[1], "price": 199.0}])
    refresh(workbook)
    assert _events(workbook) == [(QUILT, "降价")]
    assert workbook.host.read_table("PeerEvents").rows[0][-1] == "已跟价"


def test_an_event_somebody_wrote_beside_stays(memory_book):
    """What the operator noted is never lost, also where the event follows from the log no longer."""
    workbook = memory_book()
    rows = [
        {"date": day_number(day), "shop": LEADER, "item_id": SHEETS, "price": price}
        for day, price in zip(WEEKS[:2], (199.0, 99.0), strict=True)
    ]
    workbook.upsert("PeerLog", rows)
    refresh(workbook)
    _with_column(workbook, "PeerEvents", "跟进")
    workbook.host._tables["PeerEvents"].rows[0][-1].value = "已跟价"
    workbook.upsert("PeerLog", [{**rows[1], "price": 199.0}])
    refresh(workbook)
    assert workbook.host.read_table("PeerEvents").rows[0][-1] == "已跟价"


@pytest.fixture
def ours(memory_book, tmp_path):
    """A book with an item of ours that sells for 250 a piece."""
    workbook = memory_book()
    workbook.upsert("Peers", [{"shop": LEADER, "role": "标杆"}, {"shop": RIVAL, "role": "同类"}])
    figures = {"商品名称": "小棉袄水洗棉四件套纯色床单被套", "商品访客数": 900, "支付金额": 5000, "支付件数": 20}
    _poured(workbook, inbox.items(tmp_path / "ours", WEEKS[2], {OURS: figures}))
    return workbook


def _pairs(workbook):
    return {row["peer_item_id"]: row for row in workbook.rows("PeerMatches") if row["peer_item_id"]}


def test_look_alikes_are_offered_and_compared(ours, tmp_path):
    """A copied title stands beside our item with its likeness, and its price in the comparison."""
    copied = seen(WEEKS[2], RIVAL, QUILT, 200, 标题="水洗棉四件套纯色床单被套 新款包邮")
    other = seen(WEEKS[2], RIVAL, SHEETS, 99, 标题="荞麦枕头护颈枕芯")
    _poured(ours, log(tmp_path, [copied, other]))
    assert list(_pairs(ours)) == [QUILT]
    (first, *_) = ours.rows("PeerPrices")
    assert (first["item_id"], first["ours"], first["median"], first["index"]) == (OURS, 250, 200, 1.25)


def test_a_judged_pair_is_never_dropped(ours, tmp_path):
    """A complaint stays although the titles differ by now; a refused pair compares with nothing; others may go."""
    rows = [
        seen(WEEKS[0], RIVAL, item, 200, 标题="水洗棉四件套纯色床单被套") for item in (QUILT, SHEETS, "700000000003")
    ]
    _poured(ours, log(tmp_path, rows))
    key = {"item_id": OURS, "shop": RIVAL}
    ours.upsert("PeerMatches", [{**key, "peer_item_id": QUILT, "complaint": "已投诉"}])
    ours.upsert("PeerMatches", [{**key, "peer_item_id": SHEETS, "same": "否"}])
    later = [seen(WEEKS[1], RIVAL, item, 200, 标题="荞麦枕头护颈枕芯") for item in (QUILT, SHEETS, "700000000003")]
    _poured(ours, log(tmp_path, later, name="后来"))
    pairs = _pairs(ours)
    assert {item: (row["complaint"], row["same"]) for item, row in pairs.items()} == {
        QUILT: ("已投诉", None),
        SHEETS: (None, "否"),
    }
    assert pairs[QUILT]["peer_title"] == "荞麦枕头护颈枕芯"
    assert pairs[QUILT]["similarity"] < 0.2


def test_own_items_in_the_log_are_no_competitors(ours, tmp_path):
    """Our own sightings give our price and raise no event, and nobody is asked to watch us."""
    rows = [seen(WEEKS[1], SHOP, OURS, 240), seen(WEEKS[2], SHOP, OURS, 230)]
    report = _poured(ours, log(tmp_path, [*rows, seen(WEEKS[2], 标题="水洗棉四件套纯色床单被套", price=230)]))
    assert _events(ours) == []
    assert report.news["strangers"] == ()
    assert ours.rows("PeerPrices")[0]["ours"] == 230


def test_shops_nobody_watches_are_offered_once(ours, tmp_path):
    """A shop that is not in the list is logged and named; neither the same file nor a later look names it again."""
    file = log(tmp_path, [seen(WEEKS[0], "路人店"), seen(WEEKS[0])])
    assert _poured(ours, file).news["strangers"] == ("路人店",)
    assert _poured(ours, file).news["strangers"] == ()
    assert _poured(ours, log(tmp_path, [seen(WEEKS[1], "路人店"), seen(WEEKS[1])], name="后来")).news["strangers"] == ()
    assert {row["shop"] for row in ours.rows("PeerLog")} == {"路人店", LEADER}


@pytest.mark.parametrize(
    ("sales", "verdict", "evidence"),
    [
        pytest.param(
            (20, 30),
            "观察",
            f"2 家竞店中 2 家已上新（{LEADER}、{RIVAL}），最早 2026-02-20，都还没有单款月销满 100 的",
            id="launched but slow",
        ),
        pytest.param(
            (150, 30),
            "观察",
            f"2 家竞店中 2 家已上新（{LEADER}、{RIVAL}），最早 2026-02-20，1 家有单款月销满 100（{LEADER}），不足 2 家",
            id="one of two sells",
        ),
        pytest.param(
            (150, 100),
            "现在上",
            f"2 家竞店中 2 家已上新（{LEADER}、{RIVAL}），最早 2026-02-20，2 家有单款月销满 100（{LEADER}、{RIVAL}）",
            id="launched and selling",
        ),
    ],
)
def test_the_season_board_says_why(ours, tmp_path, sales, verdict, evidence):
    """Launched but slow: watch; launched and selling: launch; the peers behind it are named."""
    rows = [
        seen(WEEKS[2], shop, item, 月销量=sold, 季节标签="春夏", 上架日期="2026-02-20")
        for shop, item, sold in zip((LEADER, RIVAL), (SHEETS, QUILT), sales, strict=True)
    ]
    _poured(ours, log(tmp_path, rows))
    (row,) = [row for row in ours.rows("PeerSeasons") if row["season"]]
    assert (row["season"], row["verdict"], row["evidence"]) == ("春夏", verdict, evidence)


@pytest.mark.parametrize(
    ("others", "evidence"),
    [
        pytest.param({RIVAL: WEEKS[2]}, "关注的 2 家竞店都还没有上新", id="both seen"),
        pytest.param({}, f"关注的 2 家竞店都还没有上新；其中 1 家近 3 周没有记录（{RIVAL}）", id="one not seen"),
        pytest.param({"路人店": "2026-04-30"}, "关注的 2 家竞店近 3 周都没有记录，看不出", id="none seen for weeks"),
    ],
)
def test_a_season_nobody_launched_waits(ours, tmp_path, others, evidence):
    """Last year's goods are no launch: hold; shops that nobody looked at are not said to have launched nothing."""
    rows = [seen(WEEKS[2], 月销量=500, 季节标签="夏季", 上架日期="2025-04-01")]
    _poured(ours, log(tmp_path, [*rows, *(seen(day, shop, QUILT) for shop, day in others.items())]))
    (row,) = [row for row in ours.rows("PeerSeasons") if row["season"]]
    assert (row["verdict"], row["evidence"]) == ("先等等", evidence)


def test_losses_find_their_peer(ours, tmp_path):
    """The export knows sellers by number only: an item of the log tells which peer one is, for its other items too."""
    _poured(ours, log(tmp_path, [seen(WEEKS[0], RIVAL, QUILT), seen(WEEKS[0], RIVAL, "1")]))
    sold = ((QUILT, "2200000001"), (SHEETS, "2200000001"), ("700000000009", "2200000002"), ("1", "2200000003"))
    report = _poured(ours, *(lost(tmp_path / item, WEEKS[1], seller, item, 120) for item, seller in sold))
    found = {row["item_id"]: (row["shop"], row["lost_amount"], row["peer"]) for row in ours.rows("PeerLost")}
    peers = {QUILT: RIVAL, SHEETS: RIVAL, "700000000009": None, "1": None}
    assert found == {item: (seller, 120, peers[item]) for item, seller in sold}
    assert {one.shop: one.item_id for one in report.news["takers"]} == {"2200000002": "700000000009", "2200000003": "1"}


def test_losses_of_one_peer_under_two_names_are_added(ours, tmp_path):
    """By name in a list of one's own and by number in the export; a row that stands twice in a file counts once."""
    _poured(ours, log(tmp_path, [seen(WEEKS[0], RIVAL, QUILT)]))
    rows = [("店铺", "日期", "商品ID", "流失金额"), (f" {RIVAL[:2]} {RIVAL[2:]}", WEEKS[1], QUILT, 40)]
    own = tmp_path / "流失.csv"
    own.write_bytes(csv(rows))
    twice = lost(tmp_path / "twice", WEEKS[1], "2200000001", QUILT, 120)
    twice.write_bytes(twice.read_bytes() + twice.read_bytes().splitlines(keepends=True)[-1])
    _poured(ours, own, twice)
    assert [(one.shop, one.amount, one.watched) for one in lost_customers(ours)] == [(RIVAL, 160, True)]
    assert _poured(ours, own, twice).news["takers"] == ()


def test_shops_that_customers_were_lost_to_are_offered_once(ours, tmp_path):
    """By name, with what they took, the largest first; our own shop and peers are not, nor anybody the second time."""
    rows = [(shop, WEEKS[1], amount, 3) for shop, amount in (("甲店", 50), ("乙店", 90), (RIVAL, 70), (SHOP, 10))]
    own = tmp_path / "流失.csv"
    own.write_bytes(csv([("店铺", "日期", "流失金额", "流失人数"), *rows]))
    report = _poured(ours, own)
    assert [(one.shop, one.amount, one.users, one.item_id) for one in report.news["takers"]] == [
        ("乙店", 90, 3, None),
        ("甲店", 50, 3, None),
    ]
    later = tmp_path / "后来.csv"
    later.write_bytes(csv([("店铺", "日期", "流失金额"), ("甲店", WEEKS[2], 70), ("丙店", WEEKS[2], 20)]))
    assert [one.shop for one in _poured(ours, own, later).news["takers"]] == ["丙店"]
