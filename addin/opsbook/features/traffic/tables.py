"""Where visitors came from, a row a source and day."""

from opsbook.features.daily.fields import field_columns
from opsbook.model.language import Label
from opsbook.model.schema import DATE, STEP, Column, Table, formula_column, text_column
from opsbook.model.units import Unit

SOURCE_DAY = Table(
    "SourceDay",
    ("date", "source1", "source2", "source3"),
    (
        DATE,
        text_column("source1", "一级来源", "Source level 1"),
        text_column("source2", "二级来源", "Source level 2"),
        text_column("source3", "三级来源", "Source level 3"),
        *field_columns(
            "visitors", "order_buyers", "order_amount", "buyers", "gmv", "fav_users", "cart_users", "new_visitors"
        ),
    ),
    metrics=("cvr", "aov", "uv_value"),
    daily=True,
    sheet=Label("流量来源", "Traffic"),
    emptied=True,
)


SOURCES = 6  # rows of it: the five largest and the rest

CALC_SOURCE = Table(
    "CalcSource",
    ("n",),
    (
        STEP,
        Column("source", Label("来源", "Source"), Unit.TEXT),
        formula_column("share", "当日", "Day", Unit.RATE),
        formula_column("share7", "近7日", "7 days", Unit.RATE),
    ),
    fixed=True,
)
