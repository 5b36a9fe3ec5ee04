"""Run the commands shown in both READMEs and in pages, and write below them what they print.

    python docs/outputs.py

In a README a block of commands (`sh`) may be followed by a block of output (`text`); all of them run in one empty folder, in
order. A transcript (`console`) holds one command and its answer; those of a page run in order in a folder with the demo book,
a new book `my-shop.xlsx` and the sample of a report of one's own, in the page's language.
"""

import contextlib
import io
import itertools
import os
import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from opsbook.cli.main import main as opsbook

ROOT = Path(__file__).resolve().parents[1]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
NOT_RUN = ("python -m pip install", "pytest")  # they install the product and run its tests, this one among them
PAGES = tuple(ROOT / "docs" / f"{page}{end}.md" for page in ("mapping", "competitors") for end in ("", ".zh-CN"))
SAMPLE = ROOT / "tests" / "exports" / "generic" / "shop-days-built"
LOCALES = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}
TRANSCRIPT = re.compile(r"^```console\n\$ opsbook (.*?)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def shown(text: str) -> list[tuple[str, str]]:
    """Each block of commands with the block of output that follows it; empty where none follows."""
    fences = [*FENCE.findall(text), ("", "")]
    return [
        (commands, output if after == "text" else "")
        for (kind, commands), (after, output) in itertools.pairwise(fences)
        if kind == "sh"
    ]


def commands(block: str) -> list[str]:
    """The single commands of a block, without those that install or test."""
    singles = [single.strip() for line in block.splitlines() for single in line.split(" && ")]
    return [single for single in singles if not single.startswith(NOT_RUN)]


def answers(text: str, folder: Path) -> Iterator[str]:
    """What each block of a README prints, run in a folder."""
    with contextlib.chdir(folder):
        for block, _ in shown(text):
            with contextlib.redirect_stdout(io.StringIO()) as answer:
                for command in commands(block):
                    program, *words = shlex.split(command)
                    if program != "opsbook" or opsbook(words):
                        raise RuntimeError(command)
            yield answer.getvalue()


def lang_of(page: Path) -> str:
    """The language a page is written in."""
    return "zh" if ".zh-CN" in page.name else "en"


def replayed(text: str, folder: Path) -> str:
    """A page as its transcripts run in a folder, one after the other."""
    with contextlib.chdir(folder):
        return TRANSCRIPT.sub(_replay, text)


def _replay(shown: re.Match[str]) -> str:
    command = shown[1]
    with contextlib.redirect_stdout(io.StringIO()) as answer, contextlib.redirect_stderr(io.StringIO()):
        opsbook(shlex.split(command))
    return f"```console\n$ opsbook {command}\n{answer.getvalue()}```"


def lay_out(folder: Path, demo: Path, new: Path) -> None:
    """Put into a folder what transcripts speak of: copies of the demo book and of a new one, and the sample."""
    shutil.copy(demo, folder / "OpsBook-demo.xlsx")
    shutil.copy(new, folder / "my-shop.xlsx")
    shutil.copy(next(SAMPLE.glob("*.csv")), folder)


def _print_blocks() -> None:
    with tempfile.TemporaryDirectory() as folder:
        printed = list(answers(READMES[0].read_text(encoding="utf-8"), Path(folder)))
    for readme in READMES:
        text = readme.read_text(encoding="utf-8")
        for (block, old), new in zip(shown(text), printed, strict=True):
            text = text.replace(f"{block}```\n\n```text\n{old}", f"{block}```\n\n```text\n{new}")
        readme.write_text(text, encoding="utf-8")


def _print_transcripts(lang: str) -> None:
    os.environ["LC_ALL"] = LOCALES[lang]
    with tempfile.TemporaryDirectory() as name:
        made, new = Path(name) / "made", Path(name) / "new.xlsx"
        opsbook(["demo", str(made), "--lang", lang, "--quiet"])
        opsbook(["new", str(new), "--shop", "Shop", "--year", "2026", "--lang", lang, "--quiet"])
        for page in (page for page in PAGES if lang_of(page) == lang):
            folder = Path(name) / page.stem
            folder.mkdir()
            lay_out(folder, made / "OpsBook-demo.xlsx", new)
            page.write_text(replayed(page.read_text(encoding="utf-8"), folder), encoding="utf-8")


def main() -> None:
    """Write both READMEs and the pages with transcripts."""
    _print_blocks()
    for lang in LOCALES:
        _print_transcripts(lang)


if __name__ == "__main__":
    main()
