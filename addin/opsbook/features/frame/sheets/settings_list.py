"""The settings of a workbook: named cells the operator may change, and a few the program writes."""

from opsbook.book.kit.format.styles import DAY_LONG
from opsbook.formulas.node import Column, Node, call, when
from opsbook.model.language import Label, Lang
from opsbook.model.records.setting import Setting
from opsbook.model.schema import Goes
from opsbook.model.version import TEMPLATE_VERSION


def as_of(_lang: Lang) -> Node:
    """The last complete day with a paid amount: rows marked partial do not count."""
    days = Column("ShopDay", "whole_day")
    return when(call("COUNT", days).equals(0), "", call("MAX", days))


SAME = Label("同上", "as above")
WRITTEN = Label("由 OpsBook 写入", "written by OpsBook")

GENERAL: tuple[Setting, ...] = (
    Setting("shop", Label("店铺名", "Shop"), Label("导入时核对，文件里是别的店就不收", "checked on import: another shop's file is refused"), goes=Goes.NEVER),
    Setting("shop_aliases", Label("店铺别名", "Shop aliases"), Label("导出文件里的其他写法，用「、」隔开", "other spellings in exports, separated by ;")),
    Setting("platform", Label("平台", "Platform"), Label("显示在看板上", "shown on the dashboard"), Label("天猫", "Tmall")),
    Setting("year", Label("年份", "Year"), Label("新建时定下，日报含去年与今年", "set when made; Daily holds last year and this one"), None, "0", yours=False),
    Setting("as_of", Label("数据已到", "Data to"), Label("最后一个完整且有支付金额的日子，自动算出", "last complete day with GMV, by formula"), as_of, DAY_LONG, yours=False),
    Setting("goal_metric", Label("目标口径", "Goal measure"), Label("支付金额，或扣掉退款的净支付金额", "GMV, or net of refunds"), choices=("gmv", "net_gmv")),
    Setting("cost_rate", Label("成本率", "Cost rate"), Label("没有填成本的日子，按支付金额 × 成本率估算", "days without a cost: GMV × cost rate"), None, "0.0%", check="share"),
    Setting("main_item", Label("主推款商品ID", "Main item ID"), Label("它在「商品」里加粗显示", "its rows stand out on Items")),
    Setting("window_items", Label("商品保留天数", "Days of items kept"), Label("从最新一天往前数；导入时更早的行转入 .opsbook 里的历史文件，0 为全留", "back from the newest day; imports move older rows to the history file in .opsbook, 0 keeps all"), 14, "0", check="count"),
    Setting("window_plans", Label("计划保留天数", "Days of plans kept"), SAME, 35, "0", check="count"),
    Setting("window_keywords", Label("关键词保留天数", "Days of keywords kept"), SAME, 7, "0", check="count"),
    Setting("backups", Label("备份份数", "Backups kept"), Label("每次保存前留一份，在 .opsbook 文件夹里", "one before every save, in the .opsbook folder"), retired=Label("看右边「更多选项」：每天、每周一份备份，各留多久", "see More options on the right: days and weeks of backups")),
    Setting("opsbook_version", Label("模板版本", "Template version"), WRITTEN, TEMPLATE_VERSION, yours=False),
    Setting("opsbook_lang", Label("语言", "Language"), WRITTEN, Label("zh", "en"), yours=False),
)  # fmt: skip

MORE: tuple[Setting, ...] = (
    Setting("items_kept", Label("每天保留的商品数", "Items kept a day"), Label("只留每天卖得最多、来人最多的这些；其余并成一行「其余」，明细都在历史文件里；0 为全留", "those that sell and draw most; the others are one row, and all of them lie in the history file; 0 keeps all"), 300, "0", check="thousands", since=2),
    Setting("backup_days", Label("每天一份备份，留几天", "Days of backups"), Label("当天的全部保留；更早的每天留一份，在 .opsbook 文件夹里", "all of today's, and one of each day before, in the .opsbook folder"), 14, "0", check="count", since=2),
    Setting("backup_weeks", Label("每周一份备份，留几周", "Weeks of backups"), Label("再往前每周留一份", "and one of each week before that"), 8, "0", check="count", since=2),
)  # fmt: skip
