"""Settings: what the operator may change is a cell with a name; below, the shop's own events."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.styles import FORMULA_BG, INK, KINDS, LINE, NAVY, SOFT, YOURS_LINE
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.book.plan import Content, Rich, Style, Validation
from opsbook.features.frame.sheets.guide_texts import SHEETS
from opsbook.features.frame.tables import FEATURES, OPTIONS
from opsbook.features.frame.visibility import AUTO, HIDDEN, switches
from opsbook.formulas.node import Node
from opsbook.model.answers import NO, YES
from opsbook.model.language import Label
from opsbook.model.records.setting import Setting, SettingGroup
from opsbook.model.reference import resolve
from opsbook.model.schema import Kind
from opsbook.model.values import Value

TOP = 3


def settings(draft: Draft) -> Canvas:
    """The Settings sheet."""
    canvas = Canvas("settings", draft.say("设置", "Settings"), YOURS_LINE, draft)
    canvas.columns([16])
    canvas.rows([12], 1)
    canvas.cursor = TOP
    for group in draft.catalog.settings:
        _group(canvas, group)
    for tile in draft.catalog.tiles:
        if tile.slot == "settings":
            resolve(tile.draw)(canvas)
    right = canvas.places["Events"].right
    note = canvas.say("黄底可改，灰底由程序写入。", "Yellow is yours; grey is written by the program.")
    band(canvas, note, right + 1)
    way_back(canvas, right)
    canvas.columns([16], right + 1)
    draw_options(canvas, right + 2)
    draw_switches(canvas, canvas.places["Options"].right + 2)
    canvas.freeze = (1, 0)
    printed(canvas)
    return canvas


def draw_options(canvas: Canvas, left: int) -> None:
    """Settings that came after the first version, beside the first table: older workbooks get them at the same place."""
    top = canvas.places["Events"].head
    say, options = canvas.say, canvas.catalog.options
    canvas.put(top - 1, left, say("更多选项", "More options"), bold=True, font_size=13, font_color=NAVY)
    lines = tuple((one.label[canvas.lang], _start(canvas, one), one.note[canvas.lang]) for one in options)
    columns = Group(Label("", ""), tuple(column.id for column in OPTIONS.columns))
    widths = {"name": 150, "value": 110, "explanation": 560}
    draw_table(canvas, top, left, Drawing(OPTIONS, (columns,), widths=widths, body=lines, reach=len(lines)))
    for row, one in enumerate(options, top + 1):
        look = KINDS[Kind.YOURS] | {"num_format": one.number, "align": "left", "indent": 1}
        canvas.area((row, left + 1, row, left + 1), **look, bottom=1, bottom_color=YOURS_LINE)
        canvas.put(row, left + 1, _content(canvas, one), name=one.name)
        if guard := _options(canvas, one):
            canvas.validations.append(Validation((row, left + 1, row, left + 1), guard))


def draw_switches(canvas: Canvas, left: int) -> None:
    """Sheets that come into sight when they are filled, and the words by which a person decides otherwise."""
    top, say = canvas.places["Events"].head, canvas.say
    canvas.put(top - 1, left, say("功能", "Features"), bold=True, font_size=13, font_color=NAVY)
    words = [word[canvas.lang] for word in (AUTO, YES, NO)]
    note = say(
        "自动：有内容就显示；是：总是显示；否：不显示（数据都在）。下次导入或刷新时生效。",
        "Auto: once filled; Yes; No: hidden, nothing lost. From the next refresh on.",
    )
    canvas.put(top - 1, left + 1, note, indent=1, font_size=9, font_color=SOFT)
    titles = [one.title[canvas.lang] for one in SHEETS if one.id in {sheet.id for sheet in switches(canvas.catalog)}]
    lines = tuple((title, words[0], HIDDEN[canvas.lang]) for title in titles)
    columns = Group(Label("", ""), tuple(column.id for column in FEATURES.columns))
    widths = {"feature": 150, "on": 110, "state": 110}
    place = draw_table(canvas, top, left, Drawing(FEATURES, (columns,), widths=widths, body=lines, reach=len(lines)))
    box = (place.first, place.column["on"], place.last, place.column["on"])
    canvas.validations.append(Validation(box, style(validate="list", source=tuple(words))))


def heading(canvas: Canvas, row: int, title: str) -> None:
    """A title, with room above it."""
    canvas.rows([12 if row < TOP else 14, 30], row - 1)
    canvas.put(row, 1, title, bold=True, font_size=13, font_color=NAVY)


def _group(canvas: Canvas, group: SettingGroup) -> None:
    """A title and a line a setting, with what may be typed into it."""
    heading(canvas, canvas.cursor - 1, group.title[canvas.lang])
    for row, one in enumerate(group.settings, canvas.cursor):
        if one.retired:
            continue  # a gap: whatever follows stands where older workbooks have it
        _line(canvas, row, one)
        if options := _options(canvas, one):
            canvas.validations.append(Validation((row, 2, row, 2), options))
    canvas.cursor += len(group.settings) + 2


def _line(canvas: Canvas, row: int, one: Setting) -> None:
    look = KINDS[Kind.YOURS] if one.yours else {"bg_color": FORMULA_BG, "font_color": INK}
    edge = YOURS_LINE if one.yours else LINE
    canvas.put(row, 1, one.label[canvas.lang], indent=1, bottom=1, bottom_color=LINE)
    canvas.put(
        row,
        2,
        _content(canvas, one),
        name=one.name,
        align="left",
        indent=1,
        num_format=one.number,
        bottom=1,
        bottom_color=edge,
        **look,
    )
    canvas.put(row, 3, one.note[canvas.lang], indent=1, font_size=9, font_color=SOFT)


def _content(canvas: Canvas, one: Setting) -> Content:
    """What the cell holds in a new workbook: of choices the first."""
    content: Content = next(iter(_words(canvas, one)), one.content(canvas.lang))
    return content


def _start(canvas: Canvas, one: Setting) -> Value:
    """The value a table's row starts with; a formula has none yet."""
    content = _content(canvas, one)
    return None if isinstance(content, Node | Rich) else content


def _words(canvas: Canvas, one: Setting) -> tuple[str, ...]:
    labels = (*(canvas.catalog.label_of(name) for name in one.choices), *one.words)
    return tuple(label[canvas.lang] for label in labels)


def _options(canvas: Canvas, one: Setting) -> Style:
    """What may be typed into a cell; empty where anything may."""
    say = canvas.say
    if words := _words(canvas, one):
        return style(validate="list", source=words)
    kinds: dict[str, tuple[str, float, str]] = {
        "share": ("decimal", 1, say("请填 0 到 100% 之间的数。", "Between 0 and 100%.")),
        "count": ("integer", 400, say("请填 0 到 400 的整数。", "A whole number from 0 to 400.")),
        "thousands": (
            "integer",
            20000,
            say("请填 0 到 20000 的整数，0 为全留。", "A whole number from 0 to 20,000; 0 keeps all."),
        ),
        "figure": ("decimal", 1e6, say("请填 0 到 100 万之间的数。", "A number from 0 to a million.")),
    }
    return _between(*kinds[one.check]) if one.check else ()


def _between(kind: str, most: float, message: str) -> Style:
    return style(validate=kind, criteria="between", minimum=0, maximum=most, error_message=message)
