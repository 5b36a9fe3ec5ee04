"""Thresholds: every light is a row the operator edits; the whole book follows at once."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.format.light import bound_, enough_, is_on_, light
from opsbook.book.kit.format.lights import chip_rules
from opsbook.book.kit.format.styles import YOURS_LINE
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.book.plan import Rule, Validation
from opsbook.features.frame.reading import row
from opsbook.features.thresholds.defaults import UNIT_WORD
from opsbook.features.thresholds.tables import THRESHOLDS
from opsbook.formulas.node import Column, Node, Position, both, call, either, has, is_num, lookup, when
from opsbook.model.answers import NO, YES
from opsbook.model.language import Label
from opsbook.model.records.threshold import Threshold
from opsbook.model.values import Value

GROUPS = (
    Group(Label("指标", "Metric"), ("metric", "scope", "direction")),
    Group(Label("绿线（达标）", "Green line (met)"), ("green", "green_base")),
    Group(Label("红线（预警）", "Red line (alert)"), ("red", "red_base")),
    Group(Label("查看日", "Day shown"), ("unit", "current", "green_bound", "red_bound", "light")),
    Group(Label("处理", "Action"), ("owner", "advice", "on")),
    Group(Label("不够不亮灯", "Fewer: no light"), ("base_of", "min_base", "min_orders")),
    Group(Label("内部", "Internal"), ("key", "order", "urgency", "orders_of"), folded=True),
)
REACH = 200
APART = 100_000  # rows no list of thresholds has
NUMBERS = ("green", "red", "current", "green_bound", "red_bound")
WIDTHS = {
    "metric": 132,
    "scope": 68,
    "direction": 108,
    "green": 84,
    "red": 84,
    "green_base": 116,
    "red_base": 116,
    "unit": 64,
    "current": 92,
    "green_bound": 92,
    "red_bound": 92,
    "light": 88,
    "owner": 84,
    "advice": 300,
    "on": 60,
    "base_of": 96,
    "min_base": 80,
    "min_orders": 88,
}
TOO_FEW = Label("样本少", "too few")
BASES = ("peer_cvr", "target_cvr", "target_aov", "breakeven_roi", "uv_profit", "main_item_aov", "goal")


def thresholds(draft: Draft) -> Canvas:
    """The Thresholds sheet."""
    canvas = Canvas("thresholds", draft.say("阈值", "Thresholds"), YOURS_LINE, draft)
    canvas.columns([16])
    place = draw_table(canvas, 2, 1, _drawing(canvas))
    note = canvas.say(
        "改黄底的数，全书的灯立刻跟着变。界线 = 数值 × 基准；基准空着就是数值本身，数值空着、基数不够不亮灯。",
        "Change yellow cells and every light follows. Line = number × base; no base: the number; no number, or made of too few: no light.",
    )
    band(canvas, note, place.right + 1)
    way_back(canvas, place.right)
    canvas.rows([12], 1)
    light_at = place.column["light"]
    canvas.rules.extend(chip_rules((place.first, light_at, place.last, light_at)))
    canvas.rules.extend(_formats(place))
    canvas.validations.extend(_choices(canvas, place))
    canvas.columns([16], place.right + 1)
    canvas.freeze = (place.first, 2)
    printed(canvas, repeat=(place.head - 1, place.head))
    return canvas


def _drawing(canvas: Canvas) -> Drawing:
    arrows = canvas.say('"↑ 越高越好";"↓ 越低越好"', '"↑ higher";"↓ lower"')
    lights = canvas.say('"▲ 达标";"▼ 越线";"● 留意"', '"▲ met";"▼ red";"● near"')
    return Drawing(
        THRESHOLDS,
        GROUPS,
        _nodes(canvas),
        widths=WIDTHS,
        formats={**dict.fromkeys(NUMBERS, "#,##0.00"), "direction": arrows, "light": lights},
        body=tuple(_row(one, order, canvas.draft) for order, one in enumerate(canvas.catalog.thresholds, 1)),
        reach=REACH,
        row_height=26,
    )


def _row(one: Threshold, order: int, draft: Draft) -> tuple[Value, ...]:
    """One default row, in the order the table's columns are drawn."""
    lang, catalog = draft.lang, draft.catalog
    base = catalog.label_of(one.base)[lang] if one.base else None
    values: dict[str, Value] = {
        "key": f"{one.metric}|{one.scope}",
        "metric": catalog.label_of(one.metric)[lang],
        "scope": catalog.scopes[one.scope].label[lang],
        "direction": catalog.direction_of(one.metric),
        "green": one.green,
        "green_base": base if one.green is not None else None,
        "red": one.red,
        "red_base": base if one.red is not None else None,
        "unit": UNIT_WORD[catalog.unit_of(one.metric)][lang],
        "owner": one.owner[lang],
        "advice": one.advice[lang],
        "on": (YES if one.on else NO)[lang],
        "base_of": catalog.label_of(one.least.of)[lang] if one.least else None,
        "min_base": one.least.number if one.least else None,
        "orders_of": catalog.label_of(one.least_orders.of)[lang] if one.least_orders else None,
        "min_orders": one.least_orders.number if one.least_orders else None,
        "order": order,
    }
    return tuple(values.get(name) for group in GROUPS for name in group.columns)


def _cell(column: str) -> Node:
    return row("Thresholds", column)


def _on_the_day(label: Node) -> Node:
    """Value on the day shown of the metric with a label; empty when there is none."""
    names = Column("CalcMetric", "metric")
    return when(has(names, label), lookup(Column("CalcMetric", "value"), label, names))


def _made_of(column: str) -> Node:
    """How many a shop's figure is made of on the day shown."""
    return when(_cell(column).equals(""), "", _on_the_day(_cell(column)))


def _nodes(canvas: Canvas) -> dict[str, Node | tuple[Node, ...]]:
    shop = _cell("scope").equals(canvas.catalog.scopes["shop"].label[canvas.lang])
    lit = light(_cell("current"), _cell("green_bound"), _cell("red_bound"), _cell("direction"))
    enough = (enough_(_made_of(f"{of}_of"), _cell(f"min_{of}")) for of in ("base", "orders"))
    lined = either(*(is_num(_cell(f"{line}_bound")) for line in ("green", "red")))
    few = when(both(is_num(_cell("current")), lined), TOO_FEW[canvas.lang])
    # rows of one order (a copied row keeps its own) stay apart by where they stand
    rank = call("SUM", _cell("order")) + Position("Thresholds", "key") / APART
    urgent = when(_cell("light").equals(-1), rank + 1000, when(_cell("light").equals(0), rank + 2000))
    return {
        "current": when(shop, _on_the_day(_cell("metric"))),
        "green_bound": bound_(_cell("green"), _cell("green_base"), _on_the_day(_cell("green_base"))),
        "red_bound": bound_(_cell("red"), _cell("red_base"), _on_the_day(_cell("red_base"))),
        "light": when(is_on_(_cell("on")), when(both(*enough), lit, few)),
        "urgency": when(is_num(_cell("light")), urgent),
    }


def _formats(place: Place) -> tuple[Rule, ...]:
    """Numbers in the row's own unit: a factor with a base, a share in %, else two decimals."""
    rules: list[Rule] = []
    unit = cell_name(place.first, place.column["unit"], column_fixed=True)
    for name, base in (("green", "green_base"), ("red", "red_base")):
        at = place.column[name]
        box = (place.first, at, place.last, at)
        based = cell_name(place.first, place.column[base], column_fixed=True)
        rules.append(Rule(box, f'{based}<>""', style(num_format='0.00" ×"_0'), stop=True))
        rules.append(Rule(box, f'{unit}="%"', style(num_format="0.0%_0"), stop=True))
    for name in ("current", "green_bound", "red_bound"):
        at = place.column[name]
        rules.append(Rule((place.first, at, place.last, at), f'{unit}="%"', style(num_format="0.00%_0"), stop=True))
    return tuple(rules)


def _choices(canvas: Canvas, place: Place) -> tuple[Validation, ...]:
    """Drop-downs: yes or no, and the metrics a line may be based on."""
    lang = canvas.lang
    at = place.column
    bases = [canvas.catalog.label_of(name)[lang] for name in BASES]
    yes_no = style(validate="list", source=(YES[lang], NO[lang]))
    based = style(
        validate="list",
        source=tuple(bases),
        ignore_blank=True,
        error_type="warning",
        error_message=canvas.say(
            "基准要是日报里的列名，否则不亮灯。", "The base must be a column of Daily, else there is no light."
        ),
    )
    return (
        Validation((place.first, at["on"], place.last, at["on"]), yes_no),
        Validation((place.first, at["green_base"], place.last, at["green_base"]), based),
        Validation((place.first, at["red_base"], place.last, at["red_base"]), based),
    )
