"""Messages about order exports and the days added up from them."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

ORDERS: dict[str, Message] = {
    "undated-orders": Message(
        Label(
            "这是「{kind}」，里面没有付款时间，分不出每一天，没有导入。",
            "This is {kind}. It has no time of payment, so no day can be told; not imported.",
        ),
        Label(
            "请到「已卖出的宝贝」改为导出订单报表（ExportOrderList），或导出带「订单付款时间」的新版宝贝报表。",
            "Export the list of orders (ExportOrderList) instead, or the newer list of items with 订单付款时间.",
        ),
    ),
    "slipped-row": Message(
        Label(
            "这一行的内容比表头长，后面的列错位了，没有导入。",
            "This row is longer than the header: its columns have slipped; not imported.",
        ),
        Label(
            "多半是地址或备注里有逗号；请重新导出，或导出 .xlsx。",
            "A comma in an address or a remark is the usual cause: export it again, or as .xlsx.",
        ),
    ),
    "order-time": Message(
        Label(
            "付款时间读不出是哪一天，这笔订单没有计入。", "The time of payment is no date; the order was not counted."
        ),
        Label("请重新导出，不要改动这一列。", "Export it again and leave this column as it is."),
    ),
    "order-figure": Message(
        Label(
            "这一格是空的、不是数字或是负数，这笔已付款的订单没有计入。",
            "This cell is empty, no number or negative; the paid order was not counted.",
        ),
        Label("请到后台核对这笔订单后重新导出。", "Check the order in the back-end and export it again."),
    ),
    "unclear-order-figure": Message(
        Label(
            "这一格的逗号或点既可能是小数点，也可能是千位分隔，文件里两种写法都有，这笔已付款的订单没有计入。",
            "The comma or point of this cell may begin decimals or part thousands, and the file has both; the paid order was not counted.",
        ),
        Label(
            "请重新导出，或把这一列统一写成 1,234.56 这样的数。",
            "Export it again, or write all of this column such as 1,234.56.",
        ),
    ),
    "net-amounts": Message(
        Label(
            "这份订单报表没有「退款金额」列，里面的实付金额是扣掉退款以后的：有过退款的日子，支付金额会偏小。",
            "This list of orders has no column 退款金额, and the amounts in it have refunds taken off already: "
            "GMV of days with refunds is too small.",
        ),
        Label(
            "导出时勾选「退款金额」再导入一次，支付金额会补成退款前的数。",
            "Export it with 退款金额 and import it again: GMV becomes what was paid at first.",
        ),
    ),
    "refunds-added": Message(
        Label(
            "有 {count} 笔订单退过款（合计 {amount}），实付金额里已经扣掉；支付金额按退款前的数计在付款那天。",
            "Orders with refunds: {count}, {amount} in all, which their amounts lack; GMV is what was paid at first, on that day.",
        ),
    ),
    "paid-at-first": Message(
        Label(
            "有 {count} 笔订单退过款，但实付金额加退款金额多半超过总金额：这份文件的实付金额没有扣退款，照原样计入。",
            "Orders with refunds: {count}. Amount and refund mostly exceed the total: the amounts are those paid at first and "
            "are taken as they stand.",
        ),
    ),
    "refund-beyond": Message(
        Label(
            "有 {count} 笔订单的实付金额加退款金额超过总金额（实付合计 {amount}），只计实付金额。",
            "Orders whose amount and refund exceed their total: {count}, {amount} paid in all; only what was paid is counted.",
        ),
        Label("请到后台核对这几笔订单。", "Check them in the back-end."),
    ),
    "order-amounts": Message(
        Label(
            "订单编号与第 {row} 行合并，这一行却另有金额，说不清是整单的还是其中一件的，这笔订单没有计入。",
            "The order's number is merged with row {row}, yet this row has an amount of its own: the whole order's or one item's; the order was not counted.",
        ),
        Label(
            "请取消合并单元格，或导出每笔订单只有一行的报表。",
            "Unmerge the cells, or export a list with one row per order.",
        ),
    ),
    "spoilt-day": Message(
        Label(
            "{date} 有订单没能计入，这一天加起来会偏小，所以整天没有导入。",
            "An order of {date} could not be counted and its sum would be too small, so the whole day was left out.",
        ),
        Label(
            "请重新导出订单报表，不要用 Excel 打开后再保存。", "Export the orders again and do not save them in Excel."
        ),
    ),
    "several-currencies": Message(
        Label(
            "一个文件里有几种货币：{currencies}，不能相加，没有导入。",
            "The file holds several currencies: {currencies}. They cannot be added; not imported.",
        ),
        Label("请按货币分别导出。", "Export each currency to its own file."),
    ),
    "other-currency": Message(
        Label(
            "有 {count} 笔已付款的订单是 {currency}（合计 {amount}），其余是 {main}，不能相加，这几笔没有计入。",
            "Orders in {currency}: {count}, {amount} in all. The others are in {main} and cannot be added to them; left out.",
        ),
        Label("需要的话请按货币分别导出，用单独的工作簿。", "Export that currency apart, for a workbook of its own."),
    ),
    "none-paid": Message(
        Label(
            "有 {count} 笔订单，没有一笔已付款（{states}），没有可计入的金额。",
            "Orders: {count}, none of them paid ({states}); there is nothing to count.",
        ),
        Label(
            "货到付款的订单，在后台标为已付款之后才计入；如果应该有已付款的，请检查导出时的筛选。",
            "Cash on delivery counts once it is marked as paid; if some should be paid, check the filter of the export.",
        ),
    ),
    "dated-by-creation": Message(
        Label(
            "有 {count} 笔已付款的订单没有付款时间（合计 {amount}），按下单时间计入当天。",
            "Paid orders without a time of payment: {count}, {amount} in all; counted on the day they were made.",
        ),
    ),
    "unsure-orders": Message(
        Label(
            "有 {count} 笔订单没有付款时间，状态也没说付没付款（合计 {amount}），没有计入。",
            "Orders without a time of payment whose state does not say whether they were paid: {count}, {amount} in all; "
            "not counted.",
        ),
        Label(
            "请到后台核对这些订单；导出时请带上订单状态和付款时间两列。",
            "Check them in the back-end, and export the columns of state and of time of payment.",
        ),
    ),
    "order-twice": Message(
        Label(
            "这一行和第 {row} 行是同一个{key}，但付款日期或金额不同，两笔都没有计入。",
            "This row has the same {key} as row {row} and another day or amount; neither was counted.",
        ),
        Label(
            "请检查文件是不是拼接过，重新导出后再导入。",
            "Check whether the file was pasted together, and export it again.",
        ),
    ),
    "refunds-beside-net": Message(
        Label(
            "{day} 等天的支付金额来自已扣退款的订单报表，再填「成功退款金额」会重复扣除，所以这一列没有填。",
            "GMV of {day} and maybe other days comes from orders net of refunds: the refund amount beside it would be taken off "
            "twice and was left out.",
        ),
        Label(
            "请先导入带「退款金额」列的订单报表或店铺日报，再导入这个文件。",
            "Import the orders with 退款金额 or the shop's report first, then this file again.",
        ),
    ),
    "net-beside-refunds": Message(
        Label(
            "{day} 等天已有「成功退款金额」，这份订单报表的金额又已扣过退款，会重复扣除，所以支付金额没有填。",
            "{day} and maybe other days have a refund amount, and this list of orders is net of refunds: they would be taken off "
            "twice, so GMV was left out.",
        ),
        Label(
            "请导出带「退款金额」列的订单报表，再导入。",
            "Export the orders with the column 退款金额 and import that.",
        ),
    ),
    "edge-day": Message(
        Label(
            "{date} 是订单报表的头一天或最后一天，可能不全，先按部分日导入。",
            "{date} is the first or last day of the orders and may be cut; imported as a partial day.",
        ),
        Label("导出时前后各多选一天，这一天就完整了。", "Export a day more on either side to have it whole."),
    ),
    "late-payments": Message(
        Label(
            "{date} 只有之前下单、这天才付款的订单，先按部分日导入。",
            "{date} holds only payments for orders made earlier; imported as a partial day.",
        ),
        Label("请再导出包含这一天的订单报表。", "Export the orders of that day too."),
    ),
    "orders-differ": Message(
        Label(
            "{day} 的{figure}，平台报表是 {platform}，订单加起来是 {orders}，相差超过 1%；保留平台的数。",
            "{figure} of {day}: the platform's report says {platform}, the orders add up to {orders}: over 1% apart. The platform's stays.",
        ),
        Label(
            "请检查订单是否导全、有没有按状态筛选过；口径不同时以平台为准。",
            "Check that no orders are missing or filtered out; where definitions differ the platform's counts.",
        ),
    ),
}
