"""`opsbook peers add|log|import|report`, in both languages, and what the other commands say of competitors."""

import json
import shlex
from datetime import date

import pytest

from exports.writers import csv
from opsbook.hosts.files.host import FilesHost
from opsbook.model.values import serial
from support import inbox
from support.books import SHOP
from support.house import open_book
from support.peer_files import LEADER, QUILT, RIVAL, SHEETS, log, lost, seen

DAY, NEXT = "2026-03-18", "2026-03-25"
TODAY = date(2026, 3, 27)


@pytest.fixture(autouse=True)
def _calendar(monkeypatch):
    """What the user's calendar says."""
    monkeypatch.setattr("opsbook.features.competitors.commands.watching.today", lambda: serial(TODAY))


def _rows(book, table):
    workbook = open_book(FilesHost(book))
    return [row for row in workbook.rows(table) if row.get("shop")]


def _peer(book, shop=LEADER):
    return next(row for row in _rows(book, "Peers") if row["shop"] == shop)


def test_a_shop_is_watched_from_today_on(book, run):
    """Role, link and note stand in the list; the day is today's; fewer than three shops are advised against."""
    answer = run("peers", "add", book, LEADER, "--role", "标杆", "--link", "https://example.com", "--note", "上新快")
    assert answer.code == 0
    assert answer.out.splitlines() == [
        f"已关注竞店「{LEADER}」（标杆），现在共 1 家",
        "现在只关注了 1 家，样本偏少：建议 3–5 家，两家标杆，其余同类。",
    ]
    row = _peer(book)
    assert (row["role"], row["link"], row["note"]) == ("标杆", "https://example.com", "上新快")
    assert row["since"] == serial(TODAY)


def test_the_same_shop_twice_is_changed_where_asked(book, run):
    """Another spelling is the same shop; only what the command names changes, old and new are said."""
    run("peers", "add", book, LEADER, "--role", "leader", "--note", "上新快")
    spelled = f"{LEADER[:2]} {LEADER[2:]}"
    answer = run("peers", "add", book, spelled, "--role", "同类", "--since", "2026/3/1")
    assert answer.out.splitlines()[:2] == [
        f"「{LEADER}」的角色：标杆 → 同类",
        f"「{LEADER}」的关注日期：{TODAY} → 2026-03-01",
    ]
    (row,) = _rows(book, "Peers")
    assert (row["role"], row["note"]) == ("同类", "上新快")
    before = book.read_bytes()
    assert "没有改动" in run("peers", "add", book, LEADER).out
    assert book.read_bytes() == before


def test_a_cell_that_was_empty_is_said_as_a_dash(book, run):
    """Neither nothing at all nor the word None stands before the arrow."""
    run("peers", "add", book, LEADER)
    assert (
        run("peers", "add", book, LEADER, "--note", "上新快").out.splitlines()[0] == f"「{LEADER}」的备注：– → 上新快"
    )


@pytest.mark.parametrize(("count", "advised"), [(2, "样本偏少"), (3, ""), (5, ""), (6, "越记越吃力")])
def test_three_to_five_are_advised_and_nothing_is_refused(count, advised, book, run):
    """Outside three to five shops a sentence says so; all of them are watched."""
    for number in range(count):
        answer = run("peers", "add", book, f"竞店{number}")
    assert answer.code == 0
    assert len(_rows(book, "Peers")) == count
    assert (advised in answer.out) if advised else ("建议" not in answer.out)


def test_a_full_list_says_how_to_make_room(book, run):
    """The list has room for sixty shops; the next one is refused by the list's own words."""
    workbook = open_book(FilesHost(book))
    workbook.upsert("Peers", [{"shop": f"竞店{number}"} for number in range(59)])
    workbook.host.save()
    answer = run("peers", "add", book, "竞店59")
    assert answer.out.splitlines()[0] == "已关注竞店「竞店59」，现在共 60 家。角色还空着：可在「竞店」表选标杆或同类"
    before = book.read_bytes()
    answer = run("peers", "add", book, "竞店60")
    assert answer.code == 2
    assert "竞店名单放得下的 60 家已满" in answer.err
    assert book.read_bytes() == before


def test_the_thirteenth_shop_comes_into_sight(book, run):
    """Twelve rows of the list are in sight, the others behind [+]; a row that is filled shows, and no check minds."""
    hidden = {}
    for count in (12, 14):
        workbook = open_book(FilesHost(book))
        workbook.upsert("Peers", [{"shop": f"竞店{number}"} for number in range(count)])
        workbook.host.save()
        hidden[count] = FilesHost(book).read_table("Peers").hidden
    assert hidden == {12: frozenset(range(12, 60)), 14: frozenset(range(14, 60))}
    assert [run(command, book).code for command in ("refresh", "check")] == [0, 0]


@pytest.mark.parametrize(
    ("words", "code", "named"),
    [
        pytest.param(["add", " "], "no-peer-name", "没有写店铺名", id="no name"),
        pytest.param(["add", SHOP], "own-shop-as-peer", SHOP, id="our own shop"),
        pytest.param(["add", "某店", "--role", "老大"], "bad-role", "标杆、同类", id="unknown role"),
        pytest.param(["add", "某店", "--since", "上周"], "bad-day", "上周", id="no date"),
        pytest.param(["log", "--shop", "某店", "--item", "abc"], "bad-item-id", "abc", id="no item id"),
        pytest.param(["log", "--shop", "某店", "--item", SHEETS], "sighting-empty", "至少写一样", id="nothing seen"),
        pytest.param(
            ["log", "--shop", "某店", "--item", SHEETS, "--price", "面议"], "bad-figure", "券后价", id="no number"
        ),
        pytest.param(["log", "--shop", "某店", "--item", SHEETS, "--price", "0"], "bad-figure", "「0」", id="free"),
        pytest.param(
            ["log", "--shop", "某店", "--item", SHEETS, "--image", "没有.jpg"],
            "image-unreadable",
            "没有.jpg",
            id="no image",
        ),
        pytest.param(["report", "--since", "上周"], "bad-day", "上周", id="report from no date"),
    ],
)
def test_what_cannot_be_is_refused_in_words(words, code, named, book, run):
    """Exit 2, what was seen and what to write; the workbook stays as it is."""
    before = book.read_bytes()
    verb, *more = words
    answer = run("peers", verb, book, *more)
    assert answer.code == 2
    assert named in answer.err
    assert json.loads(run("peers", verb, book, *more, "--json").out)["error"] == code
    assert book.read_bytes() == before


def test_one_sighting_is_written_down(book, run):
    """Figures as people write them, the item from its link, the day as asked; a blank is filled later, a figure stays."""
    link = f"https://item.example.com/item.htm?spm=1&id={SHEETS}"
    first = run(
        "peers", "log", book, "--shop", LEADER, "--item", link, "--date", DAY, "--price", "￥199", "--title", "四件套"
    )
    assert first.out.splitlines()[0] == f"已记录：{DAY} {LEADER} {SHEETS}，标题 四件套、链接 {link}、券后价 199"
    filled = run(
        "peers", "log", book, "--shop", LEADER, "--item", SHEETS, "--date", DAY, "--sales", "1.2万+", "--price", "199"
    )
    assert filled.out.splitlines() == [f"{DAY} {LEADER} {SHEETS} 已有记录，补上：月销量 12,000"]
    same = run("peers", "log", book, "--shop", LEADER, "--item", SHEETS, "--date", DAY, "--price", "199")
    assert (same.code, same.out.splitlines()) == (0, [f"{DAY} {LEADER} {SHEETS} 已经这样记过，没有改动"])
    other = run("peers", "log", book, "--shop", LEADER, "--item", SHEETS, "--date", DAY, "--price", "189")
    assert other.code == 1
    assert "券后价 199 ≠ 189" in other.err
    (row,) = _rows(book, "PeerLog")
    assert (row["price"], row["monthly_sales"], row["link"]) == (199, 12000, link)


def test_a_sighting_is_of_today_unless_told(book, run):
    """Without --date it is the user's own today."""
    run("peers", "log", book, "--shop", LEADER, "--item", SHEETS, "--price", "199")
    assert _rows(book, "PeerLog")[0]["date"] == serial(TODAY)


def test_a_day_to_come_is_told_and_a_year_outside_refused(book, run):
    """A mistyped day would move everything that counts back from the newest look."""
    ahead = run("peers", "log", book, "--shop", LEADER, "--item", SHEETS, "--price", "199", "--date", "2026-03-28")
    assert (ahead.code, ahead.err.splitlines()) == (
        1,
        ["! 2026-03-28 还没到，已照记。日期写错的话，请在「竞品日志」里改那一格，再刷新。"],
    )
    outside = run("peers", "log", book, "--shop", LEADER, "--item", SHEETS, "--price", "199", "--date", "2027-03-28")
    assert outside.code == 2
    assert "2025–2026 年的，没有 2027-03-28" in outside.err
    assert [row["date"] for row in _rows(book, "PeerLog")] == [serial(date(2026, 3, 28))]


@pytest.fixture
def files(tmp_path):
    """Two looks at two shops, and a loss."""
    rows = [
        seen(DAY),
        seen(NEXT, price=179, 标题="四件套"),
        seen(DAY, RIVAL, QUILT, 300),
        seen(NEXT, RIVAL, QUILT, 320),
    ]
    return log(tmp_path / "in", rows), lost(tmp_path / "in", DAY, "2200000001", QUILT, 1234)


def test_files_of_competitors_are_imported(files, book, run, tmp_path):
    """What was logged is counted and shops nobody watches are offered; another report stays out and is named."""
    shop = inbox.shop(tmp_path / "in", {DAY: {"支付金额": 1000}})
    run("peers", "add", book, LEADER)
    answer = run("peers", "import", book, tmp_path / "in")
    assert answer.code == 1
    assert f"「{shop.name}」是生意参谋 店铺整体，不是竞品日志，没有导入。" in answer.err
    assert f"日志里有 1 家店不在竞店名单里：{RIVAL}。想关注就运行：\n  opsbook peers add {book} {RIVAL}\n" in answer.out
    assert answer.out.splitlines()[-1].startswith("3 个文件：记录 5 条，补全 0 条，未变 0 条，拒收 1 条，1 个问题。")
    assert len(_rows(book, "PeerLog")) == 4
    assert run("peers", "import", book, *files).code == 0


def test_a_dry_run_writes_nothing(files, book, run):
    """Counts and offers as they would be; the workbook keeps its bytes."""
    before = book.read_bytes()
    answer = run("peers", "import", book, *files, "--dry-run", "--json")
    told = json.loads(answer.out)
    assert (told["added"], told["not_watched"]) == (5, [LEADER, RIVAL])
    assert book.read_bytes() == before


@pytest.mark.usefixtures("files")
def test_the_log_is_recognised_among_other_exports(book, run, tmp_path):
    """`import` and `daily` know the log in the inbox; the third line tells what competitors did since the day shown."""
    inbox.shop(tmp_path / "in", {NEXT: {"支付金额": 1000, "访客数": 20}})
    answer = run("daily", book, tmp_path / "in")
    assert answer.out.splitlines()[2].endswith(f"；竞店：涨价 1、降价 1（{LEADER}等 2 家）")
    assert f"  opsbook peers add {book} {RIVAL}" in answer.out
    run("peers", "add", book, LEADER)
    assert run("daily", book, tmp_path / "in").out.splitlines()[2].endswith(f"；竞店：降价 1（{LEADER}）")
    told = run("peers", "report", book).out.splitlines()
    assert told[:3] == [
        "竞店动态（2026-03-19 起，1 条）：",
        f"  03-25 {LEADER} 降价「四件套」 199 → 179（−10.1%），原值自 03-18",
        "  另有 1 条来自不在名单里的店，见「竞品日志」的动态",
    ]
    later = inbox.shop(tmp_path / "later", {"2026-03-26": {"支付金额": 1000, "访客数": 20}})
    assert "竞店：" not in run("daily", book, later.parent).out


PLUG_IN = ["采集时间", "店铺名称", "宝贝ID", "宝贝标题", "到手价", "近30天销量", "交易指数"]


def test_a_plug_ins_layout_is_mapped_once(book, run, tmp_path):
    """Its columns are proposed with the command that confirms them, an index as nothing; later files go in at once."""
    first, later = (tmp_path / f"竞品{number}.csv" for number in (1, 2))
    first.write_bytes(csv([PLUG_IN, [f"{DAY} 09:00:11", LEADER, SHEETS, "四件套", 199, 800, 123456]]))
    later.write_bytes(csv([PLUG_IN, [f"{NEXT} 09:00:11", LEADER, SHEETS, "四件套", 189, 900, 123456]]))
    asked = run("peers", "import", book, first)
    assert asked.code == 1
    (command,) = [line for line in asked.out.splitlines() if line.startswith("  opsbook import")]
    assert "店铺名称=店铺" in command
    assert "交易指数" not in command
    assert _rows(book, "PeerLog") == []
    assert run(*shlex.split(command)[1:]).code == 0
    assert run("peers", "import", book, later).code == 0
    assert [(row["price"], row["monthly_sales"]) for row in _rows(book, "PeerLog")] == [(199, 800), (189, 900)]
    refused = run("import", book, first, "--map", "交易指数=月销量")
    assert refused.code == 2
    assert "交易指数" in refused.err


def test_the_report_tells_everything_at_once(files, book, run, tmp_path):
    """Events with old and new figures, prices, seasons, look-alikes, losses; --since widens it; nothing is written."""
    ours = {"商品名称": "小棉袄四件套", "商品访客数": 900, "支付金额": 5000, "支付件数": 20}
    run("import", book, *files, inbox.items(tmp_path / "in", DAY, {"600000000001": ours}))
    before = book.read_bytes()
    lines = run("peers", "report", book).out.splitlines()
    assert lines[:3] == [
        "竞店动态（2026-03-19 起，2 条）：",
        f"  03-25 {RIVAL} 涨价「{QUILT}」 300 → 320（+6.7%），原值自 03-18",
        f"  03-25 {LEADER} 降价「四件套」 199 → 179（−10.1%），原值自 03-18",
    ]
    assert lines[-4:] == [
        "流失去向：",
        f"  {RIVAL}：1,234 元",
        f"流失去向里有 1 家店不在竞店名单里：{RIVAL}（1,234 元）。想关注就运行：",
        f"  opsbook peers add {book} {RIVAL}",
    ]
    told = json.loads(run("peers", "report", book, "--since", DAY, "--json").out)
    assert told["since"] == DAY
    assert [(event["kind"], event["after"]) for event in told["events"]] == [("涨价", 320), ("降价", 179)]
    assert told["events"][0]["date"] == NEXT
    assert book.read_bytes() == before


def test_every_event_is_told_in_its_own_words(book, run, tmp_path):
    """A rank moves by places, pictures stand apart; who left, came and came back is told by the day it was seen, listed or missing."""
    days = ("2026-03-04", "2026-03-11", "2026-03-18", "2026-03-25")
    gone, fresh = "700000000003", "700000000004"
    looks = ("a.jpg #00000000ffffffff",) * 3 + ("b.jpg #ffffffff00000000",)
    rows = [seen(day, 排名=rank, 主图=look) for day, rank, look in zip(days, (30, 30, 12, 41), looks, strict=True)]
    rows += [seen(day, item=gone, price=20) for day in (days[0], days[3])]
    rows += [seen(day, item=fresh, price=59, 上架日期="2026-03-15") for day in days[2:]]
    run("import", book, log(tmp_path / "in", rows))
    assert run("peers", "report", book, "--since", days[0]).out.splitlines()[1:7] == [
        f"  03-25 {LEADER} 重新上架「{gone}」 20 → 20，03-11 起没看到",
        f"  03-25 {LEADER} 排名下降「{SHEETS}」 12 → 41（−29 位），原值自 03-18",
        f"  03-25 {LEADER} 主图变更「{SHEETS}」 a.jpg → b.jpg（相差 100%），原值自 03-04",
        f"  03-18 {LEADER} 上新「{fresh}」 券后价 59，03-15 上架",
        f"  03-18 {LEADER} 下架「{gone}」 最后价 20，最后看到 03-04",
        f"  03-18 {LEADER} 排名上升「{SHEETS}」 30 → 12（+18 位），原值自 03-04",
    ]


def test_a_seller_known_by_number_gets_its_name(book, run, tmp_path):
    """The import names the item that tells it; logged once, the shop is offered and its losses go by its name."""
    answer = run("peers", "import", book, lost(tmp_path, DAY, "2200000001", QUILT, 1234))
    assert "流失去向里有 1 家只有商家编号：2200000001（1,234 元）。" in answer.out
    (command,) = [line for line in answer.out.splitlines() if line.startswith("  opsbook peers log")]
    words = command.replace("店名", RIVAL).replace("券后价", "99")
    logged = run(*shlex.split(words)[1:])
    assert logged.out.splitlines()[-2:] == [
        f"日志里有 1 家店不在竞店名单里：{RIVAL}。想关注就运行：",
        f"  opsbook peers add {book} {RIVAL}",
    ]
    assert "opsbook peers add" not in run(*shlex.split(words.replace("99", "98"))[1:], "--date", NEXT).out
    run("peers", "add", book, RIVAL)
    assert run("peers", "report", book).out.splitlines()[-2:] == ["流失去向：", f"  {RIVAL}（已关注）：1,234 元"]
    assert _rows(book, "PeerLost")[0]["peer"] == RIVAL


def test_an_empty_log_says_how_to_begin(book, run):
    """Without a sighting the report names the two ways to begin."""
    answer = run("peers", "report", book)
    assert "opsbook peers log" in answer.out
    assert "opsbook peers import" in answer.out


def test_a_new_year_takes_the_ledger_along(files, book, run, tmp_path):
    """Who is watched, what was seen and what the operator judged come along, with no other report; events follow anew."""
    run("peers", "add", book, LEADER, "--role", "标杆")
    run("import", book, *files)
    host = FilesHost(book)
    open_book(host).upsert(
        "PeerMatches", [{"item_id": "600000000001", "shop": RIVAL, "peer_item_id": QUILT, "complaint": "已投诉"}]
    )
    host.save()
    new = tmp_path / "2027.xlsx"
    made = run("new", new, "--shop", SHOP, "--year", 2027, "--from", book)
    assert (made.code, "竞品日志 4 行、流失去向 1 行" in made.out) == (0, True)
    assert _peer(new)["role"] == "标杆"
    for table, columns in (
        ("PeerLog", ("date", "shop", "item_id", "price")),
        ("PeerEvents", ("date", "kind", "after")),
    ):
        old, now = ([tuple(row[name] for name in columns) for row in _rows(one, table)] for one in (book, new))
        assert sorted(now) == sorted(old) != []
    assert [row["lost_amount"] for row in _rows(new, "PeerLost")] == [1234]
    assert [row["complaint"] for row in _rows(new, "PeerMatches")] == ["已投诉"]


def test_the_demo_tells_its_story(demo, run):
    """Three months of two leaders and two look-alikes: what moved, when to launch, who copies, where customers go."""
    told = json.loads(run("peers", "report", demo, "--since", "2026-08-20", "--json").out)
    kinds = {event["kind"] for event in told["events"]}
    assert kinds >= {
        "涨价",
        "降价",
        "优惠变化",
        "上新",
        "下架",
        "重新上架",
        "销量突增",
        "标题变更",
        "主图变更",
        "排名上升",
    }
    assert {row["season"]: row["verdict"] for row in told["seasons"]} == {
        "秋冬": "现在上",
        "冬季": "观察",
        "夏季": "先等等",
    }
    copied = next(row for row in told["alike"] if row["complaint"])
    assert (copied["shop"], copied["complaint"]) == ("木槿生活旗舰店", "已投诉")
    assert copied["similarity"] > 0.85
    assert [one["watched"] for one in told["lost"]] == [True, True, True, False]


def test_in_english_everything_is_english(new_file, run, tmp_path, monkeypatch):
    """Roles, events, advice and the report speak the workbook's language."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    book = tmp_path / "en.xlsx"
    book.write_bytes(new_file("en").read_bytes())
    run("peers", "add", book, "Leader shop", "--role", "标杆")
    assert _peer(book, "Leader shop")["role"] == "Leader"
    lines = log(tmp_path / "en", [seen(DAY, "Leader shop"), seen(NEXT, "Leader shop", price=179)])
    run("peers", "import", book, lines)
    answer = run("peers", "report", book)
    assert answer.out.splitlines()[:2] == [
        "Events since 2026-03-19: 1",
        f"  03-25 Leader shop, Price down: {SHEETS} 199 → 179 (−10.1%), the old one since 03-18",
    ]
