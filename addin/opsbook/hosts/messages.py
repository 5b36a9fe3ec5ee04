"""Messages about workbooks: opening, owning, saving."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

_RESAVE = Label(
    "请用 Excel 或 WPS 打开，另存为新的 .xlsx 文件后再试。",
    "Open it in Excel or WPS, save it as a new .xlsx file and try again.",
)
_RESTORE = Label(
    "请在命令提示符里运行 opsbook restore 工作簿 换回备份，或换一个文件。",
    "Bring a backup back with opsbook restore BOOK in a command prompt, or choose another file.",
)

BOOK: dict[str, Message] = {
    "no-file": Message(
        Label("找不到文件「{file}」。", "There is no file {file}."),
        Label("请检查路径和文件名。", "Check the path and the name."),
    ),
    "book-exists": Message(
        Label("文件「{file}」已经存在。", "The file {file} exists already."),
        Label("请换一个文件名，或先把原文件移走。", "Choose another name or move the old file away first."),
    ),
    "book-unreadable": Message(
        Label("无法读取「{file}」：{reason}。", "{file} cannot be read: {reason}."),
        Label(
            "请检查路径，确认没有其他程序占用它，并且你有读取权限。",
            "Check the path, that no program holds it and that you may read it.",
        ),
    ),
    "book-protected": Message(
        Label(
            "「{file}」设有打开密码，或者是旧的 .xls 格式，无法更新。",
            "{file} is protected with a password or an old .xls file, and cannot be updated.",
        ),
        Label(
            "请在 Excel 里取消打开密码，并另存为 .xlsx 后再试。",
            "Remove the password in Excel, save it as .xlsx and try again.",
        ),
    ),
    "not-a-book": Message(
        Label(
            "「{file}」不是 Excel 工作簿（.xlsx / .xlsm），或者文件不完整。",
            "{file} is not an Excel workbook (.xlsx / .xlsm), or not a whole one.",
        ),
        _RESTORE,
    ),
    "book-damaged": Message(
        Label("「{file}」已损坏：内部的「{part}」读不出来。", "{file} is damaged: its part {part} cannot be read."),
        _RESTORE,
    ),
    "book-prefixed": Message(
        Label(
            "「{file}」由其他程序生成，内部的「{part}」写法特殊，无法直接更新。",
            "{file} was made by another program; its part {part} is spelled in a way that cannot be patched.",
        ),
        _RESAVE,
    ),
    "book-1904": Message(
        Label(
            "「{file}」使用 1904 日期系统，日期会相差四年。",
            "{file} counts dates from 1904; every date would be four years off.",
        ),
        Label(
            "请在 Excel 的「选项 › 高级」里取消「使用 1904 日期系统」，核对日期后保存再试。",
            "Switch off 'Use 1904 date system' in Excel's advanced options, check the dates, save and try again.",
        ),
    ),
    "missing-table": Message(
        Label(
            "工作簿里没有表「{table}」。现有的表：{found}。",
            "The workbook has no table {table}. Tables found: {found}.",
        ),
        Label(
            "如果误删了工作表或表，请从备份恢复；如果改了表名，请在「表格设计」里改回「{table}」。",
            "If the sheet or table was deleted, restore a backup; if it was renamed, name it {table} again under Table Design.",
        ),
    ),
    "missing-header": Message(
        Label(
            "表「{table}」里没有「{header}」列。现有的列：{found}。",
            "Table {table} has no column {header}. Columns found: {found}.",
        ),
        Label(
            "如果改了标题，请改回「{header}」；如果删了这一列，请从备份恢复。",
            "If the header was renamed, name it {header} again; if the column was deleted, restore a backup.",
        ),
    ),
    "missing-name": Message(
        Label(
            "名称「{name}」不存在，或者没有指向一个单元格。",
            "The name {name} does not exist, or does not point to one cell.",
        ),
        Label(
            "请在「公式 › 名称管理器」里检查「{name}」，或从备份恢复。",
            "Check {name} under Formulas › Name Manager, or restore a backup.",
        ),
    ),
    "cells-in-the-way": Message(
        Label(
            "表「{table}」要加新行，但下方的 {cell} 已有内容。没有写入任何数据。",
            "Table {table} needs new rows, but {cell} below it is in use. Nothing was written.",
        ),
        Label(
            "是自己贴的新行，就把表格右下角往下拖，包进它们；别的内容请移到表格旁边或别的工作表。再运行一次。",
            "Drag the table's lower right corner over rows you pasted; move anything else beside the table. Then run again.",
        ),
    ),
    "table-full": Message(
        Label(
            "表「{table}」已经到工作表的最后一行（{rows} 行），放不下新数据。",
            "Table {table} has reached the last row of its sheet ({rows}); there is no room for new rows.",
        ),
        Label("请把较早的行移到别的工作簿，再运行一次。", "Move older rows to another workbook and run again."),
    ),
    "array-in-the-way": Message(
        Label(
            "工作表「{sheet}」的 {cells} 是一个数组公式，不能只改其中一部分。没有写入任何数据。",
            "Cells {cells} of sheet {sheet} are one array formula; a part of it cannot be changed. Nothing was written.",
        ),
        Label("请把这个数组公式移到表格外面，再运行一次。", "Move the array formula out of the table and run again."),
    ),
    "cells-pinned": Message(
        Label(
            "表「{table}」要删除旧行，但 {cell} 有合并单元格、超链接或批注，无法跟着行移动。没有写入任何数据。",
            "Table {table} has rows to drop, but {cell} is merged or holds a link or a comment, and cannot move with its row. Nothing was written.",
        ),
        Label(
            "请取消合并，或把超链接、批注挪到表格旁边，再运行一次。",
            "Unmerge the cells, or move the link or comment beside the table, and run again.",
        ),
    ),
    "book-open": Message(
        Label(
            "「{file}」正在 {program} 中打开（锁文件：{lock}）。", "{file} is open in {program} (lock file: {lock})."
        ),
        Label(
            "请保存并关闭后再运行，或在 Excel 里用「运营」选项卡的按钮更新。如果确定没有打开，请删除这个锁文件。工作簿没有改动。",
            "Save and close it and run again, or use the buttons of the Operations tab inside Excel. If it is not open anywhere, delete the lock file. The workbook was not changed.",
        ),
    ),
    "book-open-unsaved": Message(
        Label(
            "「{file}」正在 {program} 中打开（锁文件：{lock}），那里还没保存的改动这里看不到。",
            "{file} is open in {program} (lock file: {lock}); what is not saved there is not seen here.",
        ),
        Label("想看最新的，请先在那里保存。", "To see the newest, save it there first."),
    ),
    "book-busy": Message(
        Label("另一个 OpsBook 正在保存「{file}」。", "Another OpsBook is saving {file}."),
        Label(
            "请等它完成后再运行一次；工作簿没有改动。",
            "Wait until it has finished and run again; the workbook was not changed.",
        ),
    ),
    "book-changed": Message(
        Label(
            "「{file}」在读取之后被改动过，为了不覆盖别人的修改，没有保存。",
            "{file} was changed after it had been read; it was not saved, so that nobody's work is lost.",
        ),
        Label("请再运行一次。", "Run the command again."),
    ),
    "book-read-only": Message(
        Label("「{file}」是只读文件，不能保存。", "{file} is read-only and cannot be saved."),
        Label("请在文件属性里取消「只读」，再运行一次。", "Clear 'read-only' in the file's properties and run again."),
    ),
    "folder-read-only": Message(
        Label(
            "文件夹「{folder}」不可写，不能保存「{file}」。",
            "The folder {folder} cannot be written to, so {file} cannot be saved.",
        ),
        Label(
            "请把工作簿移到自己有写入权限的文件夹，或取消文件夹的「只读」。",
            "Move the workbook to a folder you may write to, or clear the folder's 'read-only'.",
        ),
    ),
    "book-not-saved": Message(
        Label(
            "「{file}」没有保存成功：{reason}。原文件没有改动。",
            "{file} could not be saved: {reason}. The file is as it was.",
        ),
        Label(
            "请检查磁盘空间，确认文件没有被占用，再运行一次。",
            "Check the disk space and that no program holds the file, and run again.",
        ),
    ),
    "book-not-made": Message(
        Label("「{file}」没有建成：{reason}。", "{file} could not be made: {reason}."),
        Label(
            "请检查文件夹是否存在、能否写入，或换一个文件夹。",
            "Check that the folder is there and may be written to, or choose another.",
        ),
    ),
}
