"""Mapping: what the columns of other reports mean; the operator says yes once, later files need no question."""

from opsbook.book.kit.canvas import Canvas, style
from opsbook.book.kit.draft import Draft
from opsbook.book.kit.format.cells import cell_name
from opsbook.book.kit.format.styles import SOFT, WARN, WARN_BG, YOURS_LINE
from opsbook.book.kit.heading import band, printed, way_back
from opsbook.book.kit.place import Place
from opsbook.book.kit.table import Drawing, Group, draw_table
from opsbook.book.plan import Rule, Style, Validation
from opsbook.exports.mapping.guess import CERTAIN, LIKELY
from opsbook.exports.mapping.targets import KEEP, LEAVE_OUT, labelled, sheet_name
from opsbook.features.frame.sheets.mapping_tables import MAPPING, MAPPING_FIELDS
from opsbook.model.answers import NO, YES
from opsbook.model.language import Label, Lang
from opsbook.model.values import Value

REACH = 2000
GROUPS = (
    Group(Label("报表", "Report"), ("report", "table")),
    Group(Label("文件里的列", "Column in the file"), ("header", "example")),
    Group(Label("你来定", "Yours to decide"), ("field", "confirmed")),
    Group(Label("为什么这样建议", "Why it is proposed"), ("sure", "reason")),
    Group(Label("内部", "Internal"), ("file", "signature"), folded=True),
)
WIDTHS = {
    "report": 168,
    "table": 112,
    "header": 148,
    "example": 148,
    "field": 148,
    "confirmed": 72,
    "sure": 136,
    "reason": 260,
    "file": 240,
    "signature": 116,
}
# The words of `sureness`, from the same figures on.
SURE = Label(
    f'[>={CERTAIN}]"确定 "0%;[>={LIKELY}]"很可能 "0%;"请确认 "0%',
    f'[>={CERTAIN}]"certain "0%;[>={LIKELY}]"likely "0%;"please check "0%',
)
ANYWHERE = Label("任何表", "any")


def mapping(draft: Draft) -> Canvas:
    """The Mapping sheet."""
    canvas = Canvas("mapping", draft.say("对应", "Mapping"), YOURS_LINE, draft)
    canvas.columns([16])
    place = draw_table(
        canvas, 2, 1, Drawing(MAPPING, GROUPS, widths=WIDTHS, formats={"sure": SURE[draft.lang]}, reach=REACH)
    )
    canvas.columns([24], place.right + 1)
    chosen = draw_table(canvas, 2, place.right + 2, _fields(draft))
    note = canvas.say(
        "认不出的报表在这里对一次列名：改好「对应字段」，「确认」填「是」，再导入一次；以后同样表头的文件直接导入。",
        "Reports nobody knows: set Field, say Yes under Confirmed, import again. Later files with the same headers go in at once.",
    )
    band(canvas, note, chosen.right + 1)
    way_back(canvas, place.column["reason"])
    canvas.rows([12], 1)
    canvas.validations.extend(_choices(canvas, place))
    canvas.rules.extend(_marks(draft.lang, place))
    canvas.columns([16], chosen.right + 1)
    canvas.freeze = (place.first, 4)
    printed(canvas, repeat=(place.head - 1, place.head))
    return canvas


def _fields(draft: Draft) -> Drawing:
    """What may be chosen, and where each of it may go."""
    lang, known = draft.lang, draft.catalog.tables
    comma = "、" if lang == "zh" else ", "
    body: list[tuple[Value, ...]] = [(one[lang], ANYWHERE[lang]) for one in (LEAVE_OUT, KEEP)]
    body += [
        (label[lang], comma.join(sheet_name(known[table])[lang] for table in tables))
        for label, tables in labelled(draft.catalog)
    ]
    group = Group(Label("可选字段", "Fields to choose from"), ("name", "tables"))
    widths = {"name": 148, "tables": 300}
    return Drawing(MAPPING_FIELDS, (group,), widths=widths, body=tuple(body), reach=len(body))


def _choices(canvas: Canvas, place: Place) -> tuple[Validation, ...]:
    """Drop-downs: the sheet to fill, the field, yes or no."""
    lang = canvas.lang
    wrong = canvas.say("请从下拉列表里选。", "Please choose from the list.")
    sources: dict[str, object] = {
        "table": tuple(sheet_name(table)[lang] for table in canvas.catalog.mappable),
        "field": "=field_list",
        "confirmed": (YES[lang], NO[lang]),
    }

    def listed(name: str) -> Style:
        return style(validate="list", source=sources[name], ignore_blank=True, error_message=wrong)

    return tuple(
        Validation((place.first, place.column[name], place.last, place.column[name]), listed(name)) for name in sources
    )


def _marks(lang: Lang, place: Place) -> tuple[Rule, ...]:
    """Fields nobody confirmed yet stand out; columns left out step back."""
    box = (place.first, place.column["header"], place.last, place.column["confirmed"])
    field, confirmed = (
        cell_name(place.first, place.column[name], column_fixed=True) for name in ("field", "confirmed")
    )
    said = f'OR({confirmed}="{YES.zh}",{confirmed}="{YES.en}")'
    waits = f'AND({field}<>"",{field}<>"{LEAVE_OUT[lang]}",{confirmed}="")'
    header = cell_name(place.first, place.column["header"], column_fixed=True)
    aside = f'AND({header}<>"",NOT({said}))'
    mark = (place.first, place.column["confirmed"], place.last, place.column["confirmed"])
    return (
        Rule(mark, waits, style(bg_color=WARN_BG, font_color=WARN), stop=True),
        Rule(box, aside, style(font_color=SOFT)),
    )
