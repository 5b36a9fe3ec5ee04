"""The product as a later version may be: everything that a version can bring, and changes to what there is."""

from dataclasses import replace
from functools import cache
from itertools import chain

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.drawing import Drawing, Group
from opsbook.book.kit.heading import band
from opsbook.book.kit.table import draw_table
from opsbook.engine.feature import Feature, catalog_of
from opsbook.features.contents import BELOW, FEATURES
from opsbook.features.daily import sheet as daily_sheet
from opsbook.features.frame.sheets import imports as frame_imports
from opsbook.features.frame.sheets import settings as frame_settings
from opsbook.metrics.expr import Ratio, Total
from opsbook.model.catalog import once
from opsbook.model.language import Former, Label
from opsbook.model.records.contribution import Add, Sheet, Tile
from opsbook.model.records.metric import Metric
from opsbook.model.records.setting import Setting
from opsbook.model.schema import Column, Kind, Table, text_column
from opsbook.model.units import Direction, Unit

METRIC = Metric("gmv_per_order", Label("单均产出", "GMV per order"), Unit.PRICE, Direction.UP, Ratio(Total("gmv"), Total("orders")), "made")  # fmt: skip
SHELF = text_column("shelf", "货架", "Shelf", Kind.YOURS)
NAME = Label("回访", "Follow-ups")
LINE = (NAME, *(Label(f"说明{n}", f"text {n}") for n in range(5)))
VISITS = Table(
    "Visits",
    ("date",),
    (
        Column("date", Label("回访日期", "Follow-up date"), Unit.DATE, Kind.YOURS),
        text_column("who", "回访人", "By", Kind.YOURS),
    ),
    label=NAME,
)
CALLS = Table("Calls", ("n",), (Column("n", Label("次数", "Calls"), Unit.COUNT),), label=Label("电话", "Calls"))
OPTION = Setting("calls_a_day", Label("每天回访几次", "Calls a day"), Label("回访用", "for follow-ups"), 5, "0")
LATER = Feature(
    "later",
    NAME,
    "9.9.0",
    metrics=(METRIC,),
    tables=(VISITS, CALLS),
    options=(OPTION,),
    adds=(Add("ShopDay", NAME, metric=METRIC.id), Add("ItemDay", NAME, SHELF)),
    sheets=(Sheet("later", 2, "support.later:sheet", guide=LINE),),
    tiles=(Tile("settings", 9, "support.later:settings"), Tile("foot", 9, "support.later:tile")),
)
COLOR = "#112233"
GROUP, TITLE = Label("店铺与口径", "Shop and measures"), Label("店铺和算法", "Shop and its measures")
DRAWN = {"daily": "support.later:daily", "settings": "support.later:settings_sheet", "imports": "support.later:imports"}
RENAMED = {  # a field, a metric, an option
    "pageviews": Label("页面浏览数", "Views of pages", (Former(3, "浏览量", "Page views"),)),
    "refund_rate": Label("退款占比", "Share refunded", (Former(3, "退款率", "Refund rate"),)),
    "items_kept": Label("一天留几个商品", "Items a day", (Former(3, "每天保留的商品数", "Items kept a day"),)),
}
IMPORTS = Label("导入日志", "Import log", (Former(3, "导入记录", "Imports"),))
TILE = Label("新版的一句话", "A line of the new version")


def sheet(draft: Draft) -> Canvas:
    """A sheet with a table."""
    canvas = Canvas("later", NAME[draft.lang], "#123456", draft)
    band(canvas, NAME[draft.lang], 4)
    group = Group(Label("", ""), tuple(one.id for one in VISITS.columns))
    draw_table(canvas, 3, 1, Drawing(VISITS, (group,), reach=20))
    canvas.freeze = (1, 0)
    return canvas


def settings(canvas: Canvas) -> None:
    """A table on Settings, right of all others."""
    right = max(place.right for place in canvas.places.values())
    group = Group(Label("", ""), ("n",))
    draw_table(canvas, canvas.places["Events"].head, right + 12, Drawing(CALLS, (group,), body=((7,),)))


def tile(canvas: Canvas) -> None:
    """A line at the foot of the dashboard."""
    canvas.put(55, 20, TILE[canvas.lang], name="later_line", font_size=9)


def daily(draft: Draft) -> Canvas:
    """The Daily sheet with another colour of one light."""
    canvas = daily_sheet.daily(draft)
    column = canvas.places["ShopDay"].column["refund_rate"]
    canvas.rules = [
        replace(rule, style=style(**dict(rule.style) | {"font_color": COLOR})) if rule.box[1] == column else rule
        for rule in canvas.rules
    ]
    return canvas


def settings_sheet(draft: Draft) -> Canvas:
    """The Settings sheet with another title above its first group."""
    canvas = frame_settings.settings(draft)
    place = next(at for at, content in canvas._contents.items() if content == GROUP[draft.lang])
    canvas._contents[place] = TITLE[draft.lang]
    return canvas


def imports(draft: Draft) -> Canvas:
    """The sheet of imports under another name."""
    canvas = frame_imports.imports(draft)
    canvas.title = IMPORTS[draft.lang]
    return canvas


def changed(feature: Feature) -> Feature:
    """A feature of today as a later version has it: a formula, a light and some labels are other ones."""
    feature = replace(feature, version={"daily": 3, "frame": 3}.get(feature.id, feature.version))
    return replace(
        feature,
        sheets=tuple(map(changed_sheet, feature.sheets)),
        metrics=tuple(
            replace(called(one), expr=Ratio(Total("order_amount"), Total("buyers"))) if one.id == "aov" else called(one)
            for one in feature.metrics
        ),
        fields=tuple(map(called, feature.fields)),
        options=tuple(replace(one, label=RENAMED.get(one.name, one.label)) for one in feature.options),
        tables=tuple(replace(one, columns=tuple(map(called, one.columns))) for one in feature.tables),
        adds=tuple(replace(one, column=called(one.column)) if one.column else one for one in feature.adds),
    )


def changed_sheet(one: Sheet) -> Sheet:
    """A sheet drawn otherwise, or under another name."""
    return replace(one, draw=DRAWN.get(one.id, one.draw), former=IMPORTS.former if one.id == "imports" else ())


def later_header(header: str, lang: str) -> str:
    """What a column of today is called later."""
    return next((label[lang] for label in RENAMED.values() if label.former[0][lang] == header), header)


def called(one):
    """A field, metric or column under its later label."""
    label = RENAMED.get(one.id)
    former = (one.label.zh, one.label.en) == (label.former[0].zh, label.former[0].en) if label else False
    return replace(one, label=label) if former else one


@cache
def later():
    """The later version."""
    said = once("message", chain.from_iterable(one.items() for one in BELOW))
    features = (*map(changed, FEATURES), LATER)
    return replace(catalog_of(features, said), plug_ins=("later",))
