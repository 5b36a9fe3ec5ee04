"""生意参谋 服务 (customer service): who asked and bought; reception, order value and scores, which have no place yet.

Source: programs that read the four reports every day (2025-2026): the shop's day in the first row, agents and peers below.
"""

from opsbook.features.daily.tables import SHOP_DAY
from opsbook.model.records.export import Importer, Repeat, Source

_DATE = Source("date", ("日期", "统计日期"))
_PEOPLE = ("客服昵称", "旺旺昵称", "客服旺旺", "客服账号")
_GROUPS = ("总", "邀请", "自主")
_SCORES = ("发出", "收到", "很满意", "满意", "一般", "不满", "很不满", "发送率", "返回率", "满意率", "服务度")

INQUIRIES = Importer(
    id="sycm-inquiries",
    name="生意参谋 客服业绩询单",
    table=SHOP_DAY,
    needs=("inquiries", "inquiry_buyers", "date"),
    never=(*_PEOPLE, "访客数", "支付金额"),
    columns=(
        _DATE,
        Source("inquiries", ("询单人数",)),
        # Who paid on the day they asked is a part of those who paid in the end.
        Source("inquiry_buyers", ("最终付款人数",)),
    ),
    aside=(
        *("当日询单人数", "当日付款人数", "当日付款金额", "最终付款金额"),
        *("询单当日付款转化率", "询单最终付款转化率"),
    ),
    repeat=Repeat.FIRST,
)

RECEPTION = Importer(
    id="sycm-reception",
    name="生意参谋 客服咨询接待",
    table=SHOP_DAY,
    needs=("date",),
    marks=("咨询人数", "接待人数", "未回复人数"),  # those who ask anything are more than those who ask to buy
    never=_PEOPLE,
    columns=(_DATE,),
    aside=(
        *("有效接待人数", "平均响应时长", "3分钟人工响应率", "咨询客服人次", "客服回复人次", "客服未回复人次"),
        *("旺旺回复率", "首次响应时长", "慢响应人数", "长接待人数", "买家发起人数", "客服主动跟进人数", "总消息数"),
        *("买家消息条数", "客服消息条数", "答问比", "客服字数", "平均接待时长"),
    ),
)

ORDER_VALUE = Importer(
    id="sycm-service-sales",
    name="生意参谋 客服客单价",
    table=SHOP_DAY,
    needs=("date",),
    marks=("销售额", "销售人数", "客件数", "件均价"),  # a part of what the shop sold
    never=_PEOPLE,
    columns=(_DATE,),
    aside=("销售量", "客单价"),
)

SCORES = Importer(
    id="sycm-service-scores",
    name="生意参谋 客服接待评价",
    table=SHOP_DAY,
    needs=("date",),
    marks=("总满意率", "邀请满意率", "自主满意率"),
    never=_PEOPLE,
    columns=(_DATE,),
    aside=("接待人数", *(group + field for group in _GROUPS for field in _SCORES)),
    grouped=True,
)
