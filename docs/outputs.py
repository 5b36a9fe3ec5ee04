"""Run the commands of the README and write what they print below them, in both languages.

    python docs/outputs.py

A block of commands (`sh`) may be followed by a block of output (`text`). All blocks run in one empty folder, in order.
"""

import contextlib
import io
import itertools
import re
import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path

from opsbook.entrypoints.cli import main as opsbook

ROOT = Path(__file__).resolve().parents[1]
READMES = (ROOT / "README.md", ROOT / "README.zh-CN.md")
NOT_RUN = ("python -m pip install", "pytest")  # they install the product and run its tests, this one among them
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


def main() -> None:
    """Write both READMEs."""
    with tempfile.TemporaryDirectory() as folder:
        printed = list(answers(READMES[0].read_text(encoding="utf-8"), Path(folder)))
    for readme in READMES:
        text = readme.read_text(encoding="utf-8")
        for (block, old), new in zip(shown(text), printed, strict=True):
            text = text.replace(f"{block}```\n\n```text\n{old}", f"{block}```\n\n```text\n{new}")
        readme.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
