"""Messages about rows that left the workbook, and about the workbook that another one is made from."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


HISTORY: dict[str, Message] = {
    # the file
    "history-damaged": _said(
        "历史文件「{file}」已损坏，读不出来。工作簿没有改动。",
        "The history file {file} is damaged and cannot be read. The workbook was not changed.",
        "请用以前拷贝的一份替换它；没有就把它移到别处再运行，工作簿里的行不受影响。",
        "Replace it by an earlier copy; without one, move it away and run again: the workbook's own rows are not affected.",
    ),
    "history-busy": _said(
        "历史文件「{file}」正被其他程序占用。工作簿没有改动。",
        "The history file {file} is in use by another program. The workbook was not changed.",
        "请关闭打开它的程序，再运行一次。",
        "Close the program that has it open and run again.",
    ),
    "history-newer": _said(
        "历史文件「{file}」由更新版本的 OpsBook 写成，这个版本读不了。工作簿没有改动。",
        "The history file {file} was written by a newer OpsBook. The workbook was not changed.",
        "请升级 OpsBook 后再运行。",
        "Upgrade OpsBook and run again.",
    ),
    "history-refused": _said(
        "历史文件「{file}」用不了：{reason}。工作簿没有改动。",
        "The history file {file} cannot be used: {reason}. The workbook was not changed.",
        "请检查磁盘空间和 .opsbook 文件夹的权限，再运行一次。",
        "Check the disk space and your rights in the .opsbook folder, and run again.",
    ),
    # whose it is
    "two-histories": _said(
        "「{file}」旁边有两个文件夹都像是它的历史：{folders}。工作簿没有改动。",
        "Two folders beside {file} claim to be its history: {folders}. The workbook was not changed.",
        "运行 opsbook history 工作簿 --join 文件夹名 选定一个；都不要就加 --new，从头开始。",
        "Choose one with opsbook history BOOK --join FOLDER, or begin anew with --new.",
    ),
    "no-such-history": _said(
        ".opsbook 里没有历史「{seen}」。有的是：{known}。",
        "There is no history {seen} in .opsbook. Those there: {known}.",
        "请照抄其中一个名字。",
        "Copy one of these names.",
    ),
    "history-of-another": _said(
        "历史「{seen}」是「{file}」的，那本工作簿还在。",
        "The history {seen} belongs to {file}, which is still there.",
        "请先移走那一本；想要一本带历史的副本，直接复制那个工作簿文件就行。",
        "Move that workbook away first; for a copy with its history just copy that file.",
    ),
    "join-or-new": _said(
        "--join 和 --new 只能写一个，也不能和别的选项一起用。",
        "--join and --new exclude each other and every other option.",
        "请只写其中一个。",
        "Give one of them alone.",
    ),
    "history-joined": _said(
        "「{file}」的历史从现在起是 {id}：{rows} 行旧明细，{runs} 次运行。",
        "The history of {file} is {id} from now on: older rows {rows}, runs {runs}.",
    ),
    "history-begun": _said("「{file}」的历史从现在起另起一份：{id}。", "The history of {file} begins anew: {id}."),
    "older-rows-left": _said(
        "「{file}」旁边没有它的历史文件：书里没有的更早明细没跟过来，照常用书里现有的数据。",
        "The history of {file} does not lie beside it: rows older than the workbook's were left behind.",
        "想带上：保存这本之前，把原来位置的 .opsbook 文件夹一起拷过来。",
        "To have them, copy the folder .opsbook along from where it was, before this workbook is changed.",
    ),
    # the history command
    "rows-held": _said(
        "{report}（{table}）：{rows} 行，{first} … {last}；工作簿里 {here} 行，历史 {past} 行",
        "{report} ({table}), {first} … {last}: rows {rows}, {here} in the workbook, {past} in the history",
    ),
    "rows-none": _said("{report}（{table}）：没有数据", "{report} ({table}): no rows"),
    "rows-written": _said("写好 {file}：{count} 行", "Wrote {file}, rows: {count}"),
    "unknown-table": _said(
        "没有「{seen}」这张表。可以写：{known}。",
        "There is no table {seen}. Tables: {known}.",
        "也可以写报表的名字，如 商品。",
        "The report's name does as well, such as Items.",
    ),
    "days-reversed": _said(
        "开始日期 {first} 在结束日期 {last} 之后。",
        "The first day {first} comes after the last day {last}.",
        "请对调 --from 和 --to。",
        "Swap --from and --to.",
    ),
    "unknown-form": _said(
        "不会写「{file}」这种文件。可以写：{forms}。",
        "{file} is in a form that cannot be written. Forms: {forms}.",
        "请换一个扩展名。",
        "Choose another ending.",
    ),
    "one-table-only": _said(
        "一个 {form} 文件只能放一张表。",
        "A {form} file holds one table only.",
        "请用 --table 选一张表，如 --table ItemDay，或写成 .xlsx。",
        "Choose one with --table, such as --table ItemDay, or write an .xlsx file.",
    ),
    "too-many-rows": _said(
        "{report}有 {rows} 行，一个 Excel 工作表最多放 {most} 行数据。",
        "{report} has {rows} rows; an Excel sheet holds {most} below its header.",
        "请用 --from 和 --to 选一段日期，或写成 .csv。",
        "Choose days with --from and --to, or write a .csv file.",
    ),
    "no-pyarrow": _said(
        "这台电脑上没有 pyarrow，写不了 .parquet 文件。",
        "pyarrow is not installed, so a .parquet file cannot be written.",
        "请运行 python -m pip install pyarrow，或写成 .csv、.xlsx。",
        "Run python -m pip install pyarrow, or write a .csv or .xlsx file.",
    ),
    # a new year's workbook
    "from-other-shop": _said(
        "旧工作簿是「{found}」的，不是「{own}」的。",
        "The old workbook is {found}'s, not {own}'s.",
        "店铺改过名的话，先在旧工作簿「设置 › 店铺别名」里加上新名字，再运行一次。",
        "If the shop was renamed, add the new name to the old workbook's shop aliases on Settings and run again.",
    ),
    "from-other-years": _said(
        "旧工作簿是 {found} 年的，没有 {own} 年新工作簿要用的数据（去年和今年）。",
        "The old workbook is of {found} and has no data of the two years of a workbook of {own}.",
        "请核对 --year，或去掉 --from。",
        "Check --year, or leave --from out.",
    ),
    # rows leaving the workbook
    "moved-rows": _said("    转入历史文件：{tables}", "    rows moved to the history file: {tables}"),
    "moved-table": _said("{report} {count} 行", "{report} {count}"),
    "rows-stay": _said(
        "「{sheet}」里有 {count} 行该转入历史文件，但 {cell} 有合并单元格、超链接或批注，这些行先留着。",
        "Rows of {sheet} that belong into the history ({count}) stay for now: {cell} is merged or holds a link or a comment.",
        "不想留就取消合并，或把超链接、批注挪到表格旁边，下次导入时转入历史。",
        "To let them go, unmerge the cells or move the link or comment beside the table; the next import moves the rows.",
    ),
}
