"""Messages of the ribbon's buttons: what is asked, what was done, what stops them."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


RIBBON: dict[str, Message] = {
    # what stops a button
    "book-without-file": _said(
        "「{file}」在这台电脑上没有文件：还没有保存过，或者只在云端。没有改动任何内容。",
        "{file} has no file on this computer: it was never saved, or lies in the cloud only. Nothing was changed.",
        "请先另存到电脑上的文件夹，再点一次。",
        "Save it to a folder on this computer and press the button again.",
    ),
    "sheet-locked": _said(
        "工作表「{sheet}」设了保护密码，写不进去。",
        "The sheet {sheet} is protected with a password and cannot be written.",
        "请在「审阅」里撤销工作表保护，或去掉密码，再点一次。",
        "Unprotect the sheet under Review, or take the password off, and press the button again.",
    ),
    "no-day-chosen": _said(
        "没有选中哪一天。",
        "No day is selected.",
        "请先在「{sheet}」的日目标表里点一下那天所在的行，再点按钮。",
        "Click into the day's row of the daily goals on {sheet} first, then press the button.",
    ),
    "no-goal-to-lock": _said(
        "选中的这一天还没有日目标，没有可锁定的数。",
        "The selected day has no goal yet, so there is nothing to lock.",
        "请先用「设目标」设好年目标或月目标。",
        "Set a year's or a month's goal first.",
    ),
    "upgrade-elsewhere": _said(
        "「{file}」是旧版做的，要升级；可它只读、共享，或者只在云端，这里换不了文件。没有改动任何内容。",
        "{file} was made by an older version and needs an upgrade, but it is read-only, shared or lies in the cloud only, and "
        "cannot be replaced here. Nothing was changed.",
        "请把它另存到电脑上的文件夹再点一次；或在命令提示符里对那一份运行 opsbook upgrade。",
        "Save it to a folder on this computer and press the button again, or run opsbook upgrade on that copy in a command "
        "prompt.",
    ),
    # what is asked
    "offer-upgrade": _said(
        "「{file}」是旧版 OpsBook 做的，要先升级：保存并关闭它，留一份备份，加上新内容，再打开。你的数据、格式和自己的表都会留着。\n现在升级吗？",
        "{file} was made by an older OpsBook and needs an upgrade: it is saved and closed, backed up, given what is new, and "
        "opened again. Your data, formats and sheets stay.\nUpgrade now?",
    ),
    "choose-exports": _said("选择要导入的导出文件（可多选）", "Choose the exported files to import"),
    "choose-inbox": _said("选择放导出文件的文件夹", "Choose the folder with the exports"),
    "choose-place": _said("新工作簿放在哪个文件夹", "Choose the folder for the new workbook"),
    "choose-copy": _said("副本放在哪个文件夹", "Choose the folder for the copy"),
    "ask-day": _said("看板看哪一天？如 2026-11-12", "Which day shall the dashboard show? Such as 2026-11-12"),
    "ask-period": _said(
        "给哪个时段设目标？年份如 2026，月份如 2026-12", "A goal for which year or month? Such as 2026 or 2026-12"
    ),
    "ask-amount": _said("目标多少元？可写 38000000 或 3800万", "How many yuan? Such as 38000000"),
    "ask-shop": _said("店铺名（与导出文件里的一致）", "The shop's name, as the exports write it"),
    "ask-year": _said("哪一年的工作簿？", "The workbook is for which year?"),
    "choose-peer-files": _said(
        "选择竞品日志或流失竞店文件（可多选）", "Choose files of competing items or lost customers"
    ),
    "ask-peer": _said("关注哪家竞店？写店铺名", "Which shop do you want to watch? Its name"),
    "ask-role": _said("它是 标杆 还是 同类？", "Is it a leader, or alike?"),
    "ask-peer-shop": _said("哪家竞店的商品？写店铺名", "Whose item is it? The shop's name"),
    "ask-item": _said("商品链接，或商品 ID", "The item's link, or its id"),
    "ask-price": _said("券后价多少元？", "Its price after coupons, in yuan?"),
    "ask-sales": _said("月销量多少件？没看到就留空", "Items sold in 30 days? Leave it blank if not seen"),
    "ask-title": _said("标题？没变就留空", "Its title? Leave it blank if unchanged"),
    "offer-new": _said(
        "「{file}」不是 OpsBook 工作簿，没有改动它。要新建一本吗？",
        "{file} is not an OpsBook workbook and was not changed. Make a new one?",
    ),
    # what is being done
    "status-import": _said("OpsBook 正在导入……", "OpsBook is importing …"),
    "status-refresh": _said("OpsBook 正在刷新……", "OpsBook is refreshing …"),
    "status-goal": _said("OpsBook 正在分解目标……", "OpsBook is working the goals out …"),
    "status-peers": _said("OpsBook 正在比对竞品日志……", "OpsBook is comparing the peer log …"),
    "status-check": _said("OpsBook 正在检查……", "OpsBook is checking …"),
    "status-carry": _said("OpsBook 正在沿用这一本新建……", "OpsBook is making a workbook from this one …"),
    "status-copy": _said("OpsBook 正在保存副本……", "OpsBook is saving a copy …"),
    # what was done
    "backed-up": _said("改动前的备份：{path}", "Backup from before the change: {path}"),
    "day-locked": _said("{day} 手工目标：{old} → {new} 元，已锁定", "Manual goal of {day}: {old} → {new} CNY, locked"),
    "day-unlocked": _said("{day} 手工目标：{old} → {new}，已解锁", "Manual goal of {day}: {old} → {new}, unlocked"),
    "no-month-to-refit": _said(
        "没有还未开始的月份，权重都没有动。", "No month lies ahead; all weights stay as they are."
    ),
    "copy-saved": _said("已另存不带宏的副本：{path}", "Saved a copy without macros: {path}"),
    "about": _said(
        "OpsBook {version}（MIT 许可）\nPython {python} · xlwings {xlwings}（BSD 许可的开源部分）\n日志：{log}",
        "OpsBook {version} (MIT licence)\nPython {python} · xlwings {xlwings} (its open-source part, BSD licence)\nLog: {log}",
    ),
    "more-lines": _said("……另有 {count} 行。", "… lines not shown: {count}."),
    # what went wrong on the way
    "half-done": _said(
        "工作簿里可能已经写入了一部分，还没有保存：不保存就关闭，即回到原样。改动前的备份：{path}",
        "A part may have been written into the workbook, but not saved: close it without saving to be back where you were. Backup from before the change: {path}",
    ),
    "no-workbook": _said(
        "没有可以操作的工作簿。请先打开一本工作簿（空白的也行），再点这个按钮。日志编号 {id}",
        "There is no workbook to act on. Open one first (a blank one will do) and press the button again. Log id {id}",
    ),
    "button-crash": _said(
        "程序出错（{kind}）。请把日志编号 {id} 发给维护者。",
        "The program failed ({kind}). Tell the maintainers the log id {id}.",
    ),
}
