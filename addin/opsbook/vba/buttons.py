"""Every button of the ribbon tab, once: ribbon XML, VBA stubs, sheet buttons and help are made from this list."""

from dataclasses import dataclass

from opsbook.model.language import Label

TAB = Label("运营", "Operations")


@dataclass(frozen=True, slots=True)
class Button:
    """One button.

    Args:
        id: its name in Python (`opsbook.entrypoints.ribbon`), in VBA and on sheets.
        label: what stands under the icon.
        tip: first line of the tooltip: what it does.
        more: second part of the tooltip: what to expect.
        image: icon, a name built into Excel itself since 2010.
        large: drawn large.
        command: the command line's word for the same work; empty where only a live workbook knows it.
    """

    id: str
    label: Label
    tip: Label
    more: Label
    image: str
    large: bool = False
    command: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Buttons that stand together."""

    id: str
    label: Label
    buttons: tuple[Button, ...]


GROUPS: tuple[Group, ...] = (
    Group("data", Label("数据", "Data"), (
        Button("import_files", Label("导入文件", "Import files"), Label("选择导出文件并导入", "Choose exported files and import them"), Label("认得的报表写进各表，同一份文件导入两次不会重复；之前先备份。", "Known reports go into their tables; the same file twice changes nothing. A backup is kept first."), "GetExternalDataFromText", large=True, command="import"),
        Button("import_inbox", Label("导入收件夹", "Import folder"), Label("把一个文件夹里的导出全部导入，并切到最新一天", "Import every export of a folder and show the newest day"), Label("每天早上一次：导入、切到最新一天、报五句话。", "Once every morning: import, newest day, five lines."), "FileOpen", large=True, command="daily"),
        Button("refresh", Label("刷新", "Refresh"), Label("不导入，只重新计算", "Recompute without importing"), Label("重写公式算不了的结果，例如活动名称和主要来源。", "Writes anew what formulas cannot work out, such as event names and main sources."), "Refresh", command="refresh"),
        Button("today", Label("最新一天", "Newest day"), Label("看板切到最新一个完整日", "Show the newest complete day on the dashboard"), Label("只改看板上的日期。", "Changes the date on the dashboard only."), "HeaderFooterCurrentDate"),
    )),
    Group("goals", Label("目标", "Goals"), (
        Button("set_goal", Label("设目标", "Set goal"), Label("设年目标或月目标", "Set a year's or a month's goal"), Label("日目标随之重分，合计分毫不差；会报出旧值和新值。", "Days share it out anew and add up exactly; old and new are shown."), "CalculateNow", large=True, command="goal"),
        Button("refit", Label("重拟权重", "Refit weights"), Label("用店铺历史重拟未开始月份的日权重", "Fit day weights of months that have not begun on the shop's history"), Label("进行中的月份不动。", "The running month stays as it is."), "ChartTrendline"),
        Button("lock_day", Label("锁定/解锁日目标", "Lock/unlock day"), Label("锁定所选日的日目标，再点一次解锁", "Lock the goal of the chosen day; once more unlocks it"), Label("先在「目标分解」选中某天所在的行；其余天重新分摊。", "Select a cell in the day's row on Goals first; the other days share out the rest."), "Lock"),
    )),
    Group("look", Label("查看", "Look"), (
        Button("dashboard", Label("今日看板", "Dashboard"), Label("转到今日看板", "Go to the dashboard"), Label("不改任何内容。", "Changes nothing."), "ChartInsert", large=True),
        Button("go_to_date", Label("查看日期", "Go to date"), Label("看板切到指定日期", "Show another day on the dashboard"), Label("卡片、图表和灯随日期变化。", "Cards, charts and lights follow the date."), "FunctionsDateTimeInsertGallery"),
    )),
    Group("peers", Label("竞店", "Competitors"), (
        Button("peers_add", Label("关注竞店", "Watch shop"), Label("把一家竞店加进名单，或改它的角色", "Add a shop to those you watch, or change its role"), Label("建议 3–5 家：两家标杆，其余同类。", "3 to 5 are advised: two leaders, the rest alike."), "FindDialog", large=True, command="peers add"),
        Button("peers_log", Label("记一条", "Log an item"), Label("手工记下今天看到的一个竞品", "Write down a competing item as seen today"), Label("也可以直接在「竞品日志」里填行，再点「刷新」。", "Rows typed into the peer log count, too: press Refresh."), "ReviewNewComment", command="peers log"),
        Button("peers_import", Label("导入日志", "Import log"), Label("选择竞品日志或流失竞店文件并导入", "Choose files of competing items or lost customers"), Label("同一天同一商品先记的不改，缺的补上。", "What was logged first stays; blanks are filled."), "GetExternalDataFromOtherSources", command="peers import"),
        Button("peers_report", Label("竞店动态", "Report"), Label("近 7 天的动态、价格、上新时机和同款", "Events of 7 days, prices, season and look-alikes"), Label("只报告，不改工作簿。", "Tells only; changes nothing."), "ChartTypeLineInsertGallery", command="peers report"),
    )),
    Group("workbook", Label("工作簿", "Workbook"), (
        Button("new", Label("新建", "New"), Label("从模板新建一本运营工作簿", "Make a new operations workbook from the template"), Label("店铺名称和年份当场填写。", "Asks for the shop's name and the year."), "FileNew", large=True, command="new"),
        Button("check", Label("检查", "Check"), Label("检查公式、名称和填写内容", "Check formulas, names and what was typed"), Label("只列出问题，不改工作簿。", "Lists problems; changes nothing."), "ErrorChecking", command="check"),
        Button("verify", Label("核对", "Verify"), Label("用 LibreOffice 核对每个公式的显示值", "Check every formula's value against LibreOffice"), Label("核对的是副本，不改工作簿；电脑上要装有 LibreOffice。", "Works on a copy; LibreOffice must be installed."), "FormulaEvaluate", command="verify"),
        Button("clean_copy", Label("另存干净副本", "Save clean copy"), Label("另存一份不带宏、可以发给别人的 .xlsx", "Save an .xlsx without macros, ready to send"), Label("原工作簿不变。", "The workbook itself stays as it is."), "FileSaveAs"),
    )),
    Group("help", Label("帮助", "Help"), (
        Button("guide", Label("使用说明", "Guide"), Label("转到使用说明", "Go to the guide"), Label("指标口径和每天的步骤都在里面。", "Definitions of all metrics and the steps of a day."), "Help"),
        Button("doctor", Label("体检", "Doctor"), Label("检查加载项、Python 和 Excel 的配合", "Check how add-in, Python and Excel work together"), Label("逐项说明哪里不对、怎么修。", "Says what is wrong and how to mend it."), "AddInManager"),
        Button("restart", Label("重启 Python", "Restart Python"), Label("关掉后台 Python，重新启动", "Stop the Python behind the add-in; it starts anew"), Label("更新 OpsBook 后，或函数没有反应时用；下次使用时要等几秒。", "After an update, or when functions do not answer. The next use takes some seconds."), "Repeat"),
        Button("about", Label("关于", "About"), Label("版本和许可", "Version and licence"), Label("不改任何内容。", "Changes nothing."), "About"),
    )),
)  # fmt: skip

BUTTONS: tuple[Button, ...] = tuple(button for group in GROUPS for button in group.buttons)
BUTTON: dict[str, Button] = {button.id: button for button in BUTTONS}
