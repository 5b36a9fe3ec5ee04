"""The lines between green and red, a row a metric and scope."""

from opsbook.model.language import Label
from opsbook.model.schema import STEP, Column, Kind, Table, formula_column, text_column
from opsbook.model.units import Unit

THRESHOLDS = Table(
    "Thresholds",
    ("key",),
    (
        Column("key", Label("键", "Key"), Unit.ID),
        text_column("metric", "指标", "Metric", names=True),
        text_column("scope", "范围", "Scope", names=True),
        Column("direction", Label("方向", "Direction"), Unit.COUNT),  # 1 higher is better, -1 lower is better
        Column("green", Label("绿线", "Green"), Unit.RATIO, Kind.YOURS),
        text_column("green_base", "绿线基准", "Green base", Kind.YOURS, names=True),
        Column("red", Label("红线", "Red"), Unit.RATIO, Kind.YOURS),
        text_column("red_base", "红线基准", "Red base", Kind.YOURS, names=True),
        text_column("unit", "单位", "Unit"),
        formula_column("current", "当前值", "Current", Unit.RATIO),
        formula_column("green_bound", "绿线界", "Green bound", Unit.RATIO),
        formula_column("red_bound", "红线界", "Red bound", Unit.RATIO),
        formula_column("light", "灯", "Light", Unit.COUNT),
        text_column("owner", "负责部门", "Owner", Kind.YOURS),
        text_column("advice", "建议", "Advice", Kind.YOURS),
        text_column("on", "启用", "On", Kind.YOURS),
        Column("order", Label("顺序", "Order"), Unit.COUNT),
        formula_column("urgency", "次序", "Urgency", Unit.COUNT),
        Column("base_of", Label("基数", "Made of"), Unit.TEXT, names=True, since=2),
        Column("min_base", Label("最小基数", "Min. base"), Unit.COUNT, Kind.YOURS, since=2),
        Column("min_orders", Label("最少订单", "Min. orders"), Unit.COUNT, Kind.YOURS, since=2),
        Column("orders_of", Label("订单列", "Orders column"), Unit.TEXT, names=True, since=2),
    ),
    typed=True,
    unique=(("order",),),
)


CALC_URGENT = Table(
    "CalcUrgent",
    ("n",),
    (
        STEP,
        formula_column("place", "位置", "Place", Unit.COUNT),
        formula_column("light", "灯", "Light", Unit.COUNT),
        formula_column("metric", "指标", "Metric", Unit.TEXT),
        formula_column("unit", "单位", "Unit", Unit.TEXT),
        formula_column("current", "当前", "Now", Unit.TEXT),
        formula_column("bound", "界线", "Bound", Unit.TEXT),
        formula_column("owner", "负责", "Owner", Unit.TEXT),
        formula_column("advice", "建议", "Advice", Unit.TEXT),
    ),
    fixed=True,
)
