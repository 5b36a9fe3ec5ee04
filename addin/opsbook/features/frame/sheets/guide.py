"""Guide: three steps, what colours mean, where things are, how every figure is made."""

from collections.abc import Iterator, Sequence

from opsbook.book.kit.canvas import Canvas
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.lights import chip_rules
from opsbook.book.kit.format.styles import (
    ACCENT,
    GROUND,
    INK,
    KINDS,
    LINE,
    NAVY,
    PAPER,
    RULE,
    SOFT,
    TINT,
    YOURS_LINE,
    figure,
    side,
)
from opsbook.book.kit.heading import band, link, printed, way_back
from opsbook.book.plan import Content
from opsbook.features.frame.sheets.guide_texts import (
    COLUMNS,
    KIND_LINES,
    LIGHT_LINES,
    METRIC_COLUMNS,
    SHEETS,
    STEPS,
    SheetLine,
)
from opsbook.features.frame.visibility import HIDDEN, switches
from opsbook.formulas.node import Column, Node, call, when
from opsbook.metrics.words import words
from opsbook.model.catalog import Catalog
from opsbook.model.language import Label
from opsbook.model.records.metric import ADS, OPERATOR, SYCM, Metric
from opsbook.model.records.threshold import Threshold
from opsbook.model.schema import Kind
from opsbook.model.units import Direction, Unit

LAST = 7
WIDTHS = {"zh": [16, 136, 412, 116, 108, 248, 320, 16], "en": [16, 208, 384, 140, 112, 300, 440, 16]}
FROM = {SYCM: Label("生意参谋", "Sycm"), ADS: Label("万相台", "Wanxiangtai"), OPERATOR: Label("自己填写", "typed in")}
ARROWS = {
    Direction.UP: Label("越高越好", "higher"),
    Direction.DOWN: Label("越低越好", "lower"),
    Direction.NONE: Label("只看变化", "watch"),
}


def guide(draft: Draft) -> Canvas:
    """The Guide sheet."""
    canvas = Canvas("guide", draft.say("使用说明", "Guide"), RULE, draft)
    canvas.columns(WIDTHS[draft.lang])
    band(
        canvas,
        canvas.say(
            "三步用起来；每个数怎么算，看口径表。", "Three steps to use it; how each figure is made stands below."
        ),
        LAST,
    )
    way_back(canvas, 6)
    canvas.rows([6], 1)
    row = _steps(canvas, 2)
    row = _marks(canvas, row)
    row = _sheets(canvas, row)
    _metrics(canvas, row)
    canvas.freeze = (1, 0)
    canvas.protected = True
    printed(canvas)
    return canvas


def _heading(canvas: Canvas, row: int, zh: str, en: str) -> int:
    canvas.rows([38], row)
    canvas.put(row, 1, canvas.say(zh, en), bold=True, font_size=13, font_color=NAVY)
    return row + 1


def _steps(canvas: Canvas, row: int) -> int:
    row = _heading(canvas, row, "每天三步", "Three steps a day")
    for title, body in STEPS:
        canvas.rows([42], row)
        canvas.area((row, 1, row, 6), bg_color=GROUND, bottom=5, bottom_color=PAPER)
        canvas.put(row, 1, title[canvas.lang], bold=True, font_size=12, font_color=ACCENT, indent=1)
        canvas.put(row, 2, body[canvas.lang])
        row += 1
    canvas.rows([6], row)
    return row + 1


def _marks(canvas: Canvas, row: int) -> int:
    row = _heading(canvas, row, "颜色与标记", "Colours and signs")
    for offset, (kind, sample, number, body) in enumerate(KIND_LINES):
        line = YOURS_LINE if kind is Kind.YOURS else LINE
        canvas.rows([28], row + offset)
        canvas.put(row + offset, 1, sample, border=1, border_color=line, **KINDS[kind], **figure(number))
        canvas.put(row + offset, 2, body[canvas.lang], indent=1)
    words_of = canvas.say('"▲达标";"▼越线";"●留意"', '"▲ met";"▼ red";"● near"')
    for offset, (light, body) in enumerate(LIGHT_LINES):
        canvas.put(
            row + offset, 4, light, num_format=words_of, align="center", font_size=9, bottom=5, bottom_color=PAPER
        )
        canvas.put(row + offset, 5, body[canvas.lang], indent=1)
    canvas.rules.extend(chip_rules((row, 4, row + 2, 4)))
    canvas.rows([6], row + 3)
    return row + 4


def _listing(canvas: Canvas, row: int, heads: Sequence[str], lines: Sequence[Sequence[Content]]) -> int:
    canvas.rows([28], row)
    for column, head in enumerate(heads, 1):
        canvas.put(
            row,
            column,
            head,
            bg_color=TINT,
            font_size=9,
            bold=True,
            bottom=2,
            bottom_color=ACCENT,
            font_color=INK,
            **side("left"),
        )
    for line in lines:
        row += 1
        canvas.rows([26], row)
        for column, content in enumerate(line, 1):
            canvas.put(row, column, content, bg_color=PAPER, bottom=1, bottom_color=LINE, **side("left"))
    return row + 1


def _sheets(canvas: Canvas, row: int) -> int:
    row = _heading(canvas, row, "工作表", "Sheets")
    first = row + 1
    shown = (*SHEETS, *_described(canvas.catalog))
    lines = [("", *(text[canvas.lang] for text in one.texts)) for one in shown]
    row = _listing(canvas, row, [label[canvas.lang] for label in COLUMNS], lines)
    for at, one in enumerate(shown, first):
        jump = _jump(canvas, one)
        canvas.put(at, 1, jump, name=f"link_to_{one.id}", font_color=ACCENT, bold=True)
    note = canvas.say(
        "（隐藏）的表有内容时自己出现；想先看，在「设置」的「功能」里把「启用」改成「是」。",
        "A hidden sheet appears once it has something to show; to see it now, set On to Yes under Features in Settings.",
    )
    canvas.put(row, 1, note, font_size=9, font_color=SOFT)
    canvas.rows([24, 6], row)
    return row + 2


def _jump(canvas: Canvas, line: SheetLine) -> Node:
    """A link to a sheet; where that may be out of sight, only while it can be seen: nothing leads there otherwise."""
    title, lang = line.title[canvas.lang], canvas.lang
    jump = link(f"go_{line.id}", title + " →")
    if line.id not in {sheet.id for sheet in switches(canvas.catalog)}:
        return jump
    names, states = Column("Features", "feature"), Column("Features", "state")
    hidden = call("COUNTIFS", names, title, states, HIDDEN[lang])
    return when(hidden > 0, canvas.say(f"{title}（隐藏）", f"{title} (hidden)"), jump)


def _described(catalog: Catalog) -> Iterator[SheetLine]:
    """Sheets that bring their own line."""
    for sheet in catalog.sheets:
        if sheet.guide:
            title, *texts = sheet.guide
            yield SheetLine(sheet.id, title, tuple(texts))


def _metrics(canvas: Canvas, row: int) -> int:
    row = _heading(canvas, row, "指标口径", "How each figure is made")
    return _listing(
        canvas,
        row,
        [label[canvas.lang] for label in METRIC_COLUMNS],
        [metric_line(one, canvas.draft) for one in canvas.catalog.metrics.values()],
    )


def metric_line(metric: Metric, draft: Draft) -> tuple[str, ...]:
    """One metric in words: name, definition, source, direction, default light, what to know."""
    lang = draft.lang
    made = words(metric.expr, lang, draft.catalog)
    imported = made == metric.label[lang]
    return (
        metric.label[lang],
        Label("导出或手填的数", "imported or typed in")[lang] if imported else made,
        FROM[metric.source][lang] if metric.source in FROM else metric.source,
        ARROWS[metric.direction][lang],
        default_light(metric, draft),
        metric.note[lang],
    )


def default_light(metric: Metric, draft: Draft) -> str:
    """The shop's default light of a metric in words."""
    for one in draft.catalog.thresholds:
        if one.metric == metric.id and one.scope == "shop" and one.green is not None:
            signs = (
                ("≥", "<")
                if metric.direction is not Direction.DOWN
                else ("≤" if one.green == one.red else "<", ">" if one.green == one.red else "≥")
            )
            parts = [f"{signs[0]} {_bound(one.green, one, metric.unit, draft)}"]
            if one.red is not None:
                parts.append(f"{signs[1]} {_bound(one.red, one, metric.unit, draft)}")
            return " / ".join(parts)
    return draft.say("由你设定", "up to you")


def _bound(number: float, one: Threshold, unit: Unit, draft: Draft) -> str:
    if one.base:
        base = draft.catalog.label_of(one.base)[draft.lang]
        return base if number == 1 else f"{number:g} × {base}"
    return f"{number:.0%}" if unit.is_share else f"{number:g}"
