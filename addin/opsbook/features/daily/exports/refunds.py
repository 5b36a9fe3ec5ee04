"""Lists of refunds and returns, known so that none is taken for sales; nothing of them has a place yet.

Source: programs that read the lists every day: 千牛 退款管理 of 2017 (38 columns), 2022 (42) and 2025 (36), 抖店 售后单 (50),
京东 自主售后服务单 (names), Amazon FBA customer returns (13, separated by tabs).
"""

from opsbook.features.daily.tables import SHOP_DAY
from opsbook.model.records.export import Importer, Source

TAOBAO = Importer(
    id="taobao-refunds",
    name="淘宝 退款管理",
    table=SHOP_DAY,
    needs=(),
    marks=("退款编号", "买家退款金额", "订单编号"),
    columns=(Source("date", ("退款完结时间",)),),
    aside=(
        *("支付宝交易号", "支付单号", "订单付款时间", "商家编码", "商品编码", "商品ID", "完结时间"),
        *(
            "买家实际支付金额",
            "宝贝标题",
            "手工退款/系统退款",
            "是否需要退货",
            "退款的申请时间",
            "超时时间",
            "退款状态",
        ),
        *("货物状态", "退货物流信息", "发货物流信息", "客服介入状态", "退货物流单号", "退货物流公司", "买家退款原因"),
        *("买家退货时间", "责任方", "售中或售后", "商家备注", "部分退款/全部退款", "举证超时", "是否零秒响应"),
        *("退款原因标签", "业务类型", "是否帮他退款", "售后类型", "备注标签"),
    ),
)

DOUYIN = Importer(
    id="douyin-after-sales",
    name="抖店 售后单",
    table=SHOP_DAY,
    needs=(),
    marks=("售后单号", "售后状态", "售后申请时间"),
    columns=(Source("date", ("售后完结时间",)),),
    aside=(
        *("订单号", "商品单号", "商品名称", "商品ID", "应付金额（元）", "商品运费（元）", "支付优惠（元）"),
        *("商品税费（元）", "商品发货状态", "售后类型", "退商品金额（元）", "退运费金额（元）", "退支付优惠（元）"),
        *("退税费金额（元）", "退款方式", "是否已上传退款凭证", "售后原因", "售后原因标签", "退货物流单号", "退货异常"),
        *("退货发货时间", "退货物流公司", "自动处理截止时间", "同意售后申请时间", "商家退款时间", "用户到账时间"),
        *("售后关闭时间", "仲裁状态", "纠纷责任方", "是否极速退款", "是否拒签后退款", "发货物流单号", "发货物流状态"),
        *("换货物流单号", "退货物流状态", "换货商品信息", "商家编码", "门店名称"),
    ),
)

JD = Importer(
    id="jd-after-sales",
    name="京东 自主售后服务单",
    table=SHOP_DAY,
    needs=(),
    marks=("服务单号", "售后申请时间", "服务单状态"),
    columns=(Source("date", ("审核时间",)),),
    aside=(
        *("订单号", "商品编号", "商品名称", "商品金额", "商品数量", "客户期望", "一级申请原因", "二级申请原因"),
        *("返回方式", "省", "市", "订单类型", "出库状态", "审核结果", "取件时间", "运单号", "快递公司"),
        *("商家收货时间", "处理结果", "退款金额", "是否闪退订单", "售后整体时长"),
    ),
)

AMAZON = Importer(
    id="amazon-returns",
    name="Amazon FBA customer returns",
    table=SHOP_DAY,
    needs=(),
    marks=("order-id", "detailed-disposition"),
    columns=(Source("date", ("return-date",)),),
    aside=(
        *("sku", "asin", "fnsku", "product-name", "quantity", "fulfillment-center-id", "reason", "status"),
        "license-plate-number",
    ),
)
