"""Picture every sheet of the demo book into docs/screenshots/, as it looks on screen.

    python docs/screenshots.py

Needs LibreOffice, python3-uno and poppler-utils. Colours are reduced where Pillow is installed: smaller files.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from python_calamine import CalamineWorkbook

DOCS = Path(__file__).resolve().parent
PICTURES = DOCS / "screenshots"
OPSBOOK = [sys.executable, "-m", "opsbook"]
DOTS_PER_INCH = 96
COLOURS = 128


def main() -> None:
    """Make the demo book, draw it, and name the pictures in English."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        run(*OPSBOOK, "demo", folder)
        book, pdf = folder / "OpsBook-demo.xlsx", folder / "sheets.pdf"
        run("/usr/bin/python3", DOCS / "draw_sheets.py", book, pdf)  # the Python that sees python3-uno
        run("pdftoppm", "-png", "-r", DOTS_PER_INCH, pdf, folder / "page")
        pages = sorted(folder.glob("page-*.png"))
        for number, (page, title) in enumerate(zip(pages, english_titles(folder), strict=True), 1):
            picture = PICTURES / f"{number:02}-{title.lower()}.png"
            shutil.move(page, picture)
            reduce_colours(picture)
            print(f"{picture.relative_to(DOCS.parent)} {picture.stat().st_size // 1024} kB")


def english_titles(folder: Path) -> list[str]:
    """Sheet names of an English book, which has the same sheets in the same order."""
    book = folder / "english.xlsx"
    run(*OPSBOOK, "new", book, "--shop", "Demo", "--year", "2026", "--lang", "en")
    return CalamineWorkbook.from_path(book).sheet_names


def reduce_colours(picture: Path) -> None:
    """Keep fewer colours; without Pillow the picture stays as it is."""
    try:
        from PIL import Image  # noqa: PLC0415 optional
    except ImportError:
        return
    with Image.open(picture) as image:
        reduced = image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    reduced.save(picture, optimize=True)


def run(*command: object) -> None:
    """Run a program; its failure is ours."""
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
