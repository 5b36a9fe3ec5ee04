"""Write down what the program says and writes today, so that a change of structure can show that it changed none of it.

    python tests/frozen/record.py [FOLDER]

Without a folder the files beside this script are written anew; with one, also every long text in full, so that two folders
made before and after a change can be compared line by line.
"""

import contextlib
import io
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parents[1] / "addin")]

from frozen import parts  # noqa: E402 - found only now
from opsbook.cli.main import main as opsbook  # noqa: E402

LOCALES = {"zh": "zh_CN.UTF-8", "en": "en_US.UTF-8"}


def recorded(lang: str, demo: Path, new: Path, addin: Path, scratch: Path) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every file of a language, as the texts it is made of; a short text stands in it whole.

    Args:
        lang: the language.
        demo: the demo command's folder.
        new: a new book.
        addin: where the add-in was built.
        scratch: an empty folder.
    """
    stage = parts.Stage(scratch, demo, new)
    yield f"refusals-{lang}", {"": parts.refusals(stage)}
    yield f"answers-{lang}", {"": parts.answers(stage)}
    yield f"help-{lang}", {"": parts.helps(stage)}
    yield f"demo-{lang}", parts.cells(demo / "OpsBook-demo.xlsx")
    if lang == "zh":
        yield "past", parts.past(scratch, new, demo / "inbox")
        yield "json", {"": parts.json_answers(stage)}
        yield "messages", {"": parts.messages()}
        yield "addin", parts.addin(addin)


def file_text(texts: Mapping[str, str]) -> str:
    """What is kept of texts: one whole, of several their fingerprints."""
    return texts[""] if "" in texts else parts.digests(texts)


def made(folder: Path, lang: str) -> tuple[Path, Path, Path]:
    """A demo, a new book and the add-in in a folder."""
    demo, new, addin = folder / "demo", folder / "new.xlsx", folder / "addin"
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        for words in (
            ("demo", demo, "--lang", lang),
            ("new", new, "--shop", "示例店", "--year", "2026", "--lang", lang),
            ("addin", "build", "--out", addin),
        ):
            if opsbook([str(word) for word in words]):
                raise RuntimeError(words)
    return demo, new, addin


def _write(folder: Path, name: str, texts: Mapping[str, str]) -> None:
    for part, text in texts.items():
        if part:
            file = folder / name / f"{part.replace('/', '-')}.txt"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def main() -> None:
    """Write every file."""
    with tempfile.TemporaryDirectory() as root:
        os.environ["XDG_STATE_HOME"] = root
        for lang, spoken in LOCALES.items():
            os.environ["LC_ALL"] = spoken
            folder = Path(root) / lang
            (folder / "stage").mkdir(parents=True)
            for name, texts in recorded(lang, *made(folder, lang), folder / "stage"):
                (HERE / f"{name}.txt").write_text(file_text(texts), encoding="utf-8")
                if len(sys.argv) > 1:
                    _write(Path(sys.argv[1]), name, texts)


if __name__ == "__main__":
    main()
