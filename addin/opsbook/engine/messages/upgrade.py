"""Messages about workbooks of an older version, and of a newer one."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


UPGRADE: dict[str, Message] = {
    "upgraded": _said(
        "这本工作簿是旧版做的，已升级：{parts}。升级前的一本在 .opsbook 文件夹的备份里。",
        "This workbook was made by an older version and is now up to date: {parts}. The backups in the .opsbook folder hold "
        "it as it was.",
    ),
    "would-upgrade": _said(
        "这本工作簿是旧版做的，升级会：{parts}。没有写入任何内容。",
        "This workbook was made by an older version. An upgrade would bring: {parts}. Nothing was written.",
        "用 opsbook upgrade 升级；以后任何会写入的命令也会先升级。",
        "Run opsbook upgrade; any command that writes does it first, too.",
    ),
    "looked-upgraded": _said(
        "这本工作簿是旧版做的，这里按升级以后的样子看；文件没有改动。",
        "This workbook was made by an older version and is shown as it will be after its upgrade; the file was not changed.",
        "用 opsbook upgrade 升级；会写入的命令也会先升级。",
        "Run opsbook upgrade; commands that write do it first, too.",
    ),
    "up-to-date": _said("「{file}」已经是最新的，不用升级。", "{file} is up to date."),
    "upgrade-renamed": _said("「{sheet}」列改名 {headers}", "columns renamed on {sheet}: {headers}"),
    "upgrade-renamed-sheets": _said("工作表改名 {sheets}", "sheets renamed: {sheets}"),
    "upgrade-columns": _said("「{sheet}」新列 {headers}", "new columns on {sheet}: {headers}"),
    "upgrade-tables": _said("「{sheet}」新表 {table}", "a new table on {sheet}: {table}"),
    "upgrade-options": _said("新选项 {options}", "new options: {options}"),
    "upgrade-sheets": _said("新工作表 {sheets}", "new sheets: {sheets}"),
    "upgrade-replaced": _said("重画 {sheets}", "drawn anew: {sheets}"),
    "upgrade-beside": _said("原来的一张留作「{sheet}」", "the one before is kept as {sheet}"),
    "nothing-to-replace": _said(
        "「{sheet}」没有新的样子可换。有新样子的：{found}。没有写入任何内容。",
        "{sheet} has no new shape. These have: {found}. Nothing was written.",
        "有的话，请照抄上面的一个名字；没有，就不用换。",
        "Give one of those names; where there is none, nothing is to be replaced.",
    ),
    "upgrade-formulas": _said("更新公式 {places} 处", "formulas brought up to date: {places}"),
    "upgrade-moved": _said("按新算法数变了：{places}", "figures that changed with their formula: {places}"),
    "upgrade-column": _said("「{sheet}」{header}", "{header} on {sheet}"),
    "own-stays": _said(
        "新版在这些地方有新的公式、提示灯或校验，你改过，所以没有动：{places}。",
        "There are new formulas, lights or guards for these places; you changed them, so they stay as they are: {places}.",
    ),
    "upgrade-looks": _said(
        "更新提示灯、校验和说明 {places} 处", "lights, guards and labels brought up to date: {places}"
    ),
    "upgrade-nothing": _said("没有看得见的变化", "nothing you would see"),
    "sheet-kept": _said(
        "「{sheet}」你改过（或别的程序另存过），没有换成新版的样子；里面的数字照常更新，新内容没有加上。",
        "{sheet} was changed by you, or saved anew by another program, and does not get its new shape; its figures go on as before, "
        "what is new on it was not added.",
        "想要新版的样子：关闭工作簿，在命令提示符里运行 opsbook upgrade 工作簿 --replace {sheet}，你的那一张会另外留一份。",
        "For the new shape: close the workbook and run opsbook upgrade BOOK --replace {sheet} in a command prompt; yours is "
        "kept beside it.",
    ),
    "sheet-read": _said(
        "「{sheet}」没有换成新版的样子：「{reader}」按单元格地址读它，换了会读到别的格；里面的数字照常更新，新内容没有加上。",
        "{sheet} does not get its new shape: {reader} reads its cells by their address and would read other cells then; its "
        "figures go on as before, what is new on it was not added.",
        "让「{reader}」改用表或名称来读，或接受它读到别的格：关闭工作簿，在命令提示符里运行 opsbook upgrade 工作簿 --replace {sheet}，旧的那张会另外留一份。",
        "Let {reader} read tables or names instead, or accept that it reads other cells: close the workbook and run opsbook "
        "upgrade BOOK --replace {sheet} in a command prompt; the old one is kept beside it.",
    ),
    "book-older": _said(
        "这本工作簿是旧版 OpsBook 做的，要先升级。没有写入任何内容。",
        "This workbook was made by an older OpsBook and needs an upgrade first. Nothing was written.",
        "请关闭它，在命令提示符里运行 opsbook upgrade。",
        "Close it and run opsbook upgrade in a command prompt.",
    ),
    "book-newer": _said(
        "这本工作簿由更新版本的 OpsBook 做成（{features}），这个版本不能写它。没有写入任何内容。",
        "This workbook was made by a newer OpsBook ({features}); this version cannot write it. Nothing was written.",
        "请先升级 OpsBook：在命令提示符里运行 pip install --upgrade opsbook。",
        "Upgrade OpsBook first: pip install --upgrade opsbook in a command prompt.",
    ),
    "released-before": _said(
        "{version} 已经发布过，模板留存在 {folder}，不能换成别的。没有写入任何内容。",
        "{version} was released before, and its templates are kept in {folder}: others may not take their place. Nothing was "
        "written.",
        "请写一个新的版本号。",
        "Give a new version.",
    ),
    "sheet-taken": _said(
        "升级要加一张叫「{sheet}」的工作表，可你已经有一张同名的。没有写入任何内容。",
        "The upgrade adds a sheet named {sheet}, and you have one of that name. Nothing was written.",
        "请给你的那张改个名字，再运行一次。",
        "Give yours another name and run again.",
    ),
    "header-taken": _said(
        "升级要在「{sheet}」的表 {table} 里加一列「{header}」，可那里已经有你的同名列。没有写入任何内容。",
        "The upgrade adds a column {header} to table {table} on {sheet}, and you have one of that name. Nothing was written.",
        "请给你的那一列改个名字，再运行一次。",
        "Give yours another name and run again.",
    ),
    "rename-taken": _said(
        "升级要把「{sheet}」的表 {table} 里的「{header}」改名为「{new}」，可那里已经有你的同名列。没有写入任何内容。",
        "The upgrade renames column {header} of table {table} on {sheet} to {new}, and you have one of that name. Nothing "
        "was written.",
        "请给你的那一列「{new}」改个名字，再运行一次。",
        "Give your column {new} another name and run again.",
    ),
    "name-taken": _said(
        "升级要用名称 {name}，可工作簿里已经有你的同名表或名称。没有写入任何内容。",
        "The upgrade needs the name {name}, and the workbook has a table or a defined name of yours called that. Nothing was "
        "written.",
        "请在「公式 → 名称管理器」里给你的那个改个名字，再运行一次。",
        "Give yours another name under Formulas → Name Manager and run again.",
    ),
}
