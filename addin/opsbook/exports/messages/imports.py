"""Messages about imports: files that cannot be read, sheets nobody knows, rows and cells that are wrong."""

from opsbook.exports.messages.formats import FORMATS
from opsbook.exports.messages.header_columns import COLUMNS
from opsbook.exports.messages.written_cells import CELLS
from opsbook.model.language import Label
from opsbook.model.records.message import Message

_FILES: dict[str, Message] = {
    "empty-file": Message(
        Label("文件是空的（0 字节）。", "The file is empty (0 bytes)."),
        Label("请到后台重新下载。", "Download it again."),
    ),
    "no-cells": Message(
        Label(
            "工作簿里没有内容：看得见的工作表全是空的。", "The workbook holds nothing: every visible sheet is empty."
        ),
        Label(
            "请确认选的日期有数据，重新导出；数据在隐藏的工作表里的，请先取消隐藏。",
            "Check that the dates chosen have data and export again; unhide the sheet if the data is on a hidden one.",
        ),
    ),
    "damaged-file": Message(
        Label("文件打不开，可能没下载完整或已损坏。", "The file cannot be opened: not fully downloaded, or damaged."),
        Label("请到后台重新下载；其他文件照常导入。", "Download it again; the other files are imported as usual."),
    ),
    "page-without-table": Message(
        Label(
            "这是一个网页，里面没有表格，可能是登录过期时下载的。",
            "This is a web page without a table, perhaps downloaded after the login had expired.",
        ),
        Label("请登录后台重新下载。", "Log in to the back-end and download it again."),
    ),
    "outside-zip": Message(
        Label(
            "压缩包里的「{member}」指向压缩包以外的位置，没有读取。",
            "The member {member} points to a place outside the zip; not read.",
        ),
        Label(
            "请确认压缩包是自己从后台下载的；确实要用，请解压后只导入这个文件。",
            "Make sure that you downloaded this zip yourself; to use the file, unpack it and import it alone.",
        ),
    ),
    "password": Message(
        Label("文件有打开密码，读不了。", "The file is protected by a password."),
        Label(
            "请在 Excel 或 WPS 里去掉密码另存，或解压后再导入。",
            "Save it without the password, or unpack it, and import again.",
        ),
    ),
    "unknown-encoding": Message(
        Label("文字编码认不出，试过 {tried}。", "The text encoding is unknown; tried {tried}."),
        Label(
            "文件可能没下载完整；请重新下载，或用 Excel 打开后另存为 .xlsx。",
            "The download may be unfinished: download it again, or open it in Excel and save it as .xlsx.",
        ),
    ),
    "too-large": Message(
        Label(
            "文件有 {size} MB，超过单个文件 {most} MB 的上限，没有读取。",
            "{size} MB is over the limit of {most} MB; not read.",
        ),
        Label("请缩短日期范围，分几次导出。", "Export a shorter period in several files."),
    ),
    "unreadable-file": Message(
        Label("文件读不了：{why}。", "The file cannot be read: {why}."),
        Label(
            "请关闭正在使用它的程序，检查权限后再试。",
            "Close the program that uses it, check the permissions and try again.",
        ),
    ),
    "too-wide": Message(
        Label(
            "工作表有 {rows} 行 {columns} 列，远远超出报表的大小，没有读取。",
            "The sheet has {rows} rows and {columns} columns, far more than a report; not read.",
        ),
        Label(
            "请删掉数据以外的行和列，或重新下载。",
            "Delete the rows and columns outside the data, or download it again.",
        ),
    ),
    "other-archive": Message(
        Label("压缩包是 RAR、7z 或 gz 格式，读不了。", "This archive is RAR, 7z or gz, which cannot be read."),
        Label(
            "请先解压，把里面的表格放进来；zip 可以直接导入。",
            "Unpack it and import the tables; a zip can stay packed.",
        ),
    ),
    "no-table-file": Message(
        Label("这是图片或 PDF，不是表格。", "This is a picture or a PDF, not a table."),
        Label(
            "请到后台导出 Excel 或 CSV；截图里的数字不会被识别。",
            "Export Excel or CSV from the back-end; pictures are not read.",
        ),
    ),
    "nested-zip": Message(
        Label("压缩包里还有压缩包，没有读取。", "A zip inside a zip is not read."),
        Label("请先解压里面这一层，再导入。", "Unpack the inner one and import that."),
    ),
    "empty-zip": Message(
        Label("压缩包里没有表格文件（csv、xls、xlsx）。", "The zip holds no csv, xls or xlsx file."),
        Label("请确认下载的是报表。", "Check that this is the report."),
    ),
    "own-workbook": Message(
        Label(
            "这是 OpsBook 的运营工作簿，不是后台导出的报表，没有导入。",
            "This is an OpsBook workbook, not an export; not imported.",
        ),
        Label("请选择从生意参谋、万相台下载的文件。", "Choose the files downloaded from the seller back-end."),
    ),
}

_SHEETS: dict[str, Message] = {
    "unknown-export": Message(
        Label(
            "认不出这是什么报表。看到的列：{found}。目前认识 {kinds} 的常用报表。",
            "No known export. Columns found: {found}. Known are the usual reports of {kinds}.",
        ),
        Label(
            "请从后台直接导出，不要改表头；如果平台改版了，请把列名反馈给我们。",
            "Export it from the back-end and leave the headers as they are; if the platform renamed them, tell us the new names.",
        ),
    ),
    "no-header": Message(
        Label(
            "认不出这是什么报表：没有找到写着「统计日期」「访客数」这类列名的表头。目前认识 {kinds} 的常用报表。",
            "No known export: no header row with names such as 统计日期 or 访客数 was found. Known are the usual reports of {kinds}.",
        ),
        Label("请从后台直接导出，保留表头。", "Export it from the back-end and keep its header row."),
    ),
    "missing-column": Message(
        Label(
            "像是「{kind}」，但缺少列「{missing}」。看到的列：{found}。名字相近的：{near}。",
            "This looks like {kind}, but lacks: {missing}. Columns found: {found}. Similar: {near}.",
        ),
        Label(
            "请在后台导出时勾选缺少的指标；如果只是改了名，导入时加 --map 新列名=原列名 确认一次。",
            "Tick the missing columns when exporting; if one is only renamed, import once with --map NEW=OLD.",
        ),
    ),
    "finer-rows": Message(
        Label(
            "像是「{kind}」，但有「{columns}」列：每个 SKU 一行，一个商品有好几行，没有导入。",
            "This looks like {kind}, but its column {columns} makes it one row per SKU (several rows per item); not imported.",
        ),
        Label(
            "请在后台按商品导出，一个商品一行；或在导入命令后加 --add-up：金额、件数相加，各 SKU 的访客数不能相加，留空。",
            "Export it by item, one row each, or add --add-up to the command: money and pieces are added, visitors left blank.",
        ),
    ),
    "ambiguous-export": Message(
        Label(
            "同时像「{kinds}」，无法确定是哪一种，没有导入。看到的列：{found}。",
            "This may be any of {kinds}; not imported. Columns found: {found}.",
        ),
        Label("请分别导出，每种报表一个文件。", "Export each report to its own file."),
    ),
    "several-shops": Message(
        Label(
            "一个文件里有多家店铺：{shops}，认不出哪家是本店，没有导入。",
            "One file holds several shops, and none is known to be this one: {shops}; not imported.",
        ),
        Label(
            "导入工作簿时只取它那家店的行；本店换了写法的，用 --shop-alias 认可，或在「设置」的店铺别名里写上。",
            "An import takes the rows of the workbook's shop; if that is spelled otherwise here, accept it with --shop-alias or add "
            "it to the aliases on Settings.",
        ),
    ),
    "rows-of-other-shops": Message(
        Label(
            "取了「{shop}」的 {taken} 行；另外 {shops} 家店的 {left} 行没有导入：{named}。",
            "Taken of {shop}: {taken} rows; left of other shops ({shops}): {left} rows, {named}.",
        ),
    ),
    "no-date": Message(
        Label(
            "找不到数据是哪一天的：没有日期列，表头上方和文件名里也没有。",
            "Nothing says which day this is: no date column, no date above the header, none in the file name.",
        ),
        Label(
            "请勾选「分日」重新导出；单日的文件也可以在文件名里写上日期，如 2026-06-18_2026-06-18。",
            "Export with daily rows, or put the day into the file name, such as 2026-06-18_2026-06-18.",
        ),
    ),
    "not-daily": Message(
        Label(
            "这是 {first} 到 {last} 的合计，不是每日数据，没有导入。",
            "This is a total of {first} to {last}, not daily data; not imported.",
        ),
        Label("请按天导出，或勾选「分日」。", "Export day by day, or tick daily rows."),
    ),
    "no-rows": Message(
        Label("是「{kind}」，但没有一行数据。", "This is {kind}, but it has no rows."),
        Label("请检查导出时选的日期。", "Check the dates chosen for the export."),
    ),
    "nothing-stored": Message(
        Label(
            "认得，是「{kind}」，但工作簿里还没有存放这些指标的列，没有存入任何数据。",
            "This is {kind}; the workbook has no column for its figures yet, so nothing of it was stored.",
        ),
        Label("不用处理，也不影响其他报表。", "Nothing to do; other reports are not affected."),
    ),
    "foreign-money": Message(
        Label(
            "金额按文件里的币种（{currency}）原样存入，没有换算成人民币。",
            "Money is stored in the file's own currency ({currency}), not converted.",
        ),
        Label(
            "请不要和人民币店铺的报表导入同一个工作簿。",
            "Keep reports in other currencies out of this workbook.",
        ),
    ),
    "cut-off": Message(
        Label(
            "文件有 {rows} 行，达到平台单文件上限，后面的数据可能被截掉了。",
            "{rows} rows: the platform may have cut the rest off.",
        ),
        Label("请缩短日期范围，分几次导出。", "Export a shorter period in several files."),
    ),
    "new-source-tree": Message(
        Label(
            "流量来源是新版口径（有「{name}」）。",
            "The traffic sources follow the platform's new tree (it has {name}).",
        ),
        Label(
            "和旧版口径的日子对比时，请只比同名渠道。",
            "When comparing with days of the old tree, compare channels of the same name only.",
        ),
    ),
}

_ONE_ROW = Label(
    "请导出每天（每个商品、计划）只有一行的报表，终端选「所有终端」；拼接过的文件请只留一次下载的行；"
    "自己的报表请对应上能区分这些行的列，或先汇总成一行再导入。",
    "Export one row a day (a day and item, a day and plan) and choose 所有终端 (all terminals); of downloads pasted "
    "together keep one; in a report of your own map the column that tells the rows apart, or add them up first.",
)

_ROWS: dict[str, Message] = {
    "partial-day": Message(
        Label(
            "{date} 在导出当天还没过完，先按部分日导入。",
            "{date} was not over when it was exported; imported as a partial day.",
        ),
        Label("第二天请重新导出这一天。", "Export that day again tomorrow."),
    ),
    "future-day": Message(
        Label(
            "{date} 比文件导出的日子（{made}）还晚，先按部分日导入。",
            "{date} lies after the day the file was made ({made}); imported as a partial day.",
        ),
        Label("请检查源文件里的日期。", "Check the date in the file."),
    ),
    "rows-share-key": Message(
        Label(
            "「{key}」有 {rows} 行（第 {first} 行、第 {second} 行……），内容不同，分不清该用哪一行，都没有导入。不同的列：{columns}。",
            "{key} has {rows} rows (row {first}, row {second} …) that differ, so none was imported. They differ in: {columns}.",
        ),
        _ONE_ROW,
    ),
    "most-rows-share-keys": Message(
        Label(
            "{of} 个日期（或商品、计划）中有 {keys} 个不止一行，分不清该用哪一行，都没有导入。例如「{key}」有 {rows} 行（第 {first} 行、第 {second} 行……），"
            "不同的列：{columns}。",
            "{keys} of {of} days (or items, plans) have more than one row, and none of those was imported. {key}, say, has {rows} rows "
            "(row {first}, row {second} …) that differ in: {columns}.",
        ),
        _ONE_ROW,
    ),
    "lone-part": Message(
        Label(
            "「{key}」只有「{column}」为「{word}」的一行，没有整体的那一行，没有导入。",
            "{key} has only a row with {word} in {column} and none of the whole; not imported.",
        ),
        Label("请重新导出，终端选「所有终端」。", "Export it again for all terminals."),
    ),
    "rows-added": Message(
        Label(
            "有 {rows} 行各是同一天、同一个计划（关键词、竞店）的一部分，已相加成 {keys} 行。",
            "{rows} rows are parts of one day and plan, keyword or shop; they were added up to {keys}.",
        ),
        Label(
            "如果文件是拼接的、同样的行出现了两次，请删掉重复的行再导入。",
            "If the file was pasted together and rows stand there twice, delete the second ones and import it again.",
        ),
    ),
    "sheets-disagree": Message(
        Label(
            "「{key}」在工作表「{sheet}」第 {row} 行也有，但数不同，分不清用哪一张；这张表里这样的行共 {many} 行，都没有导入。",
            "{key} stands in row {row} of sheet {sheet} too, with other figures, so neither was imported; such rows here: {many}.",
        ),
        Label("请只留合计的一张，或删掉不对的一张。", "Keep only the sheet of them all, or delete the wrong one."),
    ),
    "equal-rows": Message(
        Label(
            "有 {rows} 行和前面的行完全相同（这一行同第 {first} 行），只算一次。",
            "Rows equal to an earlier one in every column: {rows} (this one is row {first} again); each counts once.",
        ),
    ),
    "whole-row": Message(
        Label(
            "同一天（同一个商品、计划）有好几行：只取「{column}」为「{word}」的行，其余的行是它的一部分，没有重复计算。",
            "Of several rows for one thing the one with {word} in {column} is used; the others are parts of it.",
        ),
    ),
    "row-below-own": Message(
        Label(
            "「{key}」本店的数在第 {row} 行，这一行按客服、汇总或同行处理，没有导入。",
            "{key}: the shop's own figures stand in row {row}; this row counts as an agent, a total or a peer.",
        ),
        Label("如果这一行才是本店的数，请删掉上面那一行再导入。", "If this one is the shop's, delete the one above."),
    ),
    "bad-date": Message(
        Label("「{value}」不是日期，这一行没有导入。", "{value} is no date; the row was not imported."),
        Label("请在源文件里改成 2026-06-18 这样的日期。", "Correct it in the file, such as 2026-06-18."),
    ),
    "blank-date": Message(
        Label("日期是空的，这一行没有导入。", "The date is blank; the row was not imported."),
        Label(
            "请在源文件里补上日期，如 2026-06-18；不是数据的行请删掉。",
            "Fill it in, such as 2026-06-18; delete rows that are no data.",
        ),
    ),
    "bad-number": Message(
        Label("「{value}」不是数字，这一格没有导入。", "{value} is no number; the cell was not imported."),
        Label("请在源文件里改正后重新导入。", "Correct it in the file and import again."),
    ),
    "shared-figure": Message(
        Label(
            "「{value}」是第 {first} 到 {last} 行合并单元格里的一个数，分不到每一行，没有导入。",
            "{value} stands in one cell merged over rows {first} to {last}; it cannot be shared out among them and was not imported.",
        ),
        Label(
            "请取消合并单元格，在每一行填上它自己的数，再导入。",
            "Unmerge the cell, fill in each row's own figure and import again.",
        ),
    ),
    "out-of-range": Message(
        Label(
            "「{value}」不合理（是负数，或比率超过 100%），这一格没有导入。",
            "{value} is negative or a rate above 100%; the cell was not imported.",
        ),
        Label("请到后台核对这个数。", "Check the figure in the back-end."),
    ),
    "too-large-number": Message(
        Label(
            "「{value}」大得不合理，店铺一天不可能有这么多，这一格没有导入。",
            "{value} is more than a shop can have in a day; the cell was not imported.",
        ),
        Label(
            "请到后台核对这个数，检查是不是多打了位数。",
            "Check the figure in the back-end: it may have a digit too many.",
        ),
    ),
    "damaged-id": Message(
        Label(
            "编号「{value}」被 Excel 改成了科学计数，原来的数字已丢失，这一行没有导入。",
            "Excel turned the id into {value} and its digits are lost; the row was not imported.",
        ),
        Label("请重新导出，不要用 Excel 打开后再保存。", "Export again and do not save the file in Excel."),
    ),
    "unclear-id": Message(
        Label(
            "编号「{value}」里的数字断开了，说不清是一个编号还是几个，这一行没有导入。",
            "The digits of the id {value} are broken up: it may be one id or several; the row was not imported.",
        ),
        Label(
            "请到后台核对编号，在源文件里改成一串数字（不带逗号、空格），再导入。",
            "Look the id up in the back-end, write it as digits without commas or blanks, and import again.",
        ),
    ),
    "missing-key": Message(
        Label(
            "这一格是空的，认不出这一行是哪一个的数据，没有导入。",
            "This cell is empty, so the row belongs to nothing known; not imported.",
        ),
        Label("请到后台重新导出。", "Export it again."),
    ),
}

IMPORTS: dict[str, Message] = {**_FILES, **FORMATS, **_SHEETS, **COLUMNS, **_ROWS, **CELLS}
