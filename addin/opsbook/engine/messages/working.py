"""Messages of commands: what was done, what it means, what cannot be asked."""

from opsbook.model.language import Label
from opsbook.model.records.message import Message


def _said(zh: str, en: str, hint_zh: str = "", hint_en: str = "") -> Message:
    return Message(Label(zh, en), Label(hint_zh, hint_en))


WORKING: dict[str, Message] = {
    # what stops a command
    "not-opsbook": _said(
        "这不是 OpsBook 工作簿。",
        "This is not an OpsBook workbook.",
        "请用 opsbook new 新建一本，再把数据导入。",
        "Make one with opsbook new and import into it.",
    ),
    "unknown-language": _said(
        "「设置」里的语言是「{seen}」，认不出。",
        "The language on Settings is {seen}, which is unknown.",
        "请改回 zh 或 en。",
        "Put back zh or en.",
    ),
    "missing-tables": _said(
        "工作簿里少了表格：{tables}。没有写入任何内容。",
        "Tables missing from the workbook: {tables}. Nothing was written.",
        "误删的请撤销，或从 .opsbook 文件夹里的备份恢复；改了名的，请在「表格设计」里改回。",
        "Undo the deletion or restore a backup from the .opsbook folder; give a renamed table its name back under Table Design.",
    ),
    "missing-sheets": _said(
        "工作簿里没有这些工作表：{sheets}。没有写入任何内容。",
        "Sheets missing from the workbook: {sheets}. Nothing was written.",
        "旧版 OpsBook 做的工作簿没有它们：用 opsbook new 新工作簿.xlsx --shop 店铺名 --year 年份 --from 这本工作簿 搬到新版，"
        "原来的一本不会改动。如果是误删了，请从 .opsbook 文件夹里的备份恢复。",
        "Workbooks of older versions lack them: opsbook new NEW.xlsx --shop NAME --year YYYY --from THIS.xlsx carries "
        "everything over and leaves the old one as it is. If they were deleted, restore a backup from the .opsbook folder.",
    ),
    "missing-headers": _said(
        "「{sheet}」的表 {table} 里找不到列：{headers}；多出来的列：{own}。没有写入任何内容。",
        "Table {table} on {sheet} lacks: {headers}; extra columns there: {own}. Nothing was written.",
        "列名改过的话请改回原名；自己的列可以随意加。",
        "Put renamed headers back; columns of your own may stay.",
    ),
    "strange-day": _said(
        "「{sheet}」第 {row} 行的「{header}」不是日期：{seen}。没有写入任何内容。",
        "{header} in row {row} of {sheet} is no date: {seen}. Nothing was written.",
        "请改成日期，如 2026-11-12；写成文本的日期可运行 opsbook check 加 --repair 改；合计等自己的行请放到表格外面。",
        "Make it a date such as 2026-11-12; opsbook check with --repair does so with a date typed as text. Keep totals and "
        "other rows of your own outside the table.",
    ),
    "formula-as-text": _said("公式不能以文字写入：{text}", "A formula cannot be given as text: {text}"),
    "name-twice": _said("名称 {name} 用了两次。", "The name {name} is used twice."),
    "no-template": _said(
        "安装里没有 {lang} 模板。",
        "This installation carries no {lang} template.",
        "请重新安装 opsbook。",
        "Install opsbook again.",
    ),
    "plug-in-broken": _said(
        "已安装的扩展包用不了：{packages}（{reason}）。没有做任何事。",
        "An installed package that extends OpsBook does not work: {packages} ({reason}). Nothing was done.",
        "请更新或卸载它，如 pip uninstall 加包名。",
        "Update or remove it, as with pip uninstall and its name.",
    ),
    "bad-year": _said(
        "年份「{seen}」不对。",
        "The year {seen} is out of range.",
        "请写 2000 到 2099 之间的四位年份。",
        "Give a year from 2000 to 2099.",
    ),
    "bad-suffix": _said(
        "「{file}」不能作为工作簿的文件名。",
        "{file} cannot be a workbook's name.",
        "请用 .xlsx 结尾。",
        "Let it end in .xlsx.",
    ),
    "no-year": _said(
        "「设置」里的年份是空的或不是数字。",
        "The year on Settings is blank or no number.",
        "请填回这本工作簿的年份，如 2026。",
        "Put the workbook's year back, such as 2026.",
    ),
    "no-shop-name": _said(
        "店铺名是空的。", "The shop name is empty.", "请用 --shop 写上店铺名。", "Give it with --shop."
    ),
    "bad-day": _said(
        "日期「{seen}」认不出。",
        "The date {seen} cannot be read.",
        "请写成 2026-11-12 这样。",
        "Write it like 2026-11-12.",
    ),
    "day-not-in-book": _said(
        "{seen} 不在这本工作簿里（{year} 年及前一年）。",
        "{seen} is not in this workbook ({year} and the year before).",
        "请选这两年里的一天。",
        "Pick a day of these two years.",
    ),
    "year-changed": _said(
        "「年份」改成了 {seen}，日报和目标的日期还是 {year} 年的，导入和目标会对不上。",
        "Year was changed to {seen}, while the days and goals are still of {year}: imports and goals go astray.",
        "请改回 {year}；新的一年请另建一本：opsbook new … --from 这本工作簿。",
        "Put {year} back; for a new year make a new workbook: opsbook new … --from this one.",
    ),
    "other-year": _said(
        "这本工作簿是 {book} 年的，没有 {asked}。",
        "{asked} is not in this workbook, which is of {book}.",
        "请改用这本工作簿的年份，或为那一年另建一本。",
        "Use the workbook's own year, or make a workbook for the other one.",
    ),
    "bad-amount": _said(
        "金额「{seen}」认不出，要整数元。",
        "The amount {seen} is not whole yuan.",
        "可写 38000000、38,000,000 或 3800万。",
        "Write 38000000 or 38,000,000.",
    ),
    "amount-too-large": _said(
        "金额「{seen}」太大，最多 {most} 元。",
        "The amount {seen} is too large; the most is {most} yuan.",
        "请检查单位是不是多写了「万」或「亿」。",
        "Check for a zero too many.",
    ),
    "words-swapped": _said(
        "「{inbox}」是文件夹，不是工作簿；工作簿和文件夹写反了。",
        "{inbox} is a folder, not a workbook: the two are swapped.",
        "请把工作簿写在前面：{book} {inbox}",
        "Name the workbook first: {book} {inbox}",
    ),
    "own-not-there": _said(
        "--own 写的「{file}」不在要导入的文件里。",
        "{file}, named with --own, is not among the files to import.",
        "请写文件的路径，或文件夹里的文件名。",
        "Write the file's path, or its name inside the folder.",
    ),
    "bad-month": _said(
        "月份「{seen}」认不出。", "The month {seen} cannot be read.", "请写成 2026-12 这样。", "Write it like 2026-12."
    ),
    "demo-exists": _said(
        "{file} 已经有了，没有覆盖。",
        "{file} is there already and was not overwritten.",
        "请换一个文件夹，或先把它移走。",
        "Take another folder, or move it away.",
    ),
    # what is wrong with data
    "other-shop": _said(
        "文件里的店铺是「{found}」，这本工作簿是「{own}」，没有导入。",
        "The file is of the shop {found}, this workbook of {own}; not imported.",
        "若是同一家店，请加 --shop-alias，或在「设置」的店铺别名里写上。",
        "If they are the same, use --shop-alias or add it to the aliases on Settings.",
    ),
    "shop-unnamed": _said(
        "这批文件里混有别家店的；{files} 个文件（{rows} 行）没写店铺名，不知道是谁家的，没有导入：{named}。",
        "Some of these files are of another shop. Files that name no shop ({files}, rows: {rows}) may be, too, and were not "
        "imported: {named}.",
        "是本店的，加 --own 文件 再导入一次，可写多个；是别家的，请移走。若别家店其实是本店的另一个写法，用 --shop-alias 认可。",
        "Import those of this shop with --own FILE, as often as needed, and move the others away. If the other shop is another "
        "spelling of this one, accept it with --shop-alias.",
    ),
    "outside-years": _said(
        "有 {rows} 行是 {years} 年的，这本工作簿只收 {book} 年，没有导入这些行。",
        "Rows of {years}, not imported: {rows}; this workbook holds {book}.",
    ),
    "before-years": _said(
        "{files} 个文件里有 {rows} 行是 {years} 年的，比这本工作簿（{book} 年）早，没有导入。",
        "Rows of {years}, before the years of this workbook ({book}), not imported: {rows} (files: {files}).",
    ),
    "after-years": _said(
        "{files} 个文件里有 {rows} 行是 {years} 年的，这本工作簿只收 {book} 年，没有导入。",
        "Rows of {years}, not imported: {rows} (files: {files}); this workbook holds {book}.",
        "新的一年请用 opsbook new 新建一本，加 --from 沿用这本。",
        "Make a workbook for the new year with opsbook new; --from carries this one over.",
    ),
    "spend-differs": _said(
        "{day} 店铺报表的花费 {shop} 元与推广计划合计 {plans} 元相差超过 1%，按计划合计写入。",
        "On {day} the shop report says {shop} was spent, the plan reports {plans}: over 1% apart. The plans' sum was written.",
        "请核对计划报表是否导全。",
        "Check that the plan report is complete.",
    ),
    "nothing-to-import": _said(
        "这里没有可导入的文件。",
        "There is no file to import here.",
        "请检查文件夹对不对；导出文件应是 .xls、.xlsx、.csv 或 .zip。",
        "Check the folder; exports are .xls, .xlsx, .csv or .zip files.",
    ),
    "older-export": _said(
        "这份导出比已导入的旧，已有的数字没有改，只补了空格。",
        "This export is older than one imported before: figures stay, only blanks were filled.",
    ),
    "missing-report": _said(
        "没有 {day} 的「{report}」报表。",
        "There is no report of {day} for {report}.",
        "请到 {source} 导出，放进同一个文件夹再运行一次。",
        "Export it from {source}, put it into the same folder and run again.",
    ),
    "same-content": _said("{pairs} 内容相同，只导入一次。", "{pairs} hold the same and count once."),
    "known-content": _said(
        "{pairs} 内容相同，前者以前导入过，没有重复计算。",
        "{pairs} hold the same; the first was imported before, nothing counts twice.",
    ),
    "days-missing": _said(
        "查看日期所在的月缺 {count} 天的{report}：{days}。本月累计和进度只按到齐的天算，不亮灯、不估月末。",
        "Days of the month shown without a {report} ({count}): {days}. The month counts the days present, without light or forecast.",
        "请导出这些天的报表再导入；没营业的日子在「设置」的活动表里加一行，「阶段」填「休业」。",
        "Export and import them; for days the shop was closed add a row to the events on Settings with the phase closed.",
    ),
    "report-gap-day": _said("{report}缺 {days} 这一天。", "{report}: no rows for {days}."),
    "report-gaps": _said("{report}近 7 天里缺 {count} 天。", "{report}: days missing of the last 7: {count}."),
    "rows-hidden": _said(
        "有 {rows} 行被筛选或隐藏：「筛选合计」不含它们，其余结果照算。",
        "Rows filtered out or hidden: {rows}. Filtered totals leave them out, all other results count them.",
        "看完后请清除筛选，或取消隐藏。",
        "Clear the filter, or unhide the rows, when you are done.",
    ),
    "cell-blank": _said("「{label}」空着。", "{label} is blank.", "请填上。", "Fill it in."),
    "cell-error": _said(
        "「{label}」是错误值 {seen}，用到它的公式也会出错。",
        "{label} holds the error {seen}; formulas that use it show errors too.",
        "请改成正确的内容，或清空。",
        "Correct it, or clear the cell.",
    ),
    "cell-no-number": _said(
        "「{label}」应是数字，现在是「{seen}」，计算时当作没有填。",
        "{label} should be a number and holds {seen}; it is left out of every sum.",
        "请改成数字（不带单位和文字），或清空。",
        "Make it a number without words or units, or clear the cell.",
    ),
    "cell-no-day": _said(
        "「{label}」应是日期，现在是「{seen}」。",
        "{label} should be a date and holds {seen}.",
        "请改成日期，如 2026-11-12，或清空。",
        "Make it a date such as 2026-11-12, or clear the cell.",
    ),
    "cell-text-not-number": _said(
        "「{label}」里的「{seen}」是文本，不是数字，计算时当作没有填。",
        "{seen} in {label} is a text and no number; it is left out of every sum.",
        "请在这一格重新输入一次；左上角有绿色小三角的，点它选「转换为数字」。",
        "Type it again in the cell, or choose Convert to Number at its green corner.",
    ),
    "cell-text-not-day": _said(
        "「{label}」里的「{seen}」是文本，不是日期。",
        "{seen} in {label} is a text and no date.",
        "请在这一格重新输入一次，或运行 opsbook check 加 --repair；一整列都这样，也可用「数据 › 分列」，第 3 步选「日期」。",
        "Type it again in the cell, or run opsbook check with --repair; for a whole column there is Data › Text to Columns, "
        "too: choose Date in its third step.",
    ),
    "cell-out-of-range": _said(
        "「{label}」应在 {least} 到 {most} 之间，现在是 {seen}。",
        "{label} should be from {least} to {most} and is {seen}.",
        "请核对后改正，或清空。",
        "Check and correct it, or clear the cell.",
    ),
    "cell-not-whole": _said(
        "「{label}」应是 {least} 到 {most} 的整数，现在是 {seen}。",
        "{label} should be a whole number from {least} to {most} and is {seen}.",
        "请改成这个范围里的整数。",
        "Make it a whole number of that range.",
    ),
    "cell-no-share": _said(
        "「{label}」应在 0 到 100% 之间，现在是 {seen}。",
        "{label} should be between 0 and 100% and is {seen}.",
        "3.2% 请写成 3.2% 或 0.032，不要写 3.2。",
        "Write 3.2% as 3.2% or 0.032, not as 3.2.",
    ),
    "cell-no-choice": _said(
        "「{label}」只能是 {choices}，现在是「{seen}」，没有起作用。",
        "{label} can only be {choices}; it holds {seen}, which has no effect.",
        "请改成其中之一。",
        "Make it one of them.",
    ),
    "cell-unknown": _said(
        "「{label}」是「{seen}」，工作簿里没有这个名字，没有起作用。",
        "{label} is {seen}, a name the workbook does not know; it has no effect.",
        "请核对拼写，要和工作簿里的指标名或列名完全一样。",
        "Check the spelling: it must be exactly the name of a metric or column of the workbook.",
    ),
    "cell-twice": _said(
        "「{label}」{key} 和第 {other} 行重复，结果会重复计算，或只认上面那一行。",
        "{label} {key} repeats row {other}: it is counted twice, or only the upper row counts.",
        "请改掉或删掉其中一行。",
        "Change or delete one of the two rows.",
    ),
    "rows-below": _said(
        "表格下方紧挨着有内容，不在表格里，没有算进去。",
        "There are rows right below the table, outside of it: they do not count.",
        "是新记录就把表格右下角往下拖，包进这些行，再刷新；不是就移到别处。",
        "Drag the table's lower right corner over new rows and refresh; move anything else elsewhere.",
    ),
    "goals-contradict": _said(
        "{month}：{seen}，各级目标加不起来。",
        "{month}: {seen}; the goals cannot add up.",
        "请在「手工目标」列调低或清空几格，或把上一级目标提高。",
        "Lower or clear some manual goals, or raise the goal above them.",
    ),
    # what was done
    "made-book": _said("已新建 {file}：{shop}，{last} 和 {year} 两年。", "Made {file}: {shop}, {last} and {year}."),
    "file-line": _said(
        "  {file}：新增 {added} 行，更新 {updated} 行，未变 {unchanged} 行，拒收 {rejected} 行",
        "  {file}: {added} added, {updated} updated, {unchanged} unchanged, {rejected} refused",
    ),
    "import-end": _said(
        "{files} 个文件：新增 {added} 行，更新 {updated} 行，未变 {unchanged} 行，拒收 {rejected} 行，{issues} 个问题。工作簿：{book}",
        "Files: {files}; rows: {added} added, {updated} updated, {unchanged} unchanged, {rejected} refused; issues: {issues}. Workbook: {book}",
    ),
    "inbox-end": _said(
        "新读 {files} 个文件，另有 {known} 个以前导入过、内容没变：新增 {added} 行，更新 {updated} 行，未变 {unchanged} 行，"
        "拒收 {rejected} 行，{issues} 个问题。工作簿：{book}",
        "Files: {files} new, {known} imported before and unchanged; rows: {added} added, {updated} updated, {unchanged} "
        "unchanged, {rejected} refused; issues: {issues}. Workbook: {book}",
    ),
    "dry-run": _said("只是试算，没有写入。", "A trial only: nothing was written."),
    "refreshed": _said("已重算 {file}，看板日期 {day}。", "Refreshed {file}; the dashboard shows {day}."),
    "day-without-data": _said(
        "{day} 还没有数据；数据完整的最后一天是 {last}。",
        "There is no data for {day}; the last whole day with data is {last}.",
    ),
    "no-data-yet": _said(
        "还没有一天有完整的数据，请先导入报表。",
        "There is no whole day of data yet; import the reports first.",
    ),
    "no-day-shown": _said(
        "「今日看板」的查看日期空着，或者不是日期；请在那里选一天。数据完整的最后一天是 {last}。",
        "The Dashboard's day is blank or no date; pick one there. The last whole day with data is {last}.",
    ),
    "kept-formulas": _said(
        "有 {count} 格公式被改过，保留了你的内容（opsbook check 可列出）。",
        "Formula cells that hold something of yours, kept as they are: {count} (opsbook check lists them).",
    ),
    "strange-cells": _said(
        "有 {count} 格内容可能影响结果（opsbook check 逐格列出）。",
        "Cells that may change results: {count} (opsbook check names each).",
    ),
    "goals-know-no-history": _said(
        "目标还是按通用权重分到各天的。已有足够的历史，想按本店规律重分，运行：opsbook goal {book} --year {year} {goal} --refit",
        "Goals are still split by general weights. There is history enough now to split them by the shop's own pattern: "
        "opsbook goal {book} --year {year} {goal} --refit",
    ),
    "goal-set": _said("{period} 目标：{old} → {new} 元", "Goal of {period}: {old} → {new} CNY"),
    "weights-fitted": _said("已重算日权重的月份：{months}", "Daily weights worked out anew: {months}"),
    "detected": _said(
        "{file}：{kind}，表头在第 {header} 行，{days}，{rows} 行",
        "{file}: {kind}, header in row {header}, {days}, rows: {rows}",
    ),
    "detected-shop": _said("    店铺 {shop}，拒收 {rejected} 行", "    shop {shop}, rows refused: {rejected}"),
    "detected-columns": _said("    列：{columns}", "    columns: {columns}"),
    "not-detected": _said("{file}：认不出是什么报表", "{file}: no known report"),
    "repaired": _said("  {sheet}!{cell} 放回公式，原内容：{found}", "  {sheet}!{cell} restored; it held {found}"),
    "repair-end": _said(
        "放回了 {count} 格公式，原文件在备份里。工作簿：{file}",
        "Formulas restored: {count}; the old file is among the backups. Workbook: {file}",
    ),
    "check-end": _said("{count} 个问题。工作簿：{file}", "Issues: {count}. Workbook: {file}"),
    "check-fine": _said("没有发现问题。工作簿：{file}", "Nothing found. Workbook: {file}"),
    "stale": _said("  {file} 与程序生成的不同", "  {file} differs from what the program prints"),
    "build-stale": _said("{folder} 需要重新生成：运行 opsbook build。", "{folder} is stale: run opsbook build."),
    "build-fresh": _said("{folder} 与程序一致。", "{folder} is what the program prints."),
    "demo-inbox": _said("写好 {count} 个示例导出文件：{folder}", "Wrote {count} sample exports: {folder}"),
    "demo-done": _said(
        "示例工作簿：{book}。用 Excel 或 WPS 打开，先看「今日看板」。",
        "Sample workbook: {book}. Open it and look at the Dashboard first.",
    ),
    # the five lines of the morning
    "daily-goal": _said("达标：{day} {light}{text}", "Goal: {day} {light}{text}"),
    "daily-pace": _said("进度：{text}", "Pace: {text}"),
    "daily-change": _said("变化：{text}", "Change: {text}"),
    "daily-action": _said("要做：{text}", "To do: {text}"),
    "daily-problems": _said("问题：{text}", "Problems: {text}"),
    "daily-lit": _said(
        "{metric} {now}（界线 {bound}），{owner}：{advice}", "{metric} {now} (line {bound}), {owner}: {advice}"
    ),
    "daily-no-day": _said("先导入这一天的店铺报表", "import the shop report of this day first"),
    "daily-nothing-lit": _said("各项指标都在线内，照计划走", "no light is on; carry on as planned"),
    "daily-missing": _said("{day} 还缺：{reports}", "missing for {day}: {reports}"),
    "daily-gaps": _said("本月缺 {count} 天：{days}", "days missing this month ({count}): {days}"),
    "daily-issues": _said("导入时有 {count} 个问题", "issues on import: {count}"),
    "daily-strange": _said("有 {count} 格内容可能影响结果", "cells that may change results: {count}"),
    "daily-no-problems": _said("没有", "none"),
    # the console itself
    "more-issues": _said(
        "……另有 {count} 条。加 --json 可看全部；导入的问题「导入记录」里也有。",
        "… and {count} more: --json tells all of them; those of an import are on the Imports sheet too.",
    ),
    "working-carry": _said("正在带入旧工作簿的数据……", "Taking the old workbook's data along …"),
    "working-inbox": _said("正在写示例导出……", "Writing sample exports …"),
    "log-id": _said("日志编号 {id}", "log id {id}"),
    "crash": _said(
        "程序出错（{kind}）。工作簿总是整本替换，不会只写一半。请把日志编号 {id} 发给维护者。",
        "The program failed ({kind}). A workbook is only ever replaced whole. Tell the maintainers the log id {id}.",
    ),
    "stopped": _said(
        "已停止。工作簿是完整的：要么还是原样，要么已经存好。",
        "Stopped. The workbook is whole: as it was, or saved.",
    ),
}
