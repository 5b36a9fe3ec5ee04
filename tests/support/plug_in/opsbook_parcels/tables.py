"""What was sent, a row a courier and day; and who was at work."""

from opsbook.metrics.expr import Ratio, Total
from opsbook.model.language import Label
from opsbook.model.records.field import Field
from opsbook.model.records.metric import OPERATOR, Metric
from opsbook.model.schema import DATE, Column, Kind, Table, text_column
from opsbook.model.units import Adding, Direction, Unit

WAREHOUSE = "Acme warehouse (daily courier report)"
PARCELS, DAMAGED = Label("包裹数", "Parcels"), Label("破损数", "Damaged")
STAFF = Column("staff", Label("在岗人数", "Staff on duty"), Unit.COUNT, Kind.YOURS)

PARCEL_DAY = Table(
    "ParcelDay",
    ("date", "courier"),
    (
        DATE,
        text_column("courier", "快递公司", "Courier"),
        Column("parcels", PARCELS, Unit.COUNT),
        Column("damaged", DAMAGED, Unit.COUNT),
    ),
    metrics=("damage_rate",),
    daily=True,
    sheet=Label("快递", "Parcels"),
    emptied=True,
)
FIELDS = (
    Field("parcels", PARCELS, Unit.COUNT, Adding.SUM, Adding.SUM),
    Field("damaged", DAMAGED, Unit.COUNT, Adding.SUM, Adding.SUM),
    Field("staff", STAFF.label, Unit.COUNT, Adding.SUM, Adding.REFUSED),
)
METRICS = (
    Metric(
        "damage_rate",
        Label("破损率", "Damage rate"),
        Unit.RATE,
        Direction.DOWN,
        Ratio(Total("damaged"), Total("parcels")),
        WAREHOUSE,
    ),
    Metric(
        "gmv_per_head",
        Label("人均成交", "Sales per head"),
        Unit.PRICE,
        Direction.UP,
        Ratio(Total("gmv"), Total("staff")),
        OPERATOR,
    ),
)
