"""Buttons of this feature, by group of the ribbon."""

from collections.abc import Mapping

from opsbook.model.language import Label
from opsbook.model.records.button import Button

BUTTONS: Mapping[str, tuple[Button, ...]] = {
    "data": (
        Button("import_files", Label("导入文件", "Import files"), Label("选择导出文件并导入", "Choose exported files and import them"), Label("认得的报表写进各表，同一份文件导入两次不会重复；之前先备份。", "Known reports go into their tables; the same file twice changes nothing. A backup is kept first."), "GetExternalDataFromText", large=True, command="import", run="opsbook.ribbon.data:import_files"),
        Button("import_inbox", Label("导入收件夹", "Import folder"), Label("把一个文件夹里的导出全部导入，并切到最新一天", "Import every export of a folder and show the newest day"), Label("每天早上一次：导入、切到最新一天、报五句话。", "Once every morning: import, newest day, five lines."), "FileOpen", large=True, command="daily", run="opsbook.ribbon.data:import_inbox"),
        Button("refresh", Label("刷新", "Refresh"), Label("不导入，只重新计算", "Recompute without importing"), Label("重写公式算不了的结果，例如活动名称和主要来源。", "Writes anew what formulas cannot work out, such as event names and main sources."), "Refresh", command="refresh", run="opsbook.ribbon.data:refresh"),
        Button("today", Label("最新一天", "Newest day"), Label("看板切到最新一个完整日", "Show the newest complete day on the dashboard"), Label("只改看板上的日期。", "Changes the date on the dashboard only."), "HeaderFooterCurrentDate", run="opsbook.ribbon.data:today"),
    ),
    "look": (
        Button("dashboard", Label("今日看板", "Dashboard"), Label("转到今日看板", "Go to the dashboard"), Label("不改任何内容。", "Changes nothing."), "ChartInsert", large=True, run="opsbook.ribbon.data:dashboard"),
        Button("go_to_date", Label("查看日期", "Go to date"), Label("看板切到指定日期", "Show another day on the dashboard"), Label("卡片、图表和灯随日期变化。", "Cards, charts and lights follow the date."), "FunctionsDateTimeInsertGallery", run="opsbook.ribbon.data:go_to_date"),
    ),
    "workbook": (
        Button("new", Label("新建", "New"), Label("从模板新建一本运营工作簿", "Make a new operations workbook from the template"), Label("店铺名称和年份当场填写。", "Asks for the shop's name and the year."), "FileNew", large=True, command="new", run="opsbook.ribbon.workbook:new"),
        Button("new_from", Label("沿用新建", "New from this"), Label("照这一本新建一本：新的一年，或同一年", "Make a workbook from this one: for a new year, or the same"), Label("数据、设置、你填的格子、自己加的列和表都带过去；带不过去的一条条列出来。这一本不改。", "Data, settings, what you typed, your own columns and sheets go along; what cannot is listed. This workbook stays as it is."), "Copy", command="new", run="opsbook.ribbon.workbook:new_from"),
        Button("check", Label("检查", "Check"), Label("检查公式、名称和填写内容", "Check formulas, names and what was typed"), Label("只列出问题，不改工作簿。", "Lists problems; changes nothing."), "ErrorChecking", command="check", run="opsbook.ribbon.workbook:check"),
        Button("verify", Label("核对", "Verify"), Label("用 LibreOffice 或 IronCalc 核对每个公式的显示值", "Check every formula's value against LibreOffice or IronCalc"), Label("核对的是副本，不改工作簿；两样要装有一样。", "Works on a copy; one of the two must be installed."), "FormulaEvaluate", command="verify", run="opsbook.ribbon.workbook:verify"),
        Button("clean_copy", Label("另存干净副本", "Save clean copy"), Label("另存一份不带宏、可以发给别人的 .xlsx", "Save an .xlsx without macros, ready to send"), Label("原工作簿不变。", "The workbook itself stays as it is."), "FileSaveAs", run="opsbook.ribbon.workbook:clean_copy"),
    ),
    "help": (
        Button("guide", Label("使用说明", "Guide"), Label("转到使用说明", "Go to the guide"), Label("指标口径和每天的步骤都在里面。", "Definitions of all metrics and the steps of a day."), "Help", run="opsbook.ribbon.data:guide"),
        Button("doctor", Label("体检", "Doctor"), Label("检查加载项、Python 和 Excel 的配合", "Check how add-in, Python and Excel work together"), Label("逐项说明哪里不对、怎么修。", "Says what is wrong and how to mend it."), "AddInManager", run="opsbook.ribbon.workbook:doctor"),
        Button("restart", Label("重启 Python", "Restart Python"), Label("关掉后台 Python，重新启动", "Stop the Python behind the add-in; it starts anew"), Label("更新 OpsBook 后，或函数没有反应时用；下次使用时要等几秒。", "After an update, or when functions do not answer. The next use takes some seconds."), "Repeat"),
        Button("about", Label("关于", "About"), Label("版本和许可", "Version and licence"), Label("不改任何内容。", "Changes nothing."), "About", run="opsbook.ribbon.workbook:about"),
    ),
}  # fmt: skip
