"""What CONTRIBUTING.md says of adding things is done, row by row, on a copy of the repository."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from support import house
from support.sources import ROOT, TESTS

PAGE = ROOT / "CONTRIBUTING.md"
ROW = re.compile(r"^\| (an? [\w ]+) \| (.+) \| (\d+) \| .+ \|$", re.MULTILINE)
PATH = re.compile(r"`((?:addin|tests)/[\w./]+)`")
CLAIMED = {name: (set(PATH.findall(touch)), int(files)) for name, touch, files in ROW.findall(PAGE.read_text("utf-8"))}
COPIED = ("addin", "templates", "macros", "tests", "pyproject.toml")
FEATURES, HOSTS = "addin/opsbook/features", "addin/opsbook/hosts"
CATALOG = "from opsbook.features import catalog; one = catalog()\n"
SHELF = """class PaperShelf(MemoryShelf):
    \"\"\"A book on paper.\"\"\"

    def __init__(self):
        known = memory_host()
        self.host = PaperHost(known._tables, known._names)


"""


class Repository:
    """A copy of the repository, and the files or folders in it that were written by hand."""

    def __init__(self, folder: Path):
        self.folder, self.touched = folder, set()
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, folder / name)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace text that occurs exactly once in a file."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert text.count(old) == 1, (path, old, text.count(old))
        file.write_text(text.replace(old, new), encoding="utf-8")
        self.touched.add(path)

    def append(self, path: str, text: str) -> None:
        """Add lines at the end of a file."""
        with (self.folder / path).open("a", encoding="utf-8") as file:
            file.write(text)
        self.touched.add(path)

    def add(self, folder: str, files: dict[str, str]) -> None:
        """Write a new folder."""
        (self.folder / folder).mkdir()
        for name, text in files.items():
            (self.folder / folder / name).write_text(text, encoding="utf-8")
        self.touched.add(f"{folder}/")

    def run(self, *words: object, code: int = 0) -> str:
        """Run Python on the copy."""
        paths = os.pathsep.join(str(self.folder / name) for name in ("addin", "tests"))
        say = {"PYTHONPATH": paths, "LC_ALL": "en_US.UTF-8", "XDG_STATE_HOME": str(self.folder)}
        typed = [sys.executable, *map(str, words)]
        ran = subprocess.run(typed, cwd=self.folder, env=os.environ | say, capture_output=True, check=False)
        assert ran.returncode == code, (ran.stdout + ran.stderr).decode()
        return ran.stdout.decode()

    def asked(self, program: str) -> object:
        """What a program on the copy prints as JSON."""
        return json.loads(self.run("-c", f"import json\n{program}"))

    def tested(self, *words: object) -> None:
        """Tests of the copy pass."""
        self.run("-m", "pytest", "-n0", "-p", "no:cacheprovider", *words)


def a_metric(copy: Repository) -> None:
    """It is a column, a function in Python and VBA, and a line of the Guide, and its number is the one by hand."""
    daily = f"{FEATURES}/daily"
    entry = 'Metric("gmv_per_order", Label("单均金额", "Order value"), Unit.PRICE, UP, _over("gmv", "orders"), SYCM),\n'
    copy.edit(f"{daily}/metrics.py", '    Metric("unit_price"', f'    {entry}    Metric("unit_price"')
    copy.edit(f"{daily}/tables.py", '"net_margin", "attainment"),', '"net_margin", "attainment", "gmv_per_order"),')
    copy.edit(
        f"{daily}/sheet.py", '"pay_rate", "unit_price", "items', '"pay_rate", "gmv_per_order", "unit_price", "items'
    )
    worked = '"gmv_per_order": {"totals": {"gmv": 6000, "orders": 40}, "divisors": ["orders"], "value": 150}'
    copy.edit(
        "tests/answers/metrics.json", '    "unit_price": {"totals"', f'    {worked},\n    "unit_price": {{"totals"'
    )
    shown = copy.asked(
        f"{CATALOG}from opsbook import udf; from opsbook.book.compile.book import plan_book; from opsbook.vba.modules import modules\n"
        "book = plan_book(one, 'en'); day = next(table for table in book.tables if table.name == 'ShopDay')\n"
        "guide = [cell.content for sheet in book.sheets if sheet.id == 'guide' for cell in sheet.cells.values()]\n"
        "column = next(column for column in day.columns if column.id == 'gmv_per_order')\n"
        "print(json.dumps([column.header, column.node is not None, udf.OPS_GMV_PER_ORDER(6000, 40),\n"
        "    'Function OPS_GMV_PER_ORDER(' in modules(one)['OpsMetrics'], 'GMV ÷ Orders' in guide]))"
    )
    assert shown == ["Order value", True, 150, True, True]
    copy.tested("tests/metrics/test_metrics.py", "-k", "gmv_per_order or worked_by_hand")


def an_export(copy: Repository) -> None:
    """`detect` names it, and its sample gives what was recorded."""
    traffic = f"{FEATURES}/traffic"
    literal = """
SHELVES = Importer(
    id="acme-sources",
    name="Acme 渠道日报",
    table=SOURCE_DAY,
    needs=("date", "source1", "visitors"),
    columns=(
        Source("date", ("渠道日期",)),
        Source("source1", ("渠道大类",)),
        Source("source2", ("渠道小类",)),
        Source("source3", ("渠道细类",)),
        Source("visitors", ("进店人数",)),
    ),
)
"""
    copy.append(f"{traffic}/exports.py", literal)
    copy.edit(f"{traffic}/feature.py", "exports import SOURCES", "exports import SHELVES, SOURCES")
    copy.edit(f"{traffic}/feature.py", "exports=(SOURCES,)", "exports=(SOURCES, SHELVES)")
    rows = '[["渠道日期", "渠道大类", "渠道小类", "渠道细类", "进店人数"], ["2026-06-17", "付费", "搜索", "词", "12"]]'
    copy.edit(
        "tests/exports/build.py",
        "    **generic.CASES,\n",
        f'    **generic.CASES,\n    "acme/day": ("渠道.csv", csv({rows})),\n',
    )
    copy.run("tests/exports/build.py")
    sample = copy.folder / "tests/exports/acme/day-built/渠道.csv"
    assert "Acme 渠道日报" in copy.run("-m", "opsbook", "detect", sample)
    copy.run("tests/exports/record.py")
    assert "visitors=12" in sample.with_name("expected.json").read_text(encoding="utf-8")
    copy.tested("tests/exports/test_golden_exports.py", "-k", "acme")


def a_column(copy: Repository) -> None:
    """It stands in the drawn table, in its group, and commands know its header."""
    copy.edit(
        f"{FEATURES}/items/tables.py",
        '        text_column("sku_code", "货号", "Item code"),\n',
        '        text_column("sku_code", "货号", "Item code"),\n        text_column("shelf", "货架", "Shelf"),\n',
    )
    copy.edit(f"{FEATURES}/items/sheet.py", '"title", "sku_code")', '"title", "sku_code", "shelf")')
    shown = copy.asked(
        f"{CATALOG}from opsbook.book.compile.book import plan_book; from opsbook.hosts.template.shipped import compiled_plan\n"
        "table = next(table for table in plan_book(one, 'zh').tables if table.name == 'ItemDay')\n"
        "print(json.dumps([[column.id for column in table.columns][4], compiled_plan(one, 'zh').headers['ItemDay']['shelf']]))"
    )
    assert shown == ["shelf", "货架"]


def a_threshold(copy: Repository) -> None:
    """It is a row of Thresholds, and the Guide tells it."""
    copy.edit(
        "tests/rules/test_lights.py", '    "depth|shop"', '    "unit_price|shop": (60, 50, None, UP),\n    "depth|shop"'
    )
    entry = 'Threshold("unit_price", "shop", OPERATIONS, Label("查低价款", "check cheap items"), 60, 50),\n'
    copy.edit(f"{FEATURES}/daily/thresholds.py", ")  # fmt: skip", f"    {entry})  # fmt: skip")
    shown = copy.asked(
        f"{CATALOG}from opsbook.book.compile.book import plan_book; book = plan_book(one, 'en')\n"
        "rows = next(table for table in book.tables if table.name == 'Thresholds').body\n"
        "guide = [cell.content for sheet in book.sheets if sheet.id == 'guide' for cell in sheet.cells.values()]\n"
        "print(json.dumps(['check cheap items' in [cell for row in rows for cell in row], '≥ 60 / < 50' in guide]))"
    )
    assert shown == [True, True]


def a_message(copy: Repository) -> None:
    """Its code has a sentence in both languages."""
    entry = '"goal-far": Message(Label("目标 {goal} 太远。", "The goal of {goal} is far.")),'
    copy.edit(f"{FEATURES}/goals/messages.py", '    "locks-over-total"', f'    {entry}\n    "locks-over-total"')
    shown = copy.asked(
        f"{CATALOG}from opsbook.messages import Voice\n"
        "print(json.dumps([Voice(lang, one.messages).say('goal-far', goal=5) for lang in ('zh', 'en')]))"
    )
    assert shown == ["目标 5 太远。", "The goal of 5 is far."]


def a_command(copy: Repository) -> None:
    """It is listed, explained and run, and its answer has a schema."""
    books = f"{FEATURES}/books"
    record = """    Command(
        "language",
        Label("说出工作簿的语言", "Say the language of a workbook"),
        (BOOK,),
        "opsbook.features.books.commands:run_language",
        answers=("opsbook.features.books.answers.looked:Spoken",),
    ),
"""
    function = """

def run_language(words: Namespace, console: Console) -> int:
    \"\"\"Say the language of a workbook.\"\"\"
    opened = open_to_look(words.book, console)
    console.line(opened.lang)
    console.answer(lang=opened.lang)
    return 0
"""
    model = '\n\nclass Spoken(Answer):\n    """A workbook speaks.\n\n    Args:\n        lang: its language.\n    """\n\n    lang: str\n'
    start = "COMMANDS: tuple[Command, ...] = (\n"
    copy.edit(f"{books}/command_records.py", start, start + record)
    copy.append(f"{books}/commands.py", function)
    copy.append(f"{books}/answers/looked.py", model)
    book = ROOT / "templates" / "opsbook-en.xlsx"
    assert "Say the language of a workbook" in copy.run("-m", "opsbook", "--help")
    assert copy.run("-m", "opsbook", "language", book) == "en\n"
    assert json.loads(copy.run("-m", "opsbook", "language", book, "--json")) == {"lang": "en"}
    assert json.loads(copy.run("-m", "opsbook", "schema", "answer-language"))["required"] == ["lang"]


def a_capability(copy: Repository) -> None:
    """The folder of a package becomes one of ours: its sheet, its column in Daily and its command are there."""
    package = TESTS / "support" / "plug_in" / "opsbook_parcels"
    files = {file.name: file.read_text(encoding="utf-8") for file in package.glob("*.py")}
    own = {name: text.replace("opsbook_parcels", "opsbook.features.parcels") for name, text in files.items()}
    copy.add(f"{FEATURES}/parcels", own)
    contents = f"{FEATURES}/contents.py"
    line = "from opsbook.features.promotion.feature import FEATURE as PROMOTION\n"
    copy.edit(contents, line, f"from opsbook.features.parcels.feature import FEATURE as PARCELS\n{line}")
    copy.edit(contents, "STOCK, COMPETITORS)", "STOCK, PARCELS, COMPETITORS)")
    shown = copy.asked(
        f"{CATALOG}from opsbook.book.compile.book import plan_book; book = plan_book(one, 'en')\n"
        "day = next(table for table in book.tables if table.name == 'ShopDay')\n"
        "print(json.dumps([[sheet.title for sheet in book.sheets], [column.header for column in day.columns][-2:]]))"
    )
    titles = [sheet.title for sheet in house.plan_book("en").sheets]
    titles.insert(titles.index("Promotion") + 1, "Parcels")
    assert shown == [titles, ["Staff on duty", "Sales per head"]]
    assert "staff" in copy.run("-m", "opsbook", "--help")


def a_host(copy: Repository) -> None:
    """The suite of hosts asks it what it asks every other."""
    host = '"""A workbook on paper."""\n\nfrom support.memory_host import MemoryHost\n\n\nclass PaperHost(MemoryHost):\n    """Ink."""\n'
    copy.add(f"{HOSTS}/paper", {"__init__.py": "", "host.py": host})
    suite = "tests/hosts/conftest.py"
    copy.edit(suite, "from support.ooxml", "from opsbook.hosts.paper.host import PaperHost\nfrom support.ooxml")
    copy.edit(suite, "class FilesShelf", f"{SHELF}class FilesShelf")
    copy.edit(suite, '["memory", "files", pytest', '["memory", "paper", "files", pytest')
    copy.edit(
        suite,
        '    if request.param != "excel":',
        '    if request.param == "paper":\n        yield PaperShelf()\n        return\n    if request.param != "excel":',
    )
    copy.tested("tests/hosts/test_host.py", "-k", "paper")


ROWS: tuple[Callable[[Repository], None], ...] = (
    *(a_metric, an_export, a_column, a_threshold, a_message, a_command, a_capability, a_host),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.__name__)
def test_a_row_takes_the_files_it_names(row, tmp_path):
    """Each row of the table is performed: what it promises is there, and no file was touched but those it names."""
    copy = Repository(tmp_path)
    row(copy)
    assert (copy.touched, len(copy.touched)) == CLAIMED[row.__name__.replace("_", " ")]


def test_every_row_is_performed():
    """The table has no row that nobody tried."""
    assert sorted(CLAIMED) == sorted(row.__name__.replace("_", " ") for row in ROWS)
