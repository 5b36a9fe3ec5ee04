"""Draw an Excel table: group band, header with units, hairlined rows, lights and guards."""

from collections import Counter
from functools import partial

from opsbook.book.kit.added import with_added
from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.drawing import Drawing, Group
from opsbook.book.kit.format.basis import counts_of
from opsbook.book.kit.format.highlight import JudgedBy
from opsbook.book.kit.format.lights import bound_rules, light_rules
from opsbook.book.kit.format.styles import (
    ACCENT,
    BAND,
    INK,
    KINDS,
    LINE,
    NAVY,
    NUMBER,
    PAPER,
    RULE,
    TINT,
    YOURS,
    YOURS_LINE,
    Look,
    figure,
    side,
    unit_suffix,
)
from opsbook.book.kit.format.widths import column_width
from opsbook.book.kit.place import Place
from opsbook.book.plan import ColumnPlan, Style, TablePlan, Validation
from opsbook.model.errors import FormulaError
from opsbook.model.schema import FOUND, Column, Kind, Table

HEAD, FILTERED_HEAD = 38, 50  # two lines of 16, and below them 17 for the filter buttons
CENTERED = {"weekday", "direction", "unit", "light", "owner", "on", "scope", "partial", "kind"}
CENTERED |= {"role", "same", "complaint", "verdict"}

__all__ = ["Drawing", "Group", "draw_table"]


def draw_table(canvas: Canvas, row: int, left: int, drawing: Drawing) -> Place:
    """Draw a table, other features' columns included, whose band (or header, when no group has a title) starts at a row."""
    drawing = with_added(drawing, canvas.catalog)
    banded = any(group.title[canvas.lang] for group in drawing.groups)
    if banded:
        _bands(canvas, row, left, drawing.groups)
    head = row + 1 if banded else row
    columns = _ordered(canvas, drawing)
    place = Place(
        head=head,
        first=head + 1,
        left=left,
        right=left + len(columns) - 1,
        last=head + drawing.reach,
        column={column.id: left + offset for offset, column in enumerate(columns)},
    )
    canvas.rows([_head_height(canvas, drawing, columns)], head)
    starts = _starts(drawing.groups)
    canvas.tables.append(
        TablePlan(
            name=drawing.table.name,
            row=head,
            column=left,
            columns=tuple(_column(canvas, drawing, column, column.id in starts) for column in columns),
            body=drawing.body or ((None,) * len(columns),),
            filtered=drawing.filtered,
            row_height=drawing.row_height,
        )
    )
    canvas.places[drawing.table.name] = place
    _widths(canvas, drawing, columns, place)
    _guards(canvas, columns, place)
    found = FOUND[canvas.lang] if any(column.found_for for column in columns) else ""
    lit = bound_rules if drawing.day_bounds else partial(light_rules, found=found)
    thresholds = {one.key: one for one in canvas.catalog.thresholds}
    for name, key in drawing.lights.items():
        by = JudgedBy(key, counts_of(thresholds.get(key), place, drawing.span))
        canvas.rules.extend(lit(place, name, by, _number(drawing, _by_id(columns, name))))
    return place


def _head_height(canvas: Canvas, drawing: Drawing, columns: tuple[Column, ...]) -> int:
    two_lines = any(unit_suffix(column.unit, canvas.lang) for column in columns)
    return drawing.head_height or (FILTERED_HEAD if drawing.filtered and two_lines else HEAD)


def _ordered(canvas: Canvas, drawing: Drawing) -> tuple[Column, ...]:
    """The table's columns as the groups list them.

    Raises:
        FormulaError: a column is in no group or in two, or a group names a column that the table does not have.
    """
    known = {column.id: column for column in canvas.catalog.columns[drawing.table.name]}
    grouped = Counter(name for group in drawing.groups for name in group.columns)
    _require_none("column-without-group", drawing.table, known.keys() - grouped.keys())
    _require_none("group-without-column", drawing.table, grouped.keys() - known.keys())
    _require_none("column-in-two-groups", drawing.table, {name for name, times in grouped.items() if times > 1})
    return tuple(known[name] for name in grouped)


def _require_none(code: str, table: Table, columns: set[str]) -> None:
    if columns:
        raise FormulaError(code, table=table.name, columns=tuple(sorted(columns)))


def _by_id(columns: tuple[Column, ...], name: str) -> Column:
    return next(column for column in columns if column.id == name)


def _starts(groups: tuple[Group, ...]) -> frozenset[str]:
    """First column of every group but the first: a separator stands left of it."""
    return frozenset(group.columns[0] for group in groups[1:])


def _bands(canvas: Canvas, row: int, left: int, groups: tuple[Group, ...]) -> None:
    canvas.rows([22], row)
    for group in groups:
        right = left + len(group.columns) - 1
        look = {"bg_color": BAND, "font_color": NAVY, "font_size": 9, "bold": True, "align": "center_across"}
        canvas.area((row, left, row, right), **look)
        canvas.put(row, left, group.title[canvas.lang], left=1, left_color=PAPER)
        left = right + 1


def _column(canvas: Canvas, drawing: Drawing, column: Column, starts: bool) -> ColumnPlan:  # noqa: FBT001 - a fact of the column, not a switch
    edge: Look = {"left": 1, "left_color": RULE} if starts else {}
    return ColumnPlan(
        id=column.id,
        header=column.label[canvas.lang],
        kind=column.kind,
        unit=column.unit,
        head=_head_style(canvas, drawing, column, edge),
        body=_body_style(drawing, column, edge),
        node=drawing.nodes.get(column.id),
    )


def _head_style(canvas: Canvas, drawing: Drawing, column: Column, edge: Look) -> Style:
    """The header text stays the exact label; its unit is drawn by the number format, on a second line."""
    suffix = "" if drawing.head_height else unit_suffix(column.unit, canvas.lang)
    align = "right" if column.unit.is_number and column.id not in CENTERED else _text_align(column)
    align = "center" if drawing.aligned.get(column.id) == "center" else align
    gap = canvas.say("\n", " ")  # a Chinese unit starts its own line; an English one wraps at the space
    number = {"num_format": f'@"{gap}{suffix}"'} if suffix else {}
    placed = figure("@") if align == "right" and not suffix else side(align)
    look = {
        "bg_color": TINT,
        "font_size": 9,
        "bold": True,
        "text_wrap": True,
        "bottom": 2,
        "bottom_color": ACCENT,
        "font_color": YOURS if column.kind is Kind.YOURS else INK,
    }
    place: Look = {"valign": "top"} if drawing.filtered else {}
    return style(**look, **placed, **number, **edge, **place)


def _text_align(column: Column) -> str:
    return "center" if column.id in CENTERED else "left"


def _number(drawing: Drawing, column: Column) -> str:
    return drawing.formats.get(column.id) or NUMBER.get(column.unit, "@")


def _body_style(drawing: Drawing, column: Column, edge: Look) -> Style:
    number = drawing.formats.get(column.id) or NUMBER.get(column.unit)
    if column.unit.is_number and column.id not in CENTERED:
        look = figure(number or "0")
    else:
        look = {**side(_text_align(column)), **({"num_format": number} if number else {})}
    if column.id in drawing.aligned:
        look |= {"align": drawing.aligned[column.id]}
    line = YOURS_LINE if column.kind is Kind.YOURS else LINE
    ground = KINDS[Kind.FORMULA if column.found_for else column.kind]
    return style(**ground, **look, bottom=1, bottom_color=line, **edge)


def _widths(canvas: Canvas, drawing: Drawing, columns: tuple[Column, ...], place: Place) -> None:
    folded = {name for group in drawing.groups if group.folded for name in group.columns}
    for column in columns:
        width = column_width(column, canvas.lang, drawing.widths.get(column.id), lit=column.id in drawing.lights)
        canvas.columns([width], place.column[column.id], level=1 if column.id in folded else 0)


def _guards(canvas: Canvas, columns: tuple[Column, ...], place: Place) -> None:
    """Formula cells refuse typing; the operator's number cells refuse text."""
    for column in columns:
        box = (place.first, place.column[column.id], place.last, place.column[column.id])
        if column.kind is Kind.FORMULA:
            canvas.validations.append(Validation(box, _no_typing(canvas)))
        elif column.found_for:
            canvas.validations.append(Validation(box, _typed_beside(canvas, _by_id(columns, column.found_for))))
        elif column.kind is Kind.YOURS and column.unit.is_number:
            canvas.validations.append(Validation(box, _numbers_only(canvas, column)))


def _no_typing(canvas: Canvas) -> Style:
    return style(
        validate="custom",
        value="=FALSE",
        error_title=canvas.say("这是公式", "This is a formula"),
        error_message=canvas.say(
            "这一格由公式算出，请改黄底的格子。", "A formula fills this cell: change a yellow one."
        ),
    )


def _typed_beside(canvas: Canvas, typed: Column) -> Style:
    header = typed.label[canvas.lang]
    return style(
        validate="custom",
        value="=FALSE",
        error_title=canvas.say("这一列由导入填写", "Import fills this column"),
        error_message=canvas.say(
            f"请填在黄底的「{header}」列，填了以它为准。", f"Type into the yellow column {header}: it goes first."
        ),
    )


def _numbers_only(canvas: Canvas, column: Column) -> Style:
    share = column.unit.is_share
    return style(
        validate="integer" if column.id == "lock" else "decimal",  # parts of a yuan would not add up
        criteria="between",
        minimum=0,
        maximum=1 if share else 1e13,
        error_title=canvas.say("请填数字", "A number, please"),
        error_message=canvas.say("比率请填 0 到 1 之间的数，如 3.2%。", "A rate between 0 and 1, such as 3.2%.")
        if share
        else canvas.say(
            "请填不小于 0 的数（目标要整数元），或清空。", "A number from 0 up (goals: whole yuan), or nothing."
        ),
    )
