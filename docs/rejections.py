"""Write docs/rejections.md and docs/rejections.zh-CN.md anew: what OpsBook says of files it does not take, or takes in part.

python docs/rejections.py

Every message is the program's own, about a file that is made here, damaged on purpose and read as any other.
"""

import os
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from damaged import SHOP, YEAR, Case
from damaged_files import FILES
from damaged_parts import PARTED
from damaged_refunds import LOST, TOLD
from damaged_rows import NOTES, ROWS
from damaged_sheets import BEFORE, BOOKS, INBOX, MIXED, SHEETS

from opsbook.engine.creating import prepare
from opsbook.engine.imports.inbox import import_inbox
from opsbook.engine.workbook import open_book
from opsbook.exports.parse.across_sheets import agreeing
from opsbook.exports.parse.sheet import parse
from opsbook.exports.reading.readers import read_file
from opsbook.features import catalog
from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.template.shipped import template_path
from opsbook.messages import place, say, what_to_do
from opsbook.model.issues import Issue
from opsbook.model.language import LANGS, Label, Lang

FOLDER = Path(__file__).resolve().parent
PAGES: dict[Lang, Path] = {"en": FOLDER / "rejections.md", "zh": FOLDER / "rejections.zh-CN.md"}
DOWNLOADED = datetime(2026, 11, 12, 12)  # noqa: DTZ001 - on the clock of whoever runs this
MADE = DOWNLOADED.timestamp()
GROUPS = {
    Label("打不开、读不了的文件", "Files that cannot be read"): FILES,
    Label("认不出、不能用的表", "Sheets nobody knows or can use"): SHEETS,
    Label("不属于这本工作簿的", "What does not belong into this workbook"): BOOKS,
    Label("没有导入的行和格", "Rows and cells that were left out"): (*ROWS, *PARTED, *LOST),
    Label("导入了，但要告诉你的", "Imported, with a word on it"): (*NOTES, *TOLD),
}
CASES = [case for cases in GROUPS.values() for case in cases]
HEAD = Label(
    """# 文件没导入，或只导入了一部分

`opsbook import`、`daily` 和 `detect` 对每个文件、每一行都会说明：哪里不对、看到了什么、怎么办。一个文件有问题不影响其他文件，
工作簿里原有的数字也不会因此改变；全部问题还会写进「导入记录」。下面每一句都是程序对一个真的坏文件说的原话。

拿不准的文件，先用 `opsbook detect 文件` 看看：只看不写。
""",
    """# Files that are not imported, or only in part

Of every file and row `opsbook import`, `daily` and `detect` say what is wrong, what was seen and what to do. A bad file keeps
no other from being imported, and no figure of the workbook changes because of it; all problems stand on the sheet Imports, too.
Each sentence below is what the program says of a file that is really damaged in that way.

Not sure about a file? `opsbook detect FILE` looks at it and writes nothing.
""",
)
COLUMNS = Label("文件|OpsBook 说|什么意思|怎么办", "File|OpsBook says|What it means|What to do")


def problems() -> dict[str, Issue]:
    """The program's own words on every case, by code.

    Raises:
        RuntimeError: a case no longer shows what it is there for.
    """
    with tempfile.TemporaryDirectory() as folder:
        alone = {case.code: list(_read(case, Path(folder) / case.code)) for case in CASES if case not in BOOKS}
        together = list(_imported(Path(folder)))
    found = {case.code: alone.get(case.code, together) for case in CASES}
    shown = {code: next((issue for issue in issues if issue.code == code), None) for code, issues in found.items()}
    gone = [code for code, issue in shown.items() if issue is None]
    if gone:
        raise RuntimeError(gone)
    return {code: issue for code, issue in shown.items() if issue}


def _read(case: Case, folder: Path) -> Iterator[Issue]:
    """What is said of one file alone."""
    folder.mkdir()
    path = folder / case.file
    case.write(path)
    _date(path)
    tables, issues = read_file(path)
    yield from issues
    for sheet in agreeing([parse(table, catalog()) for table in tables], catalog()):
        yield from sheet.issues


def _date(path: Path) -> None:
    os.utime(path, (MADE, MADE))


def _imported(folder: Path) -> Iterator[Issue]:
    """What is said of files that do not fit a workbook, or each other."""
    host = FilesHost(template_path("zh"))
    prepare(host, catalog(), SHOP, YEAR)
    workbook = open_book(host, catalog())
    for name, files in (("before", BEFORE), ("inbox", INBOX), ("mixed", MIXED)):
        inbox = folder / name
        inbox.mkdir()
        for file, content in files.items():
            (inbox / file).write_bytes(content)
            _date(inbox / file)
        yield from import_inbox(workbook, [inbox], DOWNLOADED, again=False).all_issues


def page(lang: Lang, found: Mapping[str, Issue]) -> str:
    """The whole page: a table per group, a row per message.

    Args:
        lang: the page's language; every message is shown in both, this one first.
        found: the program's words by code.
    """
    groups = (f"\n## {title[lang]}\n\n{_table(cases, lang, found)}" for title, cases in GROUPS.items())
    return HEAD[lang] + "".join(groups)


def _table(cases: Iterable[Case], lang: Lang, found: Mapping[str, Issue]) -> str:
    heads = COLUMNS[lang].split("|")
    rows = (_row(case, lang, found[case.code]) for case in cases)
    return "".join(
        f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n"
        for row in (heads, ["---"] * len(heads), *rows)
    )


def _row(case: Case, lang: Lang, issue: Issue) -> tuple[str, ...]:
    said = (_said(issue, one) for one in sorted(LANGS, key=lambda one: one != lang))
    return case.what[lang], "<br>".join(said), case.means[lang], what_to_do(issue, lang, catalog().messages) or "–"


def _said(issue: Issue, lang: Lang) -> str:
    spot = place(issue.where, lang)
    return (
        f"{spot}{'：' if lang == 'zh' else ': '}{say(issue.code, lang, issue.seen, catalog().messages)}".removeprefix(
            "："
        ).removeprefix(": ")
    )


def main() -> None:
    """Write both pages."""
    found = problems()
    for lang, path in PAGES.items():
        path.write_text(page(lang, found), encoding="utf-8")


if __name__ == "__main__":
    main()
