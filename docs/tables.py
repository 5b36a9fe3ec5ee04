"""Write the generated tables of the pages anew, in both languages: commands, options, exports, sheets, metrics.

    python docs/tables.py

Each table stands between two comments, `<!-- name -->` and `<!-- /name -->`; what is outside of them is written by hand.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from opsbook.book.kit.draft import Draft
from opsbook.exports.platforms.back_ends import in_order
from opsbook.features import catalog
from opsbook.features.daily.metrics import METRICS
from opsbook.features.frame.sheets.guide import metric_line
from opsbook.features.frame.sheets.guide_texts import METRIC_COLUMNS, SHEETS
from opsbook.model.language import Label, Lang
from opsbook.model.records.command import Command, Flag
from opsbook.model.records.export import Importer

FOLDER = Path(__file__).resolve().parent
NAMES = ("commands", "exports", "sheets", "metrics")
PAGES: dict[Lang, tuple[Path, ...]] = {
    "en": tuple(FOLDER / f"{name}.md" for name in NAMES),
    "zh": tuple(FOLDER / f"{name}.zh-CN.md" for name in NAMES),
}
PICTURES = "screenshots"
NOTHING = Label("无", "nothing")
DEFAULT = Label("（默认 `{value}`）", " (default: `{value}`)")
NOBODYS = "–"  # no platform makes it: the headers are the workbook's own
DAYS = Label("目标分解：查看日期前后", "Goals, around the day shown")
BEHIND = (
    (
        Label("使用说明", "Guide"),
        (
            Label("三步用法、颜色、每个指标的口径", "three steps, colours, every metric in words"),
            NOTHING,
            Label("程序", "OpsBook"),
        ),
    ),
    (
        Label("计算", "Calc"),
        (Label("图表的取数区", "what the charts read"), NOTHING, Label("各表公式", "formulas")),
    ),
)
TITLE = {one.id: one.title for one in SHEETS}
SHEET_OF = {
    "ShopDay": "daily",
    "SourceDay": "traffic",
    "ItemDay": "items",
    "PlanDay": "promotion",
    "KeywordDay": "promotion",
    "PeerLog": "peer_log",
    "PeerLost": "peer_log",
}
BLOCK = re.compile(r"(?<=<!-- )(\w+)( -->\n).*?(?=<!-- /\1 -->)", re.DOTALL)


def table(heads: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    rows = (heads, ["---"] * len(heads), *lines)
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in rows)


def commands(lang: Lang) -> str:
    """Every command: how it is called and what it does."""
    heads = (Label("命令", "Command")[lang], Label("做什么", "What it does")[lang])
    return table(heads, ((f"`opsbook {one.usage}`", one.label[lang]) for one in catalog().commands.values()))


def options(lang: Lang) -> str:
    """Every word that follows a command: what it means, and what it is when it is left out."""
    heads = Label("命令|后面写|意思", "Command|Followed by|Meaning")
    return table(heads[lang].split("|"), (row for one in catalog().commands.values() for row in _words(one, lang)))


def _words(one: Command, lang: Lang) -> Iterable[tuple[str, ...]]:
    for at, word in enumerate(one.single):
        value = None if isinstance(word, Flag) else word.default
        meaning = word.label[lang] + (DEFAULT[lang].format(value=value) if value else "")
        yield "" if at else f"`{one.id}`", f"`{word.called}`", meaning


def exports(lang: Lang) -> str:
    """Every export: its platform, the sheet it fills, the columns it is known by, what the knowledge of it rests on."""
    heads = Label(
        "平台|报表|填到|靠哪些列认出（/ 为其他写法）|读取的列数|依据",
        "Platform|Export|Fills|Known by (/ other names)|Columns read|Evidence",
    )
    return table(heads[lang].split("|"), (_export(one, lang) for one in _exports()))


def _exports() -> list[Importer]:
    """Every export, by where it comes from."""
    order = in_order({one.platform for one in catalog().exports.values()})
    return sorted(catalog().exports.values(), key=lambda one: order.index(one.platform))


def _export(one: Importer, lang: Lang) -> tuple[str, ...]:
    needed = (next(column.headers for column in one.columns if column.id == name) for name in one.needs)
    known = [*(" / ".join(names[:2]) for names in needed), *one.marks]
    fills, read = TITLE[SHEET_OF[one.table.name]][lang], str(len({column.id for column in one.columns}))
    stored = (fills, "、".join(known), read) if one.stores else (NOTHING[lang], "、".join(known), "0")
    return one.platform, one.name.removeprefix(one.platform).strip(), *stored, one.evidence or NOBODYS


def sheets(lang: Lang) -> str:
    """Every sheet: what it shows, what the operator fills in, its picture."""
    heads = Label("工作表|看什么|你要填的|数据来自", "Sheet|What it shows|Yours to fill|Where from")
    lines = [(one.title, (one.texts[0], one.texts[3], one.texts[4])) for one in SHEETS]
    return table(heads[lang].split("|"), (_sheet(*line, lang) for line in (*lines, *BEHIND)))


def _sheet(title: Label, texts: Sequence[Label], lang: Lang) -> tuple[str, ...]:
    return f"[{title[lang]}]({_picture(title)})", *(text[lang] for text in texts)


def _picture(title: Label) -> str:
    """Where a sheet's picture lies, named as `docs/screenshots.py` names it."""
    return f"{PICTURES}/{title.en.lower().replace(' ', '-')}.png"


def pictures(lang: Lang) -> str:
    """Every sheet's picture but the dashboard's, which the page shows in its own language."""
    titles = [one.title for one in SHEETS[1:]] + [title for title, _ in BEHIND]
    lines = [f"![{title[lang]}]({_picture(title)})" for title in titles]
    lines.insert(1, f"![{DAYS[lang]}]({PICTURES}/goals-days.png)")
    return " ".join(lines) + "\n"


def metrics(lang: Lang) -> str:
    """Every metric in words, as the Guide sheet prints it."""
    picked = (0, 1, 3, 4)  # name, definition, direction, default light
    lines = ([metric_line(one, Draft(lang, catalog()))[at] for at in picked] for one in METRICS)
    return table([METRIC_COLUMNS[at][lang] for at in picked], lines)


BLOCKS: dict[str, Callable[[Lang], str]] = {
    "commands": commands,
    "options": options,
    "exports": exports,
    "sheets": sheets,
    "pictures": pictures,
    "metrics": metrics,
}


def written(text: str, lang: Lang) -> str:
    """A page with its tables as the code has them now."""
    return BLOCK.sub(lambda found: f"{found[1]}{found[2]}{BLOCKS[found[1]](lang)}", text)


def main() -> None:
    """Write every page."""
    for lang, pages in PAGES.items():
        for page in pages:
            page.write_text(written(page.read_text(encoding="utf-8"), lang), encoding="utf-8")


if __name__ == "__main__":
    main()
