"""The commands about competing shops."""

from opsbook.model.language import Label
from opsbook.model.records.command import BOOK, Argument, Command, Flag, Option

FAMILY = Label("竞店：关注、记录、导入、动态", "Competitors: watch, log, import, report")

_ADD = Command(
    "peers add",
    Label("关注一家竞店，或改它的角色、链接、备注", "Watch a competing shop, or change its role, link or note"),
    (
        BOOK,
        Argument("shop", Label("竞店的店铺名", "the competitor's shop name"), "SHOP"),
        Option("--role", Label("角色：标杆 或 同类", "role: leader or alike"), "ROLE"),
        Option("--link", Label("店铺链接", "link of the shop"), "URL"),
        Option("--since", Label("从哪天开始关注，不写为今天", "watched since; today without"), "YYYY-MM-DD"),
        Option("--note", Label("备注", "a note"), "TEXT"),
    ),
    "opsbook.features.competitors.commands.watching:run_add",
    rank=80,
    answers=("opsbook.features.competitors.answers:Watched",),
)
_LOG = Command(
    "peers log",
    Label("手工记一条竞品：价格、销量、标题", "Write down one competing item: price, sales, title"),
    (
        BOOK,
        Option("--shop", Label("竞店的店铺名", "the competitor's shop name"), "SHOP", required=True),
        Option("--item", Label("商品 ID，链接里的那串数字", "item id: the digits in its link"), "ID", required=True),
        Option("--date", Label("哪天看到的，不写为今天", "the day it was seen; today without"), "YYYY-MM-DD"),
        Option("--price", Label("券后价（元）", "price after coupons, yuan"), "YUAN"),
        Option("--list-price", Label("标价（元）", "list price, yuan"), "YUAN"),
        Option("--sales", Label("月销量（件），可写 1.2万", "items sold in 30 days"), "N", dest="monthly_sales"),
        Option("--reviews", Label("评价数", "reviews"), "N"),
        Option("--rank", Label("榜单或搜索里排第几", "place in the ranking or search"), "N"),
        Option("--title", Label("标题", "title"), "TEXT"),
        Option("--link", Label("商品链接", "link of the item"), "URL"),
        Option("--listed-on", Label("上架日期", "first day on sale"), "YYYY-MM-DD"),
        Option("--season", Label("季节标签，如 秋冬", "season tag, such as 秋冬"), "TAG"),
        Option("--image", Label("主图文件，用来比对换图和同款", "file of the main image"), "FILE"),
    ),
    "opsbook.features.competitors.commands.watching:run_log",
    rank=81,
    answers=("opsbook.features.competitors.answers:Sighted",),
)
_IMPORT = Command(
    "peers import",
    Label("导入竞品日志或流失竞店文件", "Import files of competing items or lost customers"),
    (
        BOOK,
        Argument("paths", Label("竞品日志、流失竞店文件或文件夹", "files or folders"), "PATH", many=True),
        Flag("--dry-run", Label("只看会改什么，不写", "tell what would change, write nothing")),
    ),
    "opsbook.features.competitors.commands.watching:run_import",
    rank=82,
    answers=("opsbook.features.competitors.answers:PeersImported",),
)
_REPORT = Command(
    "peers report",
    Label("竞店动态、价格、上新时机、同款", "What competitors did: events, prices, season, look-alikes"),
    (
        BOOK,
        Option("--since", Label("从哪天起，不写为最近 7 天", "first day; the last 7 days without"), "YYYY-MM-DD"),
    ),
    "opsbook.features.competitors.commands.report:run_report",
    rank=83,
    answers=("opsbook.features.competitors.answers:Report",),
)

COMMANDS: tuple[Command, ...] = (_ADD, _LOG, _IMPORT, _REPORT)
