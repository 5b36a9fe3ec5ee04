"""Write docs/functions.md and docs/functions.zh-CN.md anew: every worksheet function with its arguments.

python docs/functions.py
"""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from opsbook.features import catalog
from opsbook.model.language import Label, Lang
from opsbook.model.records.function import Function
from opsbook.vba.worksheet_functions import worksheet_functions

FOLDER = Path(__file__).resolve().parent
PAGES: dict[Lang, Path] = {"en": FOLDER / "functions.md", "zh": FOLDER / "functions.zh-CN.md"}
HEAD = Label(
    """# OpsBook 的表格函数

装好加载项后，在任意 .xlsx 工作簿里都能用，例如 `=OPS_CVR(C5,B5)`。工作簿自己的公式不依赖这些函数。

- 参数可以是一格、一行、一列或一片区域；选一列就逐行算。方括号里的参数可以不填。
- 一个参数只能选一片连续的区域：选了几片不相连的，会直接说明，不会只算其中一片。
- 不填的参数和空白格都用默认值。月份写在公式里要加引号：`"2026-11"`，不加引号会算成减法。
- 请只选有数据的行，不要选整列：整列有一百多万行，每次重算都要等。
- 写成文字的数也算数：`1,234`、`12.5%`、`1.2万`、`¥5,500.50`。空白和短横是没有数：指标缺一项就留空，不会算成 0。
  别的文字和错误值一律不算，单元格里会说是区域里的第几行第几列，不会悄悄跳过。
- 合计、小计、平均行（Total、Sum 等）不和别的行一起算：OPS_SOURCE_EFFECTS 不计入并列出来，其他函数请你去掉那一行。
- 算不了时，单元格里显示 `#OPS!` 开头的一句话：哪里不对、怎么办。
- 标 ↘ 的函数答案占多格。Excel 365 和 2021 会自动溢出；更早的版本先选中足够大的区域，写好公式后按 Ctrl+Shift+Enter。
- 「OpsBook 指标」一组由 Excel 自己计算，其余由 Python 计算（仅 Windows）。
- Python 经 xlwings 取数：货币格式（例如 ¥）的单元格，取到的数四舍五入到 4 位小数，金额不受影响；很小的比率请用百分比或常规格式。
  「OpsBook 指标」一组取原数，没有这个限制。
- 用时（`python benchmarks/udf.py`，2026-11-22，Linux 虚拟机双核，机器空闲；不含 Excel 和进程间往返，Windows 上每次调用另加往返的时间）：
  比 xlwings 自己直接调用慢 1%–9%（单次 1.01–1.09 倍，1 万个值选成一片 1.09 倍，逐格 1 万次 1.04 倍）；VBA 写的指标在 LibreOffice 里算 1 万个值，
  选成一片 4.3 秒，逐格 11.6 秒，Excel 里没有测过。能选一列就别逐格写。
- 每个函数算 1 万行用 0.01 到 0.8 秒（`python benchmarks/functions.py`，同一台机器，忙着别的事）。
- 在 Excel 的「插入函数」里，每个参数的说明和分组名是中文（英文版加载项是英文）；函数自己的一句说明存在 VBA 里，只能写英文，中文说明看下面的表。
- 在 Python 里用同一个名字：`from opsbook.entrypoints.udf import OPS_BRIDGE`。
""",
    """# OpsBook's worksheet functions

With the add-in installed they work in any .xlsx workbook, for example `=OPS_CVR(C5,B5)`. A workbook's own formulas need none
of them.

- An argument may be one cell, a row, a column or a block; a column is answered row by row. Arguments in brackets may be left
  out.
- An argument must be one connected range: several areas are refused in words, never answered from the first alone.
- An argument that is left out and a blank cell both mean the default. A month in a formula needs quotes: `"2026-11"`, without
  them it is a subtraction.
- Choose rows that hold data, not whole columns: a column has over a million rows, and every calculation would wait for them.
- A number in a text counts: `1,234`, `12.5%`, `1.2万`, `¥5,500.50`. Blanks and dashes are no figures: a metric that lacks a part
  stays empty, it never becomes 0. Other texts and error cells are refused with their row and column in the range, never skipped.
- Rows of totals and averages (合计, Total, Sum …) never count beside the others: OPS_SOURCE_EFFECTS leaves them out and lists them,
  the other functions ask you to leave them out.
- Where there is no answer, the cell shows a sentence that starts with `#OPS!`: what is wrong and what to do.
- Functions marked ↘ answer with several cells. Excel 365 and 2021 spill them; in older versions select a range that is large
  enough, write the formula and press Ctrl+Shift+Enter.
- Excel itself calculates the group OpsBook metrics; Python calculates the others (Windows only).
- Python reads cells through xlwings: from cells in a currency format (such as ¥) it gets numbers rounded to 4 decimals. Amounts
  do not notice; give small rates a percent or general format. OpsBook metrics read the number itself and have no such limit.
- Time (`python benchmarks/udf.py`, 2026-11-22, a Linux machine with 2 cores, otherwise idle; without Excel and without the
  trip between two processes that every call makes on Windows): 1% to 9% over a bare call through xlwings (single calls 1.01 to
  1.09 times, 10,000 values as one range 1.09, as 10,000 calls 1.04); a metric in VBA, run by LibreOffice on 10,000 values, 4.3 s
  as ranges and 11.6 s as 10,000 calls, in Excel never measured. Prefer one range over many cells.
- Over 10,000 rows each function takes 0.01 to 0.8 s (`python benchmarks/functions.py`, the same machine, busy with other work).
- Excel's Insert Function dialog shows arguments and groups in the add-in's language; the one sentence about the function itself
  lives in VBA, which knows no Chinese, and is English in both add-ins.
- In Python they have the same names: `from opsbook.entrypoints.udf import OPS_BRIDGE`.
""",
)
COLUMNS = Label("函数|回答什么|参数", "Function|What it answers|Arguments")


def page(lang: Lang) -> str:
    """The whole page: what to know, then one table per group."""
    groups = groupby(sorted(worksheet_functions(catalog()), key=_group), key=lambda one: one.category)
    tables = (f"\n## {category[lang]}\n\n{_table(functions, lang)}" for category, functions in groups)
    return HEAD[lang] + "".join(tables)


def _group(function: Function) -> int:
    return [one.category for one in worksheet_functions(catalog())].index(function.category)


def _table(functions: Iterable[Function], lang: Lang) -> str:
    heads = COLUMNS[lang].split("|")
    rows = (heads, ["---"] * len(heads), *(_row(function, lang) for function in functions))
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in rows)


def _row(function: Function, lang: Lang) -> tuple[str, str, str]:
    names = (f"[{one.name}]" if one.optional else one.name for one in function.arguments)
    arguments = (f"`{one.name}` {one.help[lang]}" for one in function.arguments)
    return f"`{function.name}({', '.join(names)})`{' ↘' * function.spills}", function.help[lang], "<br>".join(arguments)


def main() -> None:
    """Write both pages."""
    for lang, path in PAGES.items():
        path.write_text(page(lang), encoding="utf-8")


if __name__ == "__main__":
    main()
