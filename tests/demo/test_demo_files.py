"""The demo's files are what sellers download: names, shapes, headers, and the same bytes every time."""

import re
from datetime import date, datetime, timedelta

import pytest

from opsbook.features.demo import write_inbox

FIRST, LAST = date(2025, 1, 1), date(2026, 11, 12)


def named(text):
    return text.split(", ")


SHOP = named(
    "统计日期, 访客数, 无线端访客数, 浏览量, 商品访客数, 商品浏览量, 平均停留时长, 跳失率, 加购人数, 加购件数, "
    "商品收藏买家数, 下单金额, 下单买家数, 下单件数, 下单转化率, 支付金额, 支付买家数, 支付件数, 支付子订单数, "
    "支付转化率, 客单价, UV价值, 老访客数, 新访客数, 支付新买家数, 支付老买家数, 老买家支付金额, 全站推广花费, "
    "关键词推广花费, 精准人群推广花费, 智能场景花费, 淘宝客佣金, 成功退款金额, 评价数, 会员总数, 新增会员数, "
    "活跃会员数, 会员成交金额, 会员成交人数, 关注店铺人数"
)
SOURCES = named(
    "一级来源, 二级来源, 三级来源, 访客数, 下单金额, 下单买家数, 下单转化率, 支付金额, 支付买家数, 支付转化率, 客单价, "
    "UV价值, 关注店铺人数, 收藏商品买家数, 加购人数, 新访客, 直接支付买家数, 收藏商品-支付买家数, 粉丝支付买家数, "
    "加购商品-支付买家数"
)
ITEMS = named(
    "统计日期, 商品ID, 商品名称, 货号, 商品状态, 商品标签, 商品访客数, 商品浏览量, 平均停留时长, 商品详情页跳出率, "
    "商品收藏人数, 商品加购件数, 商品加购人数, 下单买家数, 下单件数, 下单金额, 下单转化率, 支付买家数, 支付件数, 支付金额, "
    "商品支付转化率, 支付新买家数, 支付老买家数, 老买家支付金额, 聚划算支付金额, 访客平均价值, 成功退款金额, 竞争力评分, "
    "年累计支付金额, 月累计支付金额, 月累计支付件数, 搜索引导支付转化率, 搜索引导访客数, 搜索引导支付买家数, "
    "结构化详情引导转化率, 结构化详情引导成交占比"
)
ADS = named(
    "展现量, 点击量, 花费, 点击率, 平均点击花费, 千次展现花费, 总预售成交金额, 总预售成交笔数, 直接预售成交金额, "
    "直接预售成交笔数, 间接预售成交金额, 间接预售成交笔数, 直接成交金额, 间接成交金额, 总成交金额, 总成交笔数, 直接成交笔数, "
    "间接成交笔数, 点击转化率, 投入产出比, 含预售投产比, 总成交成本, 总购物车数, 直接购物车数, 间接购物车数, 加购率, 加购成本, "
    "收藏宝贝数, 收藏店铺数, 店铺收藏成本, 总收藏加购数, 总收藏加购成本, 宝贝收藏加购数, 宝贝收藏加购成本, 总收藏数, "
    "宝贝收藏成本, 宝贝收藏率, 直接收藏宝贝数, 间接收藏宝贝数, 拍下订单笔数, 拍下订单金额, 优惠券领取量, 购物金充值笔数, "
    "购物金充值金额, 旺旺咨询量, 引导访问量, 引导访问人数, 引导访问潜客数, 引导访问潜客占比, 入会率, 入会量, 引导访问率, "
    "深度访问量, 平均访问页面数, 成交新客数, 成交新客占比, 会员首购人数, 会员成交金额, 会员成交笔数, 成交人数, 人均成交笔数, "
    "人均成交金额, 自然流量转化金额, 自然流量曝光量"
)
PLAN = named("日期, 场景ID, 场景名字, 原二级场景ID, 原二级场景名字, 计划ID, 计划名字")
MOBILE = ["访客数", "浏览量", "加购人数", "支付金额", "支付买家数", "支付件数"]

HEADERS = {  # start of the file name: header row from 0, header
    "【生意参谋平台】店铺整体日报": (7, SHOP),
    "店铺-整体": (0, [SHOP[0], "店铺名称", *SHOP[1:], *MOBILE]),
    "【生意参谋平台】商品_全部": (4, ITEMS),
    "计划报表": (0, [*PLAN, *ADS]),
    "关键词报表": (0, [*PLAN, "词名字/词包名字", *ADS]),
    "竞品日志": (0, named("日期, 店铺, 商品ID, 标题, 标价, 券后价, 月销量, 评价数, 排名, 上架日期, 季节标签, 主图")),
    "商品-流失竞店分布": (
        0,
        named(
            "统计日期, 店铺名称, 商品ID, 商品标题, 时间类型, 退款场景, 退款后状态, 流失商家ID, 流失商品ID, 竞品流失金额"
        ),
    ),
}


def test_the_same_bytes_come_out_twice(inbox, tmp_path):
    """A second inbox, written at another moment, has the same names, bytes and times."""
    again = write_inbox(tmp_path / "new" / "inbox")
    assert [path.name for path in again] == [path.name for path in inbox.files]
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in inbox.files]
    assert [path.stat().st_mtime for path in again] == [path.stat().st_mtime for path in inbox.files]


def test_nothing_else_lies_in_the_inbox(inbox):
    """The files named are the files written, under 107 different names."""
    assert sorted(inbox.folder.iterdir()) == sorted(inbox.files)
    assert len(inbox.raw) == len(inbox.files) == 16 + 7 + 60 + 14 + 3 + 2 + 4 + 1


@pytest.mark.parametrize("start", HEADERS)
def test_headers_are_those_of_the_real_files(inbox, start):
    """Each kind of file has its header in its row, name by name."""
    row, header = HEADERS[start]
    assert inbox.names(start)
    assert {tuple(inbox.raw[name][row][: len(header)]) for name in inbox.names(start)} == {tuple(header)}
    assert all("".join(inbox.raw[name][row][len(header) :]) == "" for name in inbox.names(start))


def test_source_headers_pair_each_metric_with_its_change(inbox):
    """The traffic report's metrics stand in the known order, each of the first thirteen beside its change."""
    headers = {tuple(inbox.raw[name][5]) for name in inbox.names("【生意参谋平台】无线店铺流量来源")}
    (header,) = headers
    assert [name for name in header if "较" not in name][: len(SOURCES)] == SOURCES
    assert [header[n].startswith(header[n - 1] + "较") for n in range(4, 29, 2)] == [True] * 13


def test_old_files_hold_text_only(inbox):
    """In .xls files every figure is text, as the platform writes it."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    for path in (path for path in inbox.files if path.suffix == ".xls"):
        cells = CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        assert {type(cell) for row in cells for cell in row} == {str}


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("计划报表_20261113_090530.csv", "日期".encode("gb18030")),
        ("计划报表_20261106_090530.zip", b"PK"),
        ("关键词报表_20261112_090530.csv", "\ufeff日期".encode()),
        ("关键词报表_20261113_090530.xlsx", b"PK"),
        ("【生意参谋平台】商品_全部_2026-11-11_2026-11-11 (1).xls", b"\xd0\xcf\x11\xe0"),
        ("店铺-整体-全部历史-分日-所有终端-2026-11-01_2026-11-12.xlsx", b"PK"),
    ],
    ids=["csv gb18030", "zip", "csv utf-8 bom", "xlsx", "numbered by the browser", "newer shop report"],
)
def test_containers_and_encodings_are_mixed(inbox, name, start):
    """The inbox shows every container and encoding the platform uses."""
    assert (inbox.folder / name).read_bytes().startswith(start)


def test_files_are_dated_the_morning_after(inbox):
    """A file's own date is the day after its last row, so that no day looks unfinished."""
    for path in inbox.files:
        last = max(re.findall(r"20\d\d-?\d\d-?\d\d", path.name)).replace("-", "")
        named = datetime.strptime(last, "%Y%m%d").date()  # noqa: DTZ007 - a day, not a moment
        told = named if path.name.startswith(("计划", "关键词")) else named + timedelta(1)
        assert date.fromtimestamp(path.stat().st_mtime) == told  # noqa: DTZ012 - the operator's clock


def test_every_day_is_told_once(inbox):
    """Shop reports cover every day of the story; the others their last days."""
    days = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]
    assert sorted(inbox.shop) == days
    assert sorted(inbox.leaves) == days[-60:]
    assert sorted(inbox.items) == days[-14:]
    assert sorted({row["日期"] for row in inbox.ads("计划报表")}) == [str(day) for day in days[-14:]]
    assert sorted({row["日期"] for row in inbox.ads("关键词报表")}) == [str(day) for day in days[-7:]]


def test_nobody_is_named(inbox):
    """No cell holds a phone number or an address, and no header asks for a person."""
    text = "\n".join(cell for rows in inbox.raw.values() for row in rows for cell in row)
    assert re.search(r"(?<!\d)1[3-9]\d{9}(?!\d)|@|收货|手机|电话|会员名|昵称", text) is None
