"""Settings: what the operator may change is a cell with a name; below, the shop's own events."""

from dataclasses import dataclass

from opsbook.formulas.node import Column, Node, call, is_num, when
from opsbook.layout.canvas import Canvas, style
from opsbook.layout.heading import band, printed, way_back
from opsbook.layout.plan import Content, Validation
from opsbook.layout.styles import DAY_LONG, FORMULA_BG, INK, KINDS, LINE, NAVY, SOFT, YOURS_LINE
from opsbook.layout.tables import Drawing, Group, draw_table
from opsbook.layout.thresholds import YES
from opsbook.metrics.registry import METRIC
from opsbook.vocabulary.fields import FIELD
from opsbook.vocabulary.language import Label, Lang
from opsbook.vocabulary.tables import EVENTS, Kind

VERSION = "0.1.0"
TOP = 3
EVENT_ROWS = 12
METRIC_LABELS = (FIELD["gmv"].label, METRIC["net_gmv"].label)


@dataclass(frozen=True, slots=True)
class Setting:
    """One named cell.

    Args:
        name: defined name.
        label: what it is.
        note: when to change it.
        start: value in a new workbook.
        number: number format.
        yours: the operator may change it.
    """

    name: str
    label: Label
    note: Label
    start: Content = None
    number: str = "@"
    yours: bool = True


def as_of_node(lang: Lang) -> Node:
    """The last complete day with a paid amount: rows marked partial do not count."""
    sold, partial, date = (Column("ShopDay", name) for name in ("gmv", "partial", "date"))
    newest = call("SUMPRODUCT", call("MAX", is_num(sold) * partial.differs(YES[lang]) * date))
    return when(newest.equals(0), "", newest)


def settings_list(lang: Lang) -> tuple[Setting, ...]:
    """Every setting, in reading order."""
    gmv, net = METRIC_LABELS[0][lang], METRIC_LABELS[1][lang]
    return (
        Setting(
            "shop",
            Label("店铺名", "Shop"),
            Label("导入时核对，文件里是别的店就不收", "checked on import: another shop's file is refused"),
            "",
        ),
        Setting(
            "shop_aliases",
            Label("店铺别名", "Shop aliases"),
            Label("导出文件里的其他写法，用「、」隔开", "other spellings in exports, separated by ;"),
        ),
        Setting(
            "platform",
            Label("平台", "Platform"),
            Label("显示在看板上", "shown on the dashboard"),
            Label("天猫", "Tmall")[lang],
        ),
        Setting(
            "year",
            Label("年份", "Year"),
            Label("由新建时决定，日报含去年与今年", "set by `new`; Daily holds last year and this one"),
            None,
            "0",
            yours=False,
        ),
        Setting(
            "as_of",
            Label("数据已到", "Data to"),
            Label("最后一个完整且有支付金额的日子，自动算出", "last complete day with GMV, by formula"),
            as_of_node(lang),
            DAY_LONG,
            yours=False,
        ),
        Setting("goal_metric", Label("目标口径", "Goal measure"), Label(f"{gmv} 或 {net}", f"{gmv} or {net}"), gmv),
        Setting(
            "cost_rate",
            Label("成本率", "Cost rate"),
            Label("没有填成本的日子，按 支付金额 × 成本率 估算", "days without a cost: GMV × cost rate"),
            None,
            "0.0%",
        ),
        Setting(
            "main_item", Label("主推款商品ID", "Main item ID"), Label("主推款的商品ID", "item id of the main item")
        ),
        Setting(
            "window_items",
            Label("商品保留天数", "Days of items kept"),
            Label("更早的行转入历史文件（后续版本）", "older rows move to the history file (a later version)"),
            14,
            "0",
        ),
        Setting("window_plans", Label("计划保留天数", "Days of plans kept"), Label("同上", "as above"), 35, "0"),
        Setting("window_keywords", Label("关键词保留天数", "Days of keywords kept"), Label("同上", "as above"), 7, "0"),
        Setting(
            "backups",
            Label("备份份数", "Backups kept"),
            Label("每次保存前留一份，在 .opsbook 文件夹里", "one before every save, in the .opsbook folder"),
            5,
            "0",
        ),
        Setting(
            "opsbook_version",
            Label("模板版本", "Template version"),
            Label("由 OpsBook 写入", "written by OpsBook"),
            VERSION,
            yours=False,
        ),
        Setting(
            "opsbook_lang", Label("语言", "Language"), Label("由 OpsBook 写入", "written by OpsBook"), lang, yours=False
        ),
    )


def settings(lang: Lang) -> Canvas:
    """The Settings sheet."""
    canvas = Canvas("settings", "设置" if lang == "zh" else "Settings", YOURS_LINE, lang)
    canvas.columns([16])
    rows = settings_list(lang)
    for offset, one in enumerate(rows):
        _line(canvas, TOP + offset, one)
    _choices(canvas, rows)
    canvas.rows([12, 30], 1)
    canvas.put(2, 1, canvas.say("店铺与口径", "Shop and measures"), bold=True, font_size=13, font_color=NAVY)
    top = TOP + len(rows)
    canvas.rows([14, 30], top)
    canvas.put(
        top + 1,
        1,
        canvas.say("自己的活动与放假安排", "Your own events and days off"),
        bold=True,
        font_size=13,
        font_color=NAVY,
    )
    hint = canvas.say(
        "大促日历自带；平台改期、店庆、节假日调休写在这里，优先于自带日历。系数是平日的倍数，可空。",
        "Big promotions are built in. Moved dates, shop days and days off go here and win. Lift: times an ordinary day, may be blank.",
    )
    canvas.put(top + 1, 3, hint, font_size=9, font_color=SOFT)
    place = draw_table(canvas, top + 2, 1, _events())
    band(
        canvas,
        canvas.say("黄底可改，灰底由程序写入。", "Yellow is yours; grey is written by the program."),
        place.right + 1,
    )
    way_back(canvas, 4)
    canvas.columns([16], place.right + 1)
    canvas.freeze = (1, 0)
    printed(canvas)
    return canvas


def _line(canvas: Canvas, row: int, one: Setting) -> None:
    look = KINDS[Kind.YOURS] if one.yours else {"bg_color": FORMULA_BG, "font_color": INK}
    edge = YOURS_LINE if one.yours else LINE
    canvas.put(row, 1, one.label[canvas.lang], indent=1, bottom=1, bottom_color=LINE)
    canvas.put(
        row,
        2,
        one.start,
        name=one.name,
        align="left",
        indent=1,
        num_format=one.number,
        bottom=1,
        bottom_color=edge,
        **look,
    )
    canvas.put(row, 3, one.note[canvas.lang], indent=1, font_size=9, font_color=SOFT)


def _choices(canvas: Canvas, rows: tuple[Setting, ...]) -> None:
    at = {one.name: TOP + offset for offset, one in enumerate(rows)}
    measures = style(validate="list", source=tuple(label[canvas.lang] for label in METRIC_LABELS))
    canvas.validations.append(Validation((at["goal_metric"], 2, at["goal_metric"], 2), measures))
    share = style(
        validate="decimal",
        criteria="between",
        minimum=0,
        maximum=1,
        error_message=canvas.say("请填 0 到 100% 之间的数。", "Between 0 and 100%."),
    )
    canvas.validations.append(Validation((at["cost_rate"], 2, at["cost_rate"], 2), share))
    whole = style(
        validate="integer",
        criteria="between",
        minimum=0,
        maximum=400,
        error_message=canvas.say("请填 0 到 400 的整数。", "A whole number from 0 to 400."),
    )
    for name in ("window_items", "window_plans", "window_keywords", "backups"):
        canvas.validations.append(Validation((at[name], 2, at[name], 2), whole))


def _events() -> Drawing:
    group = Group(Label("", ""), tuple(column.id for column in EVENTS.columns))
    body = ((None,) * len(EVENTS.columns),) * EVENT_ROWS
    widths = {"event": 148, "phase": 208, "start": 96, "end": 96, "lift": 84, "note": 240}
    return Drawing(EVENTS, (group,), widths=widths, formats={"start": DAY_LONG, "end": DAY_LONG}, body=body, reach=500)
