"""The setting that says where a shop sells."""

from opsbook.features.goals.rules.market import CHOICES
from opsbook.model.language import Label
from opsbook.model.records.setting import Setting

MARKET = Setting(
    "market",
    Label("市场", "Market"),
    Label(
        "用哪里的节假日和大促：CN、无或 US 等代码；从没开始的月份起生效，别的用 goal --refit 重算",
        "holidays and sales days of: CN, none or a code such as US; from months not begun on, else goal --refit",
    ),
    words=CHOICES,
    since=2,
)
