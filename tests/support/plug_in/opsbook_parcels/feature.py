"""Parcels and the people who pack them: what an agency adds to OpsBook without changing it."""

from opsbook.engine.feature import Feature
from opsbook.model.language import Label
from opsbook.model.records.command import BOOK, Argument, Command
from opsbook.model.records.contribution import Add, Sheet
from opsbook.model.records.message import Message
from opsbook_parcels.exports import COURIERS
from opsbook_parcels.tables import FIELDS, METRICS, PARCEL_DAY, STAFF

PEOPLE = Label("人效", "People")

FEATURE = Feature(
    "parcels",
    Label("快递", "Parcels"),
    since="1.0",
    tables=(PARCEL_DAY,),
    adds=(Add("ShopDay", PEOPLE, STAFF), Add("ShopDay", PEOPLE, metric="gmv_per_head")),
    fields=FIELDS,
    metrics=METRICS,
    exports=(COURIERS,),
    sheets=(
        Sheet(
            "parcels",
            6,
            "opsbook_parcels.sheet:parcels",
            guide=(
                Label("快递", "Parcels"),
                Label("每天各家快递的包裹与破损", "parcels and damage by courier"),
                Label("仓库", "warehouse"),
                Label("每天", "daily"),
                Label("无", "nothing"),
                Label("仓库：快递日报", "warehouse: courier report"),
            ),
        ),
    ),
    commands=(
        Command(
            "staff",
            Label("记下某天的在岗人数", "Note how many people were at work on a day"),
            (
                BOOK,
                Argument("day", Label("哪一天，如 2026-03-04", "the day, such as 2026-03-04"), "YYYY-MM-DD"),
                Argument("count", Label("人数", "how many"), "COUNT"),
            ),
            "opsbook_parcels.commands:run_staff",
            answers=("opsbook_parcels.commands:StaffSet",),
        ),
    ),
    messages={"staff-set": Message(Label("已记下 {day} 在岗 {count} 人。", "Noted {count} people at work on {day}."))},
)
