"""Picture every sheet of the demo book into docs/screenshots/, as it looks on screen; the dashboard in English too.

    python docs/screenshots.py

Needs LibreOffice, python3-uno, poppler-utils and Pillow. Of a long list it shows the header and the rows around the
day shown, as the sheet does after a click on its link to that day.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from datetime import datetime
from itertools import count, islice
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

DOCS = Path(__file__).resolve().parent
PICTURES = DOCS / "screenshots"
OPSBOOK = [sys.executable, "-m", "opsbook"]
DOTS_PER_INCH = 96
FILLS, OTHERS = 40, 88  # colours kept exactly, colours kept roughly
LONG = 60  # rows; a longer list is shown around the day
BEFORE, AFTER = 24, 6  # rows around the last row of the day
TOP, WHOLE = 40, 60  # rows shown of a sheet with a long list, and of any other

View = dict[str, object]


def main() -> None:
    """Make both demo books and picture them; names of pictures are English."""
    shutil.rmtree(PICTURES, ignore_errors=True)
    PICTURES.mkdir()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for lang in ("zh", "en"):
            run(*OPSBOOK, "demo", folder / lang, "--lang", lang)
        ask(folder / "zh" / "OpsBook-demo.xlsx")
        english, chinese = (openpyxl.load_workbook(folder / lang / "OpsBook-demo.xlsx") for lang in ("en", "zh"))
        titles = dict(zip(chinese.sheetnames, english.sheetnames, strict=True))
        views = [
            view for sheet in chinese for view in views_of(sheet, titles[sheet.title].lower().replace(" ", "-"), folder)
        ]
        picture(folder / "zh" / "OpsBook-demo.xlsx", views)
        picture(folder / "en" / "OpsBook-demo.xlsx", [view_of(english.worksheets[0], "dashboard-en", folder)])


def ask(book: Path) -> None:
    """Import a report nobody knows, so that the Mapping sheet has something to ask; its refusal is no failure."""
    sample = next((DOCS.parent / "tests" / "exports" / "generic" / "shop-days-built").glob("*.csv"))
    subprocess.run([*OPSBOOK, "import", str(book), str(sample), "--quiet"], check=False, stderr=subprocess.DEVNULL)


def views_of(sheet: Worksheet, name: str, folder: Path) -> list[View]:
    """What to show of a sheet: its top, or around the day; both where other tables stand to the left of the long one."""
    long = [table for table in sheet.tables.values() if rows_of(table.ref) > LONG and day_rows(sheet, table.ref)]
    if not long:
        return [view_of(sheet, name, folder)]
    column, first, _, end = openpyxl.utils.range_boundaries(long[0].ref)
    row = min(max(day_rows(sheet, long[0].ref)) + AFTER, end)
    top, day = (
        view_of(sheet, name, folder),
        {"header": first, "first": max(row - BEFORE - AFTER, first), "last": row - 1},
    )
    if column <= 2:  # nothing but the margin stands to its left
        return [{**top, **day}]
    return [top, {**view_of(sheet, f"{name}-days", folder), **day, "column": column - 2}]


def view_of(sheet: Worksheet, name: str, folder: Path) -> View:
    """The top of a sheet."""
    pdf = str(folder / f"{name}.pdf")
    shown = TOP if any(rows_of(table.ref) > LONG for table in sheet.tables.values()) else WHOLE
    return {"sheet": sheet.title, "pdf": pdf, "column": 0, "header": 0, "first": 0, "last": row_after(sheet, shown)}


def row_after(sheet: Worksheet, shown: int) -> int:
    """The row below a number of rows in sight, counted from 0."""
    in_sight = (row for row in count(1) if not sheet.row_dimensions[row].hidden)
    return next(islice(in_sight, shown, None)) - 1


def rows_of(ref: str) -> int:
    """How many rows a table has."""
    _, first, _, last = openpyxl.utils.range_boundaries(ref)
    return last - first


def day_rows(sheet: Worksheet, ref: str) -> list[int]:
    """Rows of a table whose first column holds the day shown, counted as Excel counts."""
    column, first, _, last = openpyxl.utils.range_boundaries(ref)
    name = sheet.parent.defined_names["the_day"].attr_text
    day = sheet.parent[name.split("!")[0].strip("'")][name.split("!")[1].replace("$", "")].value
    return [row for row in range(first + 1, last + 1) if same_day(sheet.cell(row, column).value, day)]


def same_day(one: object, other: object) -> bool:
    """Whether two cells hold the same day."""
    return isinstance(one, datetime) and isinstance(other, datetime) and one.date() == other.date()


def picture(book: Path, views: list[View]) -> None:
    """Draw views of a book and keep them as small PNGs."""
    plan = book.with_suffix(".json")
    plan.write_text(json.dumps(views), encoding="utf-8")
    run("/usr/bin/python3", DOCS / "draw_sheets.py", book, plan)  # the Python that sees python3-uno
    for pdf in (Path(str(view["pdf"])) for view in views):
        target = PICTURES / pdf.stem
        run("pdftoppm", "-png", "-singlefile", "-r", DOTS_PER_INCH, pdf, target)
        reduce_colours(target.with_suffix(".png"))


def reduce_colours(path: Path) -> None:
    """Keep the most frequent colours as they are and spread the others over the rest; the file shrinks to a third."""
    with Image.open(path) as opened:
        image = opened.convert("RGB")
    counted = sorted(image.getcolors(image.width * image.height), reverse=True)
    fills = [part for _, colour in counted[:FILLS] for part in colour]
    palette = Image.new("P", (1, 1))
    palette.putpalette(fills + image.quantize(OTHERS, method=Image.Quantize.MAXCOVERAGE).getpalette())
    reduced = image.quantize(palette=palette, dither=Image.Dither.NONE)
    reduced.save(path, optimize=True)
    print(f"{path.relative_to(DOCS.parent)} {path.stat().st_size // 1024} kB {reduced.width} × {reduced.height}")


def run(*command: object) -> None:
    """Run a program; its failure is ours."""
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
