"""Promotion: plans and keywords side by side, with the day's spend and return above."""

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.lights import day_rules
from opsbook.book.kit.format.styles import DAY_LONG, INT, MID, PCT1, RATIO
from opsbook.book.kit.heading import Tile, band, printed, tiles, way_back
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.features.frame.dashboard.freshness import newest
from opsbook.features.frame.dashboard.words import change_text, say
from opsbook.features.frame.reading import HAS_DAY, THE_DAY, metric, number, threshold
from opsbook.features.frame.sheets.fact_sheet import REACH, TOP, metric_nodes
from opsbook.features.promotion.tables import KEYWORD_DAY, PLAN_DAY
from opsbook.formulas.node import Name, Node, is_num, when
from opsbook.model.catalog import Catalog
from opsbook.model.language import Label, Lang

FLOW = Group(Label("流量", "Traffic"), ("impressions", "clicks", "ctr"))
COST = Group(Label("花费", "Spend"), ("ad_spend", "cpc", "cpm"))
SALES = Group(Label("成交", "Sales"), ("ad_gmv", "direct_gmv", "ad_orders", "ad_cvr", "roi"))
INTEREST = Group(Label("兴趣", "Interest"), ("cart_users", "fav_users"))


def promotion(draft: Draft) -> Canvas:
    """The Promotion sheet."""
    canvas = Canvas("promotion", draft.say("推广", "Promotion"), MID, draft)
    canvas.columns([16])
    plans = draw_table(canvas, TOP, 1, _plans(draft.catalog))
    canvas.columns([24], plans.right + 1)
    words = draw_table(canvas, TOP, plans.right + 2, _keywords(draft.catalog))
    note = canvas.say(
        "看每个计划、每个词的钱花得值不值：投入产出比低于保本先降价。",
        "Is each plan and keyword worth its money? Below breakeven, bid less first.",
    )
    band(canvas, note, words.right + 1)
    way_back(canvas, plans.right, ("go_keywords", canvas.say("关键词 →", "Keywords →")))
    _plan_tiles(canvas, plans)
    _keyword_tile(canvas, words)
    canvas.rows([12], 1)
    for place in (plans, words):
        canvas.rules.extend(day_rules((place.first, place.left, place.last, place.left)))
    canvas.columns([16], words.right + 1)
    canvas.freeze = (plans.first, 0)
    printed(canvas, repeat=(plans.head - 1, plans.head), wide=2)
    return canvas


def _plans(catalog: Catalog) -> Drawing:
    groups = (Group(Label("计划", "Plan"), ("date", "scene", "plan_id", "plan")), FLOW, COST, SALES, INTEREST)
    lights = {"roi": "roi|plan", "ctr": "ctr|plan", "cpc": "cpc|plan"}
    widths = {"scene": 96, "plan": 180, "plan_id": 136}
    return Drawing(
        PLAN_DAY,
        groups,
        metric_nodes(catalog, PLAN_DAY),
        lights,
        widths,
        {"date": DAY_LONG},
        reach=REACH,
        day_bounds=True,
    )


def _keywords(catalog: Catalog) -> Drawing:
    groups = (
        Group(Label("关键词", "Keyword"), ("date", "scene", "plan_id", "plan", "keyword")),
        FLOW,
        COST,
        SALES,
        INTEREST,
    )
    lights = {"roi": "roi|keyword", "ctr": "ctr|keyword"}
    widths = {"scene": 96, "plan": 180, "plan_id": 120, "keyword": 148}
    return Drawing(
        KEYWORD_DAY,
        groups,
        metric_nodes(catalog, KEYWORD_DAY),
        lights,
        widths,
        {"date": DAY_LONG},
        reach=REACH,
        day_bounds=True,
    )


TILES: tuple[tuple[str, str, Label, str, str], ...] = (
    ("plan_id", "plan_id", Label("当日花费（元）", "Spend (CNY)"), "ad_spend", INT),
    ("plan", "plan", Label("推广成交（元）", "Ad GMV (CNY)"), "ad_gmv", INT),
    ("impressions", "clicks", Label("投入产出比", "ROI"), "roi", RATIO),
    ("ctr", "ad_spend", Label("平均点击花费（元）", "CPC (CNY)"), "cpc", RATIO),
    ("cpc", "cpm", Label("推广费率", "Ad share"), "ad_share", PCT1),
)


def _plan_tiles(canvas: Canvas, place: Place) -> None:
    """The shop's promotion on the day shown, each figure against a week ago; the return against breakeven."""
    lang, at = canvas.lang, place.column
    drawn = [_to(canvas, at["date"], at["scene"], "plans_to", "PlanDay")]
    for first, last, label, name, number_format in TILES:
        note = _breakeven(lang) if name == "roi" else change_text(name, "week_ago", lang)
        drawn.append(
            Tile(
                at[first], at[last], label[lang], metric(name), number_format, note, f"tile_{name}", f"tile_{name}_note"
            )
        )
    tiles(canvas, 2, tuple(drawn))


def _keyword_tile(canvas: Canvas, place: Place) -> None:
    canvas.put(1, place.left, "", name="go_keywords")
    tiles(canvas, 2, (_to(canvas, place.left, place.left + 1, "keywords_to", "KeywordDay"),))


def _to(canvas: Canvas, first: int, last: int, name: str, table: str) -> Tile:
    lang = canvas.lang
    old = when(
        Name(name) < THE_DAY,
        say(lang, "比查看日期旧，请导入", "older than the day shown"),
        say(lang, "覆盖查看日期", "covers the day shown"),
    )
    note = when(is_num(Name(name)), when(HAS_DAY, old), say(lang, "还没有导入", "nothing imported yet"))
    title = say(lang, "计划数据已到", "Plans to") if table == "PlanDay" else say(lang, "关键词数据已到", "Keywords to")
    return Tile(first, last, title, newest(table), DAY_LONG, note, name, f"{name}_note")


def _breakeven(lang: Lang) -> Node:
    bound = threshold("roi|shop", "green_bound")
    return when(
        is_num(bound),
        say(lang, "保本 ", "breakeven ") & number(bound, "0.00"),
        say(lang, "设置里填成本率后显示保本", "set a cost rate to see breakeven"),
    )
