"""The commands every workbook needs, and those about the product itself."""

from opsbook.model.language import Label
from opsbook.model.records.command import BOOK, PATHS, Argument, Command, Flag, Option

ADD_UP = Flag(
    "--add-up",
    Label(
        "同一天（商品、计划）分成几行的文件：金额、点击、订单、件数相加，人数和比率留空；以后同样表头的照此导入",
        "add up files with several rows per day (item, plan): money, clicks, orders, items; people, ratios stay blank; remembered",
    ),
)

_OWN = Option(
    "--own",
    Label(
        "这个没写店铺名的文件是本店的，可写多次",
        "this file names no shop and is this shop's; as often as needed",
    ),
    "FILE",
    repeated=True,
)

COMMANDS: tuple[Command, ...] = (
    Command(
        "new",
        Label("从模板新建一本工作簿", "Make a new workbook from a template"),
        (
            BOOK,
            Option("--shop", Label("店铺名", "shop name"), "NAME", required=True),
            Option("--year", Label("年份", "year"), "YYYY", whole=True, required=True),
            Option("--lang", Label("语言", "language"), choices=("zh", "en")),
            Option("--template", Label("团队自己的模板", "your team's own template"), "FILE"),
            Option(
                "--from",
                Label(
                    "沿用旧的那本：数据、设置、自己加的列和表",
                    "carry over an older workbook: data, settings, your columns and sheets",
                ),
                "OLD.xlsx",
                dest="old",
            ),
        ),
        "opsbook.features.books.making:run_new",
        rank=20,
        answers=("opsbook.features.books.answers.filled:BookMade",),
    ),
    Command(
        "import",
        Label("把导出文件导入工作簿", "Import exported files into a workbook"),
        (
            BOOK,
            PATHS,
            Flag("--dry-run", Label("只看会改什么，不写", "tell what would change, write nothing")),
            Option("--shop-alias", Label("认可文件里的这个店名", "accept this shop name in files"), "NAME"),
            Option(
                "--map",
                Label(
                    "文件里的列对应什么字段，可写多次；列=- 不导入，列=+ 留作附加列",
                    "what a column of the file stands for, as often as needed; COLUMN=- leaves it out, COLUMN=+ keeps it",
                ),
                "COLUMN=FIELD",
                repeated=True,
            ),
            _OWN,
            Option("--table", Label("自定义报表填到哪张表，如 日报", "sheet that a mapped report fills"), "TABLE"),
            ADD_UP,
        ),
        "opsbook.features.books.commands:run_import",
        rank=30,
        answers=("opsbook.features.books.answers.filled:Imported",),
    ),
    Command(
        "refresh",
        Label("不导入，只重新计算", "Recompute what a workbook shows"),
        (BOOK, Option("--date", Label("看板要看的日期", "the day the dashboard shows"), "YYYY-MM-DD")),
        "opsbook.features.books.commands:run_refresh",
        rank=40,
        answers=("opsbook.features.books.answers.filled:Refreshed",),
    ),
    Command(
        "daily",
        Label(
            "每天一条命令：导入、切到最新一天、报五句话",
            "The morning in one command: import, newest day, five lines",
        ),
        (BOOK, Argument("inbox", Label("放导出文件的文件夹", "folder with the exports"), "INBOX"), ADD_UP, _OWN),
        "opsbook.features.books.commands:run_daily",
        rank=50,
        answers=("opsbook.features.books.answers.filled:Imported",),
    ),
    Command(
        "history",
        Label(
            "工作簿和历史文件里的全部明细：数一数，或写成文件",
            "All rows of the workbook and its history: counted, or as a file",
        ),
        (
            BOOK,
            Option(
                "--table",
                Label("哪张表，如 ItemDay 或 商品；不写为全部", "which table, such as ItemDay; all without"),
                "TABLE",
            ),
            Option("--from", Label("从哪天起", "first day"), "YYYY-MM-DD", dest="first"),
            Option("--to", Label("到哪天止", "last day"), "YYYY-MM-DD", dest="last"),
            Option(
                "-o",
                Label("写成文件：.csv、.xlsx 或 .parquet", "write a file: .csv, .xlsx or .parquet"),
                "FILE",
                dest="out",
            ),
            Option(
                "--join",
                Label("认定 .opsbook 里的哪份历史是这本的", "which history inside .opsbook is this workbook's"),
                "ID",
            ),
            Flag(
                "--new", Label("另起一份历史，原有的留在原处", "begin a history anew; the former one stays where it is")
            ),
        ),
        "opsbook.features.books.history:run_history",
        rank=70,
        answers=(
            "opsbook.features.books.answers.looked:History",
            "opsbook.features.books.answers.looked:HistoryChosen",
        ),
    ),
    Command(
        "upgrade",
        Label("把旧版做的工作簿升级到现在的版本", "Bring a workbook of an older version up to date"),
        (
            BOOK,
            Flag("--dry-run", Label("只说会带来什么，不写", "tell what it would bring, write nothing")),
            Option(
                "--replace",
                Label(
                    "把你改过的这张表换成新版，原来的另存一张",
                    "give a sheet you changed its new shape, keep yours beside it",
                ),
                "SHEET",
            ),
        ),
        "opsbook.features.books.upgrading:run_upgrade",
        rank=75,
        answers=("opsbook.features.books.answers.filled:BookUpgraded",),
    ),
    Command(
        "detect",
        Label("认一认文件是哪种报表，只看不写", "Tell which report a file is; writes nothing"),
        (PATHS,),
        "opsbook.features.books.files:run_detect",
        rank=90,
        answers=("opsbook.features.books.answers.looked:Detected",),
    ),
    Command(
        "check",
        Label("检查工作簿，可修复被改掉的公式", "Check a workbook; can put overwritten formulas back"),
        (
            BOOK,
            Flag(
                "--repair",
                Label(
                    "把被改掉的公式放回去，把写成文本的日期改成日期",
                    "put overwritten formulas back, make dates of dates typed as text",
                ),
            ),
        ),
        "opsbook.features.books.files:run_check",
        rank=100,
        answers=(
            "opsbook.features.books.answers.looked:Checked",
            "opsbook.features.books.answers.looked:Repaired",
        ),
    ),
    Command(
        "verify",
        Label(
            "用 LibreOffice 或 IronCalc 核对每个公式的显示值",
            "Check every formula's value against LibreOffice or IronCalc",
        ),
        (
            BOOK,
            Option(
                "--engine",
                Label(
                    "用哪个核对，both 为两个都用；不写用 LibreOffice，没装就用 IronCalc",
                    "which one, or both; otherwise LibreOffice, or IronCalc where that is not installed",
                ),
                choices=("ironcalc", "libreoffice", "both"),
            ),
        ),
        "opsbook.features.books.verify:run_verify",
        rank=110,
        answers=("opsbook.features.books.answers.looked:Verified",),
    ),
    Command(
        "schema",
        Label(
            "工作簿输入和 --json 回答的 JSON Schema（给写脚本的人）",
            "JSON Schemas of what you type and of --json answers (for scripts)",
        ),
        (
            Argument(
                "name", Label("哪一个，不写为列出全部", "which one; all are listed without"), "NAME", optional=True
            ),
            Option("--lang", Label("工作簿的语言", "the workbook's language"), choices=("zh", "en")),
        ),
        "opsbook.features.books.schema:run_schema",
        rank=120,
        answers=(
            "opsbook.features.books.answers.looked:SchemaNames",
            "opsbook.features.books.answers.looked:SchemaText",
        ),
    ),
    Command(
        "build",
        Label("重新生成模板（给开发者）", "Print the templates again (for developers)"),
        (
            Option("--out", Label("写到哪个文件夹", "folder to write to"), "DIR", default="templates"),
            Flag("--check", Label("只核对，不写", "compare only, write nothing")),
            Option(
                "--release",
                Label(
                    "发布这个版本：先把现有模板留存一份，以后的版本才认得它做的工作簿",
                    "release this version: keep today's templates first, so that later ones know its workbooks",
                ),
                "VERSION",
            ),
        ),
        "opsbook.features.books.files:run_build",
        rank=130,
        answers=(
            "opsbook.features.books.answers.looked:Built",
            "opsbook.features.books.answers.looked:Compared",
        ),
    ),
    Command(
        "addin",
        Label("Excel 加载项：生成、安装、卸载、体检", "The Excel add-in: build, install, uninstall, doctor"),
        (
            Argument(
                "action", Label("做什么", "what to do"), "ACTION", choices=("build", "install", "uninstall", "doctor")
            ),
            Option("--out", Label("build 写到哪个文件夹", "folder build writes to"), "DIR", default="opsbook-addin"),
            Flag("--dry-run", Label("只列出步骤，不改动", "list the steps, change nothing")),
            Option("--lang", Label("加载项的语言", "the add-in's language"), choices=("zh", "en")),
            Option("--python", Label("加载项用哪个 Python", "Python behind the add-in"), "PATH"),
            Flag(
                "--login-server",
                Label(
                    "登录时启动 Python（Excel 不许启动程序时用）", "start Python at login, where Excel may not start it"
                ),
            ),
        ),
        "opsbook.addin.commands:run_addin",
        rank=140,
        answers=(
            "opsbook.features.books.answers.looked:Built",
            "opsbook.features.books.answers.installed:Installed",
            "opsbook.features.books.answers.installed:Examined",
        ),
    ),
)
