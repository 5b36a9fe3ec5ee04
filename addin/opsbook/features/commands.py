"""Every command once: the command line and the ribbon are made from this list."""

from opsbook.model.command import Command
from opsbook.model.language import Label


def _command(name: str, zh: str, en: str, usage: str, module: str) -> Command:
    return Command(name, Label(zh, en), usage, f"opsbook.features.{module}:run_{name}")


COMMANDS: tuple[Command, ...] = (
    _command(
        "demo",
        "生成示例：一个收件夹和一本填好的工作簿",
        "Make a sample inbox and a workbook filled from it",
        "demo [DIR] [--lang zh|en]",
        "demo.commands",
    ),
    _command(
        "new",
        "从模板新建一本工作簿",
        "Make a new workbook from a template",
        "new BOOK --shop NAME --year YYYY [--lang zh|en] [--template FILE] [--from OLD.xlsx]",
        "books.books",
    ),
    _command(
        "import",
        "把导出文件导入工作簿",
        "Import exported files into a workbook",
        "import BOOK PATH… [--dry-run] [--shop-alias NAME] [--map COLUMN=FIELD]… [--table T]",
        "books.books",
    ),
    _command(
        "refresh",
        "不导入，只重新计算",
        "Recompute what a workbook shows",
        "refresh BOOK [--date D]",
        "books.books",
    ),
    _command(
        "daily",
        "每天一条命令：导入、切到最新一天、报五句话",
        "The morning in one command: import, newest day, five lines",
        "daily BOOK INBOX",
        "books.books",
    ),
    _command(
        "goal",
        "设年目标或月目标",
        "Set a year's or a month's goal",
        "goal BOOK (--year YYYY | --month YYYY-MM) AMOUNT [--refit]",
        "goals.commands",
    ),
    _command(
        "history",
        "工作簿和历史文件里的全部明细：数一数，或写成文件",
        "All rows of the workbook and its history: counted, or as a file",
        "history BOOK [--table T] [--from D] [--to D] [-o FILE]",
        "books.history",
    ),
    Command(
        "peers add",
        Label("关注一家竞店，或改它的角色、链接、备注", "Watch a competing shop, or change its role, link or note"),
        "peers add BOOK SHOP [--role ROLE] [--link URL] [--since D] [--note T]",
        "opsbook.features.competitors.commands.commands:run_add",
    ),
    Command(
        "peers log",
        Label("手工记一条竞品：价格、销量、标题", "Write down one competing item: price, sales, title"),
        "peers log BOOK --shop S --item ID [--date D] [--price P] [--list-price P] [--sales N] [--reviews N] [--rank N] "
        "[--title T] [--link URL] [--listed-on D] [--season T] [--image FILE]",
        "opsbook.features.competitors.commands.commands:run_log",
    ),
    Command(
        "peers import",
        Label("导入竞品日志或流失竞店文件", "Import files of competing items or lost customers"),
        "peers import BOOK PATH… [--dry-run]",
        "opsbook.features.competitors.commands.commands:run_import",
    ),
    Command(
        "peers report",
        Label("竞店动态、价格、上新时机、同款", "What competitors did: events, prices, season, look-alikes"),
        "peers report BOOK [--since D]",
        "opsbook.features.competitors.commands.report:run_report",
    ),
    _command(
        "detect",
        "认一认文件是哪种报表，只看不写",
        "Tell which report a file is; writes nothing",
        "detect PATH…",
        "books.files",
    ),
    _command(
        "check",
        "检查工作簿，可修复被改掉的公式",
        "Check a workbook; can put overwritten formulas back",
        "check BOOK [--repair]",
        "books.files",
    ),
    _command(
        "verify",
        "用 LibreOffice 核对每个公式的显示值",
        "Check every formula's value against LibreOffice",
        "verify BOOK",
        "books.files",
    ),
    _command(
        "build",
        "重新生成模板（给开发者）",
        "Print the templates again (for developers)",
        "build [--out DIR] [--check]",
        "books.files",
    ),
    Command(
        "addin",
        Label("Excel 加载项：生成、安装、卸载、体检", "The Excel add-in: build, install, uninstall, doctor"),
        "addin build|install|uninstall|doctor [--out DIR] [--dry-run] [--lang zh|en] [--python PATH] [--login-server]",
        "opsbook.addin.commands:run_addin",
    ),
)

COMMAND: dict[str, Command] = {command.id: command for command in COMMANDS}
