"""What is said differently when a button was pressed: its user has no command line, but a ribbon and the sheets."""

from opsbook.model.language import Label

TEXTS: dict[str, Label] = {
    "kept-formulas": Label(
        "有 {count} 格公式被改过，保留了你的内容（按「检查」可列出）。",
        "Formula cells that hold something of yours, kept as they are: {count} (press Check to list them).",
    ),
    "strange-cells": Label(
        "有 {count} 格内容可能影响结果（按「检查」逐格列出）。",
        "Cells that may change results: {count} (press Check to see each).",
    ),
    "goals-know-no-history": Label(
        "目标还是按通用权重分到各天的。已有足够的历史，想按本店规律重分未开始的月份，按「重拟权重」。",
        "Goals are still split by general weights. There is history enough now: press Refit weights, and months that have "
        "not begun are split by the shop's own pattern.",
    ),
    "offer-peers": Label(
        "日志里有 {count} 家店不在竞店名单里（{shops}），想关注就按「关注竞店」：",
        "Shops of the log that are not watched ({count}): {shops}. Press Watch shop to watch them:",
    ),
    "offer-peer": Label("  {shop}", "  {shop}"),
    "offer-takers": Label(
        "流失去向里有 {count} 家店不在竞店名单里（{shops}），想关注就按「关注竞店」：",
        "Shops that took customers and are not watched ({count}): {shops}. Press Watch shop to watch them:",
    ),
    "offer-numbers": Label(
        "流失去向里有 {count} 家只有商家编号：{shops}。打开下面商品的页面看店名和价格，按「记一条」记下，以后这个编号就认得：",
        "Shops that took customers and are known by number only ({count}): {shops}. See the pages of these items for shop "
        "and price and press Log an item; the number is known from then on:",
    ),
    "offer-number": Label("  {item}", "  {item}"),
    "peers-no-log": Label(
        "竞品日志还是空的：按「记一条」或「导入日志」开始。",
        "The peer log is empty: begin with Log an item or Import log.",
    ),
    "more-issues": Label(
        "……另有 {count} 条。导入的问题「导入记录」里都有。",
        "… and {count} more; those of an import are all on the Imports sheet.",
    ),
}
_ADD_UP = Label(
    "请导出每天（每个商品、计划）只有一行的报表，终端选「所有终端」；或关闭工作簿，在命令提示符里运行 "
    "opsbook import 工作簿 文件 --add-up：金额、点击、订单、件数相加，人数和比率留空，以后同样表头的文件照此导入。",
    "Export one row a day (a day and item, a day and plan) and choose 所有终端 (all terminals); or close the workbook and run "
    "opsbook import BOOK FILE --add-up in a command prompt: money, clicks, orders and items are added, people and ratios left blank, "
    "and later files with the same headers go in likewise.",
)
_RESTATE = Label(
    "已过去的目标不再变动；确实要改写，关闭工作簿，在命令提示符里运行 opsbook goal，加上 --restate。",
    "Goals of what is over stay; to rewrite them, close the workbook and run opsbook goal with --restate in a command prompt.",
)
HINTS: dict[str, Label] = {
    "all-kept": _RESTATE,
    "month-over": _RESTATE,
    "kept-over-total": Label(
        "请把目标定为至少 {least} 元；要连已过去的一起重分，关闭工作簿，在命令提示符里运行 opsbook goal，加上 --restate。",
        "Set it to {least} at least; to split what is over as well, close the workbook and run opsbook goal with --restate in a "
        "command prompt.",
    ),
    "finer-rows": _ADD_UP,
    "most-parts-share-keys": _ADD_UP,
    "parts-share-key": _ADD_UP,
    "renamed-column": Label(
        "如果是同一个指标，请在「对应」表那一行的「确认」列填「是」，再导入一次。",
        "If it is the same measure, say Yes beside it on the Mapping sheet and import again.",
    ),
    "missing-column": Label(
        "请在后台导出时勾选缺少的指标；如果只是改了名，请在「对应」表确认（没有那一行就把表头改回原名），再导入一次。",
        "Tick the missing columns when exporting; if one is only renamed, confirm it on the Mapping sheet (without a row "
        "there restore the header) and import again.",
    ),
    "history-short": Label(
        "导入去年或近几个月的店铺日报后，按「重拟权重」重新计算。",
        "Import last year's or recent months' shop reports, then press Refit weights.",
    ),
    "not-opsbook": Label("请按「新建」建一本，再把数据导入。", "Press New to make one, and import into it."),
    "sighting-empty": Label(
        "请再按一次，至少填上价格、销量或标题。", "Press the button again and give a price, sales or a title at least."
    ),
    "not-peers-file": Label("请用「导入文件」导入它。", "Import it with Import files."),
    "no-shop-name": Label("请再按一次，填上店铺名。", "Press the button again and type the shop's name."),
    "other-shop": Label(
        "若是同一家店，请把文件里的写法填进「设置」的店铺别名，再导入一次。",
        "If they are the same, add the file's spelling to the aliases on Settings and import again.",
    ),
    "several-shops": Label(
        "导入时只取本店的行；本店换了写法的，填进「设置」的店铺别名，再导入一次。",
        "An import takes this shop's rows; if it is spelled otherwise here, add that to the aliases on Settings and import again.",
    ),
    "column-means": Label(
        "如果是，在「对应」表这一列的「确认」填「是」，再导入一次；不是就填「否」，以后不再提。",
        "If so, say Yes under Confirmed beside it on the Mapping sheet and import again; with No it is not asked again.",
    ),
    "shop-unnamed": Label(
        "是本店的，用「导入文件」只选它们再导入；是别家的，请移走。若别家店其实是本店的另一个写法，填进「设置」的店铺别名。",
        "Choose those of this shop alone with Import files, and move the others away. If the other shop is another spelling "
        "of this one, add it to the aliases on Settings.",
    ),
    "missing-sheets": Label(
        "旧版 OpsBook 做的工作簿没有它们：关闭这本工作簿，在命令提示符里用 opsbook new 加 --from 搬到新版，原来的一本不会改动。"
        "如果是误删了，请从 .opsbook 文件夹里的备份恢复。",
        "Workbooks of older versions lack them: close this one, and opsbook new with --from in a command prompt carries "
        "everything over and leaves it as it is. If they were deleted, restore a backup from the .opsbook folder.",
    ),
    "after-years": Label(
        "新的一年请按「新建」另建一本；要沿用这本的设置，关闭它以后在命令提示符里用 opsbook new 加 --from。",
        "Press New for the new year's workbook; to carry this one's settings over, close it and use opsbook new with "
        "--from in a command prompt.",
    ),
    "year-changed": Label(
        "请改回 {year}；新的一年请按「新建」另建一本，要沿用这本的设置，关闭它以后在命令提示符里用 opsbook new 加 --from。",
        "Put {year} back; press New for a new year's workbook, or, to take this one along, close it and use opsbook new with "
        "--from in a command prompt.",
    ),
    "two-histories": Label(
        "关闭这本工作簿，在命令提示符里运行 opsbook history 工作簿 --join 文件夹名 选定一个，或加 --new 从头开始。",
        "Close this workbook; in a command prompt choose one with opsbook history BOOK --join FOLDER, or begin anew with --new.",
    ),
    "cell-text-not-day": Label(
        "请在这一格重新输入一次；一整列都这样，用「数据 › 分列」，第 3 步选「日期」。",
        "Type it again in the cell; for a whole column use Data › Text to Columns and choose Date in its third step.",
    ),
    "strange-day": Label(
        "请改成日期，如 2026-11-12；合计等自己的行请放到表格外面。",
        "Make it a date such as 2026-11-12; keep totals and other rows of your own outside the table.",
    ),
    "typed-day-waits": Label(
        "请在这一格重新输入日期，再导入一次。", "Type the date again in the cell and import once more."
    ),
    "formula-overwritten": Label(
        "想恢复：保存并关闭这本工作簿，在命令提示符里运行 opsbook check 加 --repair（先自动备份）。",
        "To restore it: save and close this workbook, then use opsbook check with --repair in a command prompt (a backup "
        "is made first).",
    ),
    "figures-fixed": Label(
        "要公式回来：保存并关闭这本工作簿，在命令提示符里运行 opsbook check 加 --repair（先自动备份）。",
        "To bring the formulas back: save and close this workbook, then use opsbook check with --repair in a command prompt "
        "(a backup is made first).",
    ),
    "bars-plain": Label(
        "想恢复：保存并关闭这本工作簿，在命令提示符里运行 opsbook check 加 --repair（先自动备份）。",
        "To restore them: save and close this workbook, then use opsbook check with --repair in a command prompt (a backup "
        "is made first).",
    ),
    "fixed-figures": Label(
        "要公式回来：保存并关闭这本工作簿，在命令提示符里运行 opsbook check 加 --repair（先自动备份）。",
        "To bring the formulas back: save and close this workbook, then use opsbook check with --repair in a command prompt "
        "(a backup is made first).",
    ),
    "formulas-differ": Label(
        "是你自己改的就不用管；工作簿也可能由旧版 OpsBook 生成：关闭它以后，在命令提示符里运行 opsbook check 加 --repair "
        "会写入现在的公式（先自动备份）。",
        "If you changed them, all is well. The workbook may also come from an older OpsBook: close it, and opsbook check "
        "with --repair in a command prompt writes today's formulas (a backup is made first).",
    ),
}
