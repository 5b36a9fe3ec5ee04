"""The command line: words in, exit code out. Heavy libraries load only when a command needs them."""

import argparse
import atexit
import gc
import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from opsbook import __version__
from opsbook.cli.arguments import Group, Parser
from opsbook.cli.words import words as sentences
from opsbook.engine.console.console import INTERRUPTED, Console, locale_language
from opsbook.features.commands import COMMAND, COMMANDS
from opsbook.features.contents import catalog
from opsbook.model.command import Command
from opsbook.model.errors import FileRefusedError, OpsbookError, UsageError
from opsbook.model.language import Label, Lang
from opsbook.model.reasons import why

DONE, PROBLEMS, CANNOT_RUN = 0, 1, 2

Run = Callable[[argparse.Namespace, Console], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: the words after `opsbook`; None takes them from the process.

    Returns:
        0 done, 1 done but the data has problems, 2 cannot run, 130 stopped with Ctrl+C.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")  # Windows consoles start in a code page
    lang, given = locale_language(), sys.argv[1:] if argv is None else argv
    top, commands = parser(lang, next(iter(given), ""))
    try:
        words = top.parse_all(given, commands)
    except UsageError as error:
        Console(lang, catalog(), words=sentences(), as_json="--json" in given).fail(error)
        return CANNOT_RUN
    if words.command not in COMMAND:
        commands.get(words.command, top).print_help()
        return DONE
    console = Console(lang, catalog(), words=sentences(), quiet=words.quiet, as_json=words.json)
    gc.disable()  # looking for cycles among a book's many small texts takes a seventh of a daily run and finds none
    if argv is None:
        atexit.register(gc.freeze)  # nor does a process that ends with its command look for any
    try:
        return _guarded(_find(words.command), words, console)
    finally:
        if argv is not None:
            gc.enable()


def _find(command: str) -> Run:
    module, name = COMMAND[command].run.split(":")
    run: Run = getattr(importlib.import_module(module), name)
    return run


def _guarded(run: Run, words: argparse.Namespace, console: Console) -> int:
    """The boundary: expected failures are a sentence, others a log id; never a traceback."""
    try:
        return run(words, console)
    except OpsbookError as error:
        console.fail(error)
    except OSError as error:
        refused = FileRefusedError("system-refused", file=error.filename or "–", reason=why(error))
        refused.__cause__ = error
        console.fail(refused)
    except KeyboardInterrupt:
        console.stopped()
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the last line of defence: the traceback goes to the log
        if _is_interruption(error):
            console.stopped()
            return INTERRUPTED
        console.crash(error)
    return CANNOT_RUN


def _is_interruption(error: BaseException | None) -> bool:
    """Whether Ctrl+C is behind a failure: a library that it met while it was loading may say so in words of its own."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None


def parser(lang: Lang, first: str = "") -> tuple[Parser, Mapping[str, Parser]]:
    """All commands in a language: the first word, and what follows each command.

    Args:
        lang: the language.
        first: the first word that was typed; where it begins a command, the others get no options, which takes its time.
    """
    words = {command.id.partition(" ")[0] for command in COMMANDS}
    top = Parser(lang, "opsbook COMMAND …", prog="opsbook", description=PURPOSE[lang])
    top.place("--version", Label("显示版本号", "show the version"), action="version", version=f"opsbook {__version__}")
    top.set_defaults(command="", quiet=False, json=False)
    commands = top.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    known: dict[str, Parser] = {}
    places: dict[str, _Place] = {"": commands}
    for command in COMMANDS:
        family = command.id.rpartition(" ")[0]
        if family not in places:
            known[family] = _parser(commands, family, FAMILIES[family][lang], lang, f"opsbook {family} VERB …")
            places[family] = known[family].add_subparsers(dest="verb", metavar="VERB", parser_class=Parser)
        asked = first not in words or command.id.partition(" ")[0] == first
        known[command.id] = _command(places[family], command, lang, OPTIONS[command.id] if asked else ())
    return top, known


class _Place(Protocol):
    """What commands are added to: the program itself, or the first word of several commands."""

    def add_parser(self, name: str, **more: Any) -> Parser:  # noqa: ANN401 - as `argparse` has it
        """Add one."""


def _parser(place: _Place, word: str, meaning: str, lang: Lang, called: str) -> Parser:
    return place.add_parser(word, help=meaning, description=meaning, lang=lang, called=called)


def _command(place: _Place, command: Command, lang: Lang, options: Sequence["Add"]) -> Parser:
    one = _parser(place, command.id.rpartition(" ")[2], command.label[lang], lang, f"opsbook {command.usage}")
    for add in options:
        add(one, None)
    one.set_defaults(command=command.id)
    one.place("--json", Label("以 JSON 输出", "answer in JSON"), action="store_true")
    one.place("--quiet", Label("只说问题", "say problems only"), action="store_true")
    return one


FAMILIES = {"peers": Label("竞店：关注、记录、导入、动态", "Competitors: watch, log, import, report")}
PURPOSE = Label("OpsBook：会自动填数的店铺运营工作簿。", "OpsBook: a shop operations workbook that fills itself.")
Add = Callable[[Parser, Group | None], None]


def _place(name: str, label: Label, **more: object) -> Add:
    def add(one: Parser, group: Group | None) -> None:
        one.place(name, label, group, **more)

    return add


def _one_of(*places: Add) -> Add:
    """Exactly one of several options."""

    def add(one: Parser, _: Group | None) -> None:
        group = one.add_mutually_exclusive_group(required=True)
        for place in places:
            place(one, group)

    return add


BOOK = _place("book", Label("工作簿文件，.xlsx 或 .xlsm", "the workbook, .xlsx or .xlsm"), metavar="BOOK")
PATHS = _place("paths", Label("导出文件、文件夹或压缩包", "exports: files, folders, zips"), metavar="PATH", nargs="+")
YEAR = _place("--year", Label("年份，如 2026", "year, such as 2026"), type=int, metavar="YYYY")
OPTIONS: dict[str, tuple[Add, ...]] = {
    "demo": (
        _place("folder", Label("放在哪个文件夹", "where to put it"), metavar="DIR", nargs="?", default="opsbook-demo"),
        _place("--lang", Label("语言", "language"), choices=("zh", "en"), default="zh"),
    ),
    "new": (
        BOOK,
        _place("--shop", Label("店铺名", "shop name"), required=True, metavar="NAME"),
        _place("--year", Label("年份", "year"), required=True, type=int, metavar="YYYY"),
        _place("--lang", Label("语言", "language"), choices=("zh", "en")),
        _place("--template", Label("团队自己的模板", "your team's own template"), metavar="FILE"),
        _place(
            "--from", Label("沿用去年那本的数据和设置", "carry over last year's workbook"), metavar="OLD", dest="old"
        ),
    ),
    "import": (
        BOOK,
        PATHS,
        _place("--dry-run", Label("只看会改什么，不写", "tell what would change, write nothing"), action="store_true"),
        _place("--shop-alias", Label("认可文件里的这个店名", "accept this shop name in files"), metavar="NAME"),
        _place(
            "--map",
            Label(
                "文件里的列对应什么字段，可写多次；列=- 不导入，列=+ 留作附加列",
                "what a column of the file stands for, as often as needed; COLUMN=- leaves it out, COLUMN=+ keeps it",
            ),
            metavar="COLUMN=FIELD",
            action="append",
            default=[],
        ),
        _place("--table", Label("自定义报表填到哪张表，如 日报", "sheet that a mapped report fills"), metavar="T"),
    ),
    "refresh": (BOOK, _place("--date", Label("看板要看的日期", "the day the dashboard shows"), metavar="YYYY-MM-DD")),
    "daily": (BOOK, _place("inbox", Label("放导出文件的文件夹", "folder with the exports"), metavar="INBOX")),
    "history": (
        BOOK,
        _place(
            "--table",
            Label("哪张表，如 ItemDay 或 商品；不写为全部", "which table, such as ItemDay; all without"),
            metavar="T",
        ),
        _place("--from", Label("从哪天起", "first day"), metavar="YYYY-MM-DD", dest="first"),
        _place("--to", Label("到哪天止", "last day"), metavar="YYYY-MM-DD", dest="last"),
        _place(
            "-o",
            Label("写成文件：.csv、.xlsx 或 .parquet", "write a file: .csv, .xlsx or .parquet"),
            metavar="FILE",
            dest="out",
        ),
    ),
    "goal": (
        BOOK,
        _one_of(YEAR, _place("--month", Label("月份，如 2026-12", "month, such as 2026-12"), metavar="YYYY-MM")),
        _place(
            "amount", Label("金额（元），如 38000000 或 3800万", "amount in yuan, such as 38000000"), metavar="AMOUNT"
        ),
        _place(
            "--refit",
            Label(
                "重算权重：设年目标时连过去的月份一起；设月目标时只动这个月，进行中的月份只动剩下的天",
                "fit the weights anew: with --year those of past months too, with --month of that month only, and of a "
                "running month only the days left",
            ),
            action="store_true",
        ),
    ),
    "peers add": (
        BOOK,
        _place("shop", Label("竞店的店铺名", "the competitor's shop name"), metavar="SHOP"),
        _place("--role", Label("角色：标杆 或 同类", "role: leader or alike"), metavar="ROLE"),
        _place("--link", Label("店铺链接", "link of the shop"), metavar="URL"),
        _place("--since", Label("从哪天开始关注，不写为今天", "watched since; today without"), metavar="YYYY-MM-DD"),
        _place("--note", Label("备注", "a note"), metavar="T"),
    ),
    "peers log": (
        BOOK,
        _place("--shop", Label("竞店的店铺名", "the competitor's shop name"), required=True, metavar="S"),
        _place(
            "--item", Label("商品 ID，链接里的那串数字", "item id: the digits in its link"), required=True, metavar="ID"
        ),
        _place("--date", Label("哪天看到的，不写为今天", "the day it was seen; today without"), metavar="YYYY-MM-DD"),
        _place("--price", Label("券后价（元）", "price after coupons, yuan"), metavar="P"),
        _place("--list-price", Label("标价（元）", "list price, yuan"), metavar="P"),
        _place(
            "--sales", Label("月销量（件），可写 1.2万", "items sold in 30 days"), metavar="N", dest="monthly_sales"
        ),
        _place("--reviews", Label("评价数", "reviews"), metavar="N"),
        _place("--rank", Label("榜单或搜索里排第几", "place in the ranking or search"), metavar="N"),
        _place("--title", Label("标题", "title"), metavar="T"),
        _place("--link", Label("商品链接", "link of the item"), metavar="URL"),
        _place("--listed-on", Label("上架日期", "first day on sale"), metavar="DATE"),
        _place("--season", Label("季节标签，如 秋冬", "season tag, such as 秋冬"), metavar="T"),
        _place("--image", Label("主图文件，用来比对换图和同款", "file of the main image"), metavar="FILE"),
    ),
    "peers import": (
        BOOK,
        _place("paths", Label("竞品日志、流失竞店文件或文件夹", "files or folders"), metavar="PATH", nargs="+"),
        _place("--dry-run", Label("只看会改什么，不写", "tell what would change, write nothing"), action="store_true"),
    ),
    "peers report": (
        BOOK,
        _place(
            "--since", Label("从哪天起，不写为最近 7 天", "first day; the last 7 days without"), metavar="YYYY-MM-DD"
        ),
    ),
    "detect": (PATHS,),
    "check": (
        BOOK,
        _place("--repair", Label("把被改掉的公式放回去", "put overwritten formulas back"), action="store_true"),
    ),
    "verify": (BOOK,),
    "build": (
        _place("--out", Label("写到哪个文件夹", "folder to write to"), default="templates", metavar="DIR"),
        _place("--check", Label("只核对，不写", "compare only, write nothing"), action="store_true"),
    ),
    "addin": (
        _place("action", Label("做什么", "what to do"), choices=("build", "install", "uninstall", "doctor")),
        _place(
            "--out", Label("build 写到哪个文件夹", "folder build writes to"), default="opsbook-addin", metavar="DIR"
        ),
        _place("--dry-run", Label("只列出步骤，不改动", "list the steps, change nothing"), action="store_true"),
        _place("--lang", Label("加载项的语言", "the add-in's language"), choices=("zh", "en")),
        _place("--python", Label("加载项用哪个 Python", "Python behind the add-in"), metavar="PATH"),
        _place(
            "--login-server",
            Label("登录时启动 Python（Excel 不许启动程序时用）", "start Python at login, where Excel may not start it"),
            action="store_true",
        ),
    ),
}
