"""The setting that says where a shop sells."""

from opsbook.features.goals.rules.market import CHOICES
from opsbook.model.language import Label
from opsbook.model.records.setting import Setting

MARKET = Setting(
    "market",
    Label("市场", "Market"),
    Label(
        "目标按哪里的节假日和大促分：CN、无，或国家代码如 US；改后只影响还没开始的月份，别的月份用 goal 加 --refit 重算",
        "whose holidays and sales days split the goals: CN, none or a country such as US; a change reaches months that have not "
        "begun, others with goal --refit",
    ),
    words=CHOICES,
    since=2,
)
