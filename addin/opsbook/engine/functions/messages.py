"""What worksheet functions say when they cannot answer."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


FUNCTIONS: dict[str, Message] = {
    "function-no-number": _said(
        "{where}要一个数字，看到的是「{seen}」。",
        "{where} must be a number; seen: {seen}.",
        "请写成数字，例如 1234.5、1,234、12.5%、1.2万；别的文字（表头也是）和错误值不算数。",
        "Write a number such as 1234.5, 1,234, 12.5% or 1.2万; other texts (headers, too) and error cells are none.",
    ),
    "function-total-row": _said(
        "{where}「{seen}」是合计、平均或同行，和别的行一起算会重复。",
        "{where} is a total, an average or a peer's row ({seen}): with the other rows it would count twice.",
        "请不要把这一行选进来。",
        "Leave that row out of the range.",
    ),
    "function-said": _said("{said}", "{said}"),
    "function-no-text": _said(
        "{argument} 要一段文字，看到的是「{seen}」。",
        "{argument} must be a text; seen: {seen}.",
        "请选一个有内容的单元格。",
        "Choose a cell that holds something.",
    ),
    "function-yes-or-no": _said(
        "{where}要是或否，看到的是「{seen}」。",
        "{where} must be yes or no; seen: {seen}.",
        "请写「是」或「否」，留空算「{usual}」。",
        "Write yes or no; blank is {usual}.",
    ),
    "function-no-month": _said(
        "{argument} 要一个月份，看到的是「{seen}」。",
        "{argument} must be a month; seen: {seen}.",
        '请写成带引号的 "2026-11"（不带引号会算成减法），或选一格该月的日期，2000 到 2099 年。',
        'Write "2026-11" in quotes (without them it is a subtraction), or choose a cell with a date of that month, 2000 to 2099.',
    ),
    "function-no-date": _said(
        "{argument} 第 {row} 行的日期认不出，看到的是「{seen}」。",
        "{argument} has no date in its row {row}; seen: {seen}.",
        "请写成 2026-11-11 这样的日期。",
        "Write a date such as 2026-11-11.",
    ),
    "function-day-twice": _said(
        "{argument} 里 {day} 出现了不止一次：第 {rows} 行。",
        "{argument} has {day} more than once: rows {rows}.",
        "一天只能有一行，请删掉多余的。",
        "Keep one row for each day.",
    ),
    "function-one-cell": _said(
        "{argument} 只要一个单元格，选了 {rows} 行 {columns} 列。",
        "{argument} must be one cell; chosen: {rows} × {columns} (rows × columns).",
        "请只选一格。",
        "Choose a single cell.",
    ),
    "function-sizes-differ": _said(
        "几个区域大小对不上：{sizes}（行×列）。",
        "The ranges differ in size: {sizes} (rows × columns).",
        "请选同样大小的区域；只选一格时，它会用于每一行。",
        "Choose ranges of one size; a single cell goes with all of them.",
    ),
    "function-few-columns": _said(
        "{argument} 要 {wanted} 列：{columns}，只选了 {seen} 列。",
        "{argument} must have {wanted} columns: {columns}; chosen: {seen}.",
        "请按这个顺序选中这几列。",
        "Choose these columns in this order.",
    ),
    "function-no-header": _said(
        "{argument} 的第一行里没有「{missing}」。",
        "The first row of {argument} has no {missing}.",
        "请把表头一起选进来；表头可用中文、英文或代号，例如「支付金额」或 gmv。",
        "Choose the header row with the data; headers may be Chinese, English or ids, such as GMV.",
    ),
    "function-uneven-columns": _said(
        "{argument} 第 {row} 行有「{known}」，却没有「{missing}」，一起算会出错。",
        "Row {row} of {argument} has {known} but no {missing}: together they would mislead.",
        "请补上空着的格子，或只选两列都有数的行。",
        "Fill the blanks, or choose only rows where both have numbers.",
    ),
    "function-several-rates": _said(
        "{argument} 的「{column}」里有几个不同的数，合计时不知道用哪个。",
        "{column} in {argument} holds different numbers; a total can use only one.",
        "请逐行计算，或填上成本金额。",
        "Calculate row by row, or give the cost itself.",
    ),
    "function-no-metric": _said(
        "没有叫「{seen}」的指标。",
        "There is no metric {seen}.",
        "最接近的是：{near}。全部指标见「使用说明」。",
        "Closest: {near}. The Guide sheet lists all metrics.",
    ),
    "function-no-threshold": _said(
        "「{metric}」没有可用的界线。",
        "There is no line to judge {metric} by.",
        "请在第三个参数给出绿线和红线两格，或选「阈值」整张表（含表头）。",
        "Give two cells, green and red line, as the third argument, or the whole Thresholds table with its headers.",
    ),
    "function-two-lines": _said(
        "{argument} 要绿线、红线两格，看到的是「{green}」和「{red}」。",
        "{argument} must be two cells, green line and red line; seen: {green} and {red}.",
        "只有一条线时，另一格留空。",
        "Where there is only one line, leave the other cell blank.",
    ),
    "function-no-factors": _said(
        "缺「{missing}」，拆不出各因素的影响。",
        "{missing} missing: the change cannot be split.",
        "请按访客数、支付转化率、客单价的顺序选三格数字。",
        "Choose three numbers: visitors, pay conversion, AOV.",
    ),
    "function-three-cells": _said(
        "{argument} 要三格：访客数、支付转化率、客单价，选了 {seen} 格。",
        "{argument} must be three cells: visitors, pay conversion, AOV; chosen: {seen}.",
        "请按这个顺序选三格。",
        "Choose three cells in this order.",
    ),
    "function-no-weight": _said(
        "{where}的权重要大于等于 0，看到的是「{seen}」。",
        "{where} must be a weight, 0 or more; seen: {seen}.",
        "请选剩余各天的权重，例如「目标分解」的权重列；0 是休业的日子。",
        "Choose the weights of the days left, such as the weight column of Goals; 0 is a day without business.",
    ),
    "function-none-left": _said(
        "还差 {left} 元，剩下的日子却没有能分的：不是锁定了，就是权重为 0 或空白。",
        "{left} yuan are still missing, but no day is left to bring them: all are locked, or weigh 0 or nothing.",
        "请改手工目标，或至少给一天填上大于 0 的权重。",
        "Change the manual goals, or give at least one day a weight above 0.",
    ),
    "function-lock-outside": _said(
        "{argument} 里的 {day} 不在 {month}。",
        "{day} in {argument} is not a day of {month}.",
        "请只选这个月的锁定日期。",
        "Choose locked days of that month only.",
    ),
    "function-no-lock": _said(
        "{where}的手工目标认不出，看到的是「{seen}」。",
        "{where} has no readable goal; seen: {seen}.",
        "请写整数元，例如 50000；不锁定的日子留空。",
        "Write whole yuan, such as 50000; leave days that are not locked blank.",
    ),
    "function-same-header": _said(
        "{argument} 里「{column}」出现了不止一次：第 {columns} 列。",
        "{argument} has {column} more than once: columns {columns}.",
        "请只留一列，或改掉其中一个表头。",
        "Keep one of them, or change the other's header.",
    ),
    "function-lines-swapped": _said(
        "「{metric}」{better}，绿线 {green} 却比红线 {red} 差。",
        "{metric}: {better}, but the green line {green} is worse than the red line {red}.",
        "请把绿线和红线对调。",
        "Swap the green and the red line.",
    ),
    "function-failed": _said(
        "{function} 没能算出来（{kind}）。",
        "{function} could not be calculated ({kind}).",
        "请把日志编号 {id} 发给维护者。",
        "Tell the maintainers the log id {id}.",
    ),
}
