"""拼多多 订单查询: the list of orders.

Source: a real export cut to four columns, header lists of two programs that read the whole one; CSV in UTF-8 or GBK, .xlsx.
All cells are text with a TAB behind. 订单成交时间 may be blank: the number (260517-…) then tells the day.
"""

from opsbook.features.daily.tables import SHOP_DAY
from opsbook.model.orders import GIVEN_BACK, Orders
from opsbook.model.records.export import Importer, Source

LIST = Importer(
    id="pdd-orders",
    name="拼多多 订单报表",
    table=SHOP_DAY,
    needs=("gmv", "items"),
    marks=("订单号",),
    never=GIVEN_BACK,
    columns=(
        Source("date", ("支付时间", "订单成交时间", "成交时间")),
        # What the buyer paid comes first; what the shop receives holds the platform's discounts too.
        Source("gmv", ("用户实付金额(元)", "用户实付金额", "商家实收金额(元)", "商家实收金额")),
        Source("items", ("商品数量(件)", "商品数量")),
    ),
    aside=(
        *("订单号", "订单编号", "订单状态", "商品", "商品名", "商品总价(元)", "邮费(元)", "店铺优惠折扣(元)"),
        *("平台优惠折扣(元)", "多多支付立减金额(元)", "发货时间", "确认收货时间", "承诺发货时间", "商品id", "商品规格"),
        *("样式ID", "商家编码-规格维度", "商家编码-商品维度", "商家备注", "售后状态", "快递单号", "快递公司"),
        *("商品一级分类", "商品二级分类", "商品三级分类", "商品四级分类", "商品一级类目", "商品二级类目"),
        *("商品三级类目", "商品四级类目", "是否审核中", "省", "市", "区"),
    ),
    evidence="A",
    orders=Orders(
        number=("订单号",),
        status=("订单状态",),
        unpaid=("待付款", "待支付", "未付款", "未支付"),
        closed=("已取消", "已关闭"),
        dated=True,
    ),
)
