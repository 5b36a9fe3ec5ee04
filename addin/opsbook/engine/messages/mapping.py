"""Messages about reports nobody knows: what their columns may mean, what is asked, what was decided."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message

_GUESSES: dict[str, Message] = {
    "sure-certain": Message(Label("确定", "certain")),
    "sure-likely": Message(Label("很可能", "likely")),
    "sure-ask": Message(Label("请确认", "please check")),
    "guess-same": Message(Label("同名", "same name")),
    "guess-before": Message(Label("上次确认过", "confirmed before")),
    "guess-means": Message(Label("常见的另一个叫法，即「{name}」", "another name of {name}")),
    "guess-link": Message(Label("链接里有商品 ID", "the link tells the item's id")),
    "guess-alike": Message(Label("名字近似「{name}」，相似 {likeness}", "{likeness} like {name}")),
    "guess-renamed": Message(Label("像是「{name}」改了名", "looks like {name} renamed")),
    "guess-days": Message(Label("值是日期", "its cells are dates")),
    "guess-index": Message(Label("指数不是金额或人数，不对应", "an index is no amount: never mapped")),
    "guess-comparison": Message(Label("是对比变化，不导入", "a comparison: not imported")),
    "guess-computed": Message(Label("工作簿自己会算，不用导入", "the workbook works it out itself")),
    "guess-rate": Message(Label("值是比率，没有相近的字段", "its cells are rates; no field is like it")),
    "guess-words": Message(Label("值是文字，没有相近的字段", "its cells are words; no field is like it")),
    "guess-ids": Message(Label("值像编号，没有相近的字段", "its cells are ids; no field is like it")),
    "guess-none": Message(Label("没有相近的字段", "no field is like it")),
    "guess-shop": Message(Label("店铺名，只用来核对是不是本店", "the shop's name, only compared with yours")),
    "guess-refunds": Message(Label("这是退款或售后的明细，不是销售", "of a refund or claim: no sale")),
    "guess-odd": Message(Label("名字像「{name}」，值却不像", "named like {name}, but its cells are not")),
    "guess-taken": Message(Label("也像「{name}」，那里已是「{other}」", "like {name} too, which {other} already is")),
}

_ASKED: dict[str, Message] = {
    "own-report": Message(Label("自定义 {report}", "Own: {report}")),
    "mapping-asked": Message(
        Label(
            "认不出是哪种报表，但有日期和数字，可以填到「{table}」：{found} 列有建议，{open} 列没有。先没有导入。",
            "No known report, but it has days and figures and may fill {table}: columns with a proposal {found}, "
            "without {open}. Not imported yet.",
        ),
        Label(
            "建议写在工作簿的「对应」表：改好后在「确认」列填「是」，再导入一次；以后同样表头的文件直接导入。",
            "The proposals stand on the Mapping sheet: correct them, say Yes under Confirmed and import again; later files "
            "with these headers go in at once.",
        ),
    ),
    "mapping-possible": Message(
        Label(
            "认不出是哪种报表，但可以自己对应列名，填到「{table}」。",
            "No known report, but its columns can be mapped to fill {table}.",
        ),
        Label(
            "照上面的命令确认一次，以后同样表头的文件直接导入。",
            "Confirm it once with the command above; later files with these headers go in at once.",
        ),
    ),
    "mapping-waiting": Message(
        Label(
            "报表「{report}」还没确认：{columns}。没有导入。", "{report} waits for an answer: {columns}. Not imported."
        ),
        Label(
            "请在「对应」表的「确认」列给每一列填「是」或「否」，再导入一次。",
            "Say Yes or No under Confirmed on the Mapping sheet for each of them, then import again.",
        ),
    ),
    "mapping-wrong": Message(
        Label("报表「{report}」的对应有问题，没有导入。", "The mapping of {report} cannot be used; not imported."),
        Label("请按下面几条改「对应」表，再导入一次。", "Correct the Mapping sheet as told below, then import again."),
    ),
    "mapping-waits": Message(
        Label("报表「{report}」的这些列还没确认：{columns}。", "Columns of {report} wait for an answer: {columns}."),
        Label(
            "确认后再导入一次文件；不要的填「否」。",
            "Confirm them and import the file again; say No to those you do not want.",
        ),
    ),
    "report-left-out": Message(
        Label("报表「{report}」在「对应」表里定为不导入。", "{report} is left out, as the Mapping sheet says."),
    ),
}

_WRONG: dict[str, Message] = {
    "map-table": Message(
        Label("「{seen}」不是能填的表。", "{seen} is no sheet that can be filled."),
        Label("可以填：{known}。", "Choose one of: {known}."),
    ),
    "map-no-table": Message(
        Label("报表「{report}」没有写填到哪张表。", "Nothing says which sheet {report} fills."),
        Label("请在「填到」列选一张。", "Choose one under Fills."),
    ),
    "map-two-tables": Message(
        Label("报表「{report}」写了不止一张表：{tables}。", "{report} is to fill more than one sheet: {tables}."),
        Label(
            "一份报表只填一张表，请把「填到」列改成一样。",
            "A report fills one sheet: make the cells under Fills equal.",
        ),
    ),
    "map-field": Message(
        Label("「{table}」没有字段「{seen}」（列「{header}」）。", "{table} has no field {seen} (column {header})."),
        Label(
            "最接近的：{near}。不要这一列写「不导入」，原样留下写「留作附加列」。",
            "Nearest: {near}. To leave the column out write Leave out, to keep it as it is Keep as extra column.",
        ),
    ),
    "map-index": Message(
        Label(
            "「{header}」是指数，不能当作「{field}」：平台没有给出它代表多少金额或人数。",
            "{header} is an index and cannot be {field}: the platform does not tell what it stands for.",
        ),
        Label("想保留就「留作附加列」（命令里写 +）。", "To keep it, choose Keep as extra column (+ in a command)."),
    ),
    "map-twice": Message(
        Label(
            "「{field}」已经对应「{other}」，不能再对应「{header}」。",
            "{field} is {other} already, and cannot be {header} too.",
        ),
        Label("两列里只留一列，另一列不导入。", "Keep one of the two columns and leave the other out."),
    ),
    "map-key": Message(
        Label(
            "报表「{report}」要填「{table}」，还缺：{missing}。",
            "To fill {table}, {report} lacks: {missing}.",
        ),
        Label("请把文件里的那一列对应上，或换一张表。", "Map the column that has it, or fill another sheet."),
    ),
    "extra-is-formula": Message(
        Label(
            "「{sheet}」的「{header}」列是你的公式，没有填入附加列。",
            "{header} on {sheet} holds formulas of yours; it was not filled.",
        ),
        Label("请给你的公式列换个名字，再导入一次。", "Rename your column, then import again."),
    ),
    "no-column-free": Message(
        Label(
            "表「{table}」右边没有空列（{cell} 有内容），附加列没有加上。",
            "There is no free column right of the table {table} ({cell} is in the way): the extra column was not added.",
        ),
        Label(
            "请把那里的内容移开再导入，或在「对应」里把这一列改成「不导入」。",
            "Move what stands there and import again, or set the column to Leave out on the Mapping sheet.",
        ),
    ),
}

_COMMANDS: dict[str, Message] = {
    "map-spelling": Message(
        Label("--map 要写成 列=字段，看到的是「{seen}」。", "--map wants column=field, not {seen}."),
        Label(
            "例如 --map 成交额=支付金额；列=- 不导入，列=+ 留作附加列。",
            "Such as --map 成交额=GMV; column=- leaves it out, column=+ keeps it as an extra column.",
        ),
    ),
    "map-table-alone": Message(
        Label("--table 要和 --map 一起用。", "--table goes with --map."),
        Label(
            "先用 opsbook detect 看各列的建议，再写 --map 列=字段。",
            "See the proposals with opsbook detect, then add --map COLUMN=FIELD.",
        ),
    ),
    "map-column": Message(
        Label(
            "这些文件里没有「{header}」这一列，或那张表没有日期和数字。",
            "No sheet of these files with days and figures has a column {header}.",
        ),
        Label(
            "最接近的：{near}。用 opsbook detect 看全部列。", "Nearest: {near}. Use opsbook detect to see all columns."
        ),
    ),
    "map-personal": Message(
        Label(
            "「{header}」是个人信息，或可能是，不能导入。",
            "{header} is personal data, or may be, and cannot be imported.",
        ),
        Label(
            "去掉这个 --map 再试；如果装的是商品、计划这类内容，请把表头改成那样的名字（如 商品名称）。",
            "Leave this --map out and try again; if it holds goods, campaigns and the like, call it so in the file "
            "(Product name, say).",
        ),
    ),
    "map-no-figure": Message(
        Label(
            "报表「{report}」没有一列要存入：只对应了日期、编号这样的列。",
            "Nothing of {report} would be stored: only its days and ids are mapped.",
        ),
        Label(
            "至少再对应一列数字，或把一列「留作附加列」（命令里写 列=+）；都不要就全部填「否」。",
            "Map a column of figures too, or keep one as an extra column (COLUMN=+); to want none, say No to all.",
        ),
    ),
    "map-not-needed": Message(
        Label("「{header}」在这些文件里不需要对应。", "{header} needs no mapping in these files."),
        Label(
            "文件已能认出，或这一列不在表头里；去掉这个 --map 再试。",
            "The file is known already, or this is not in its header row: leave this --map out and try again.",
        ),
    ),
    "map-remembered": Message(
        Label(
            "记住了「{report}」的对应，填到「{table}」：{answers}。",
            "Remembered for {report}, which fills {table}: {answers}.",
        ),
    ),
    "map-tried": Message(
        Label(
            "试算「{report}」的对应（还没记住），填到「{table}」：{answers}。",
            "Tried for {report} (not remembered), to fill {table}: {answers}.",
        ),
    ),
    "map-left": Message(Label("    不导入的列：{columns}", "    columns left out: {columns}")),
    "map-changed": Message(Label("    {header}：{old} → {new}", "    {header}: {old} → {new}")),
    "map-used": Message(
        Label(
            "{file}：按「对应」表的「{report}」填到「{table}」。",
            "{file}: read as {report} of the Mapping sheet into {table}.",
        ),
    ),
    "map-proposal": Message(
        Label(
            "{file}：可以填到「{table}」（表头第 {row} 行），各列的建议：",
            "{file}: may fill {table} (header in row {row}); its columns:",
        ),
    ),
    "map-open": Message(Label("（不导入）", "(left out)")),
    "map-example": Message(Label("例：{example}", "such as {example}")),
    "map-people": Message(Label("    含个人信息、不会读入的列：{columns}", "    personal data, never read: {columns}")),
    "map-try": Message(Label("    照此导入：{rows} 行，{days}", "    as proposed: {days}, rows: {rows}")),
    "map-command": Message(
        Label("  确认的话运行（可改可删）：\n  {command}", "  To confirm run this, changed as you like:\n  {command}"),
    ),
    "map-command-part": Message(
        Label(
            "  有把握的还不够导入，请把下面对的几项加到这条命令后面再运行：\n  {command}",
            "  What is sure is not enough to import: add what is right of the lines below to this command and run it:\n  {command}",
        ),
    ),
    "add-up-remembered": Message(
        Label(
            "记住了：{reports} 里分成几行的数相加（记在「对应」表）。",
            "Remembered on the sheet Mapping: rows that are parts are added up in {reports}.",
        ),
    ),
    "add-up-needless": Message(
        Label(
            "这些文件里没有要相加的行，--add-up 没有用到。",
            "No file has rows that are parts to be added up: --add-up was not needed.",
        ),
    ),
    "add-up-command": Message(
        Label("  要相加就运行：\n  {command}", "  To add them up run this:\n  {command}"),
    ),
    "map-unsure": Message(
        Label(
            "  没有把握、没写进命令的列（对的话自己加上）：",
            "  Not sure, so not in the command (add those that are right):",
        ),
    ),
    "extras-filled": Message(
        Label(
            "附加列「{name}」（{table}）：填了 {count} 格。", "Extra column {name} ({table}), cells filled: {count}."
        ),
    ),
}

MAPPING: dict[str, Message] = {**_GUESSES, **_ASKED, **_WRONG, **_COMMANDS}
