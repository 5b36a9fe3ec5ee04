"""The workbook's frame: the sheets every capability stands on."""

from opsbook.engine.feature import Feature
from opsbook.features.frame.buttons import BUTTONS
from opsbook.features.frame.function_help import FUNCTIONS
from opsbook.features.frame.sheets.mapping_tables import MAPPING, MAPPING_FIELDS
from opsbook.features.frame.sheets.settings_list import GENERAL, MORE
from opsbook.features.frame.tables import CALC_DATES, FEATURES, IMPORTS, OPTIONS
from opsbook.model.language import Label
from opsbook.model.records.contribution import (
    CalcTable,
    Check,
    ColumnName,
    FigureList,
    InputCell,
    Sentence,
    Sheet,
    Step,
    Tile,
    Typed,
)
from opsbook.model.records.setting import SettingGroup
from opsbook.model.schema import Goes
from opsbook.model.values import FIRST_DAY, LAST_DAY

FEATURE = Feature(
    "frame",
    Label("看板与设置", "Dashboard and settings"),
    since="0.1.0",
    version=2,
    tables=(IMPORTS, MAPPING, MAPPING_FIELDS, CALC_DATES, OPTIONS, FEATURES),
    settings=(SettingGroup(1, Label("店铺与口径", "Shop and measures"), GENERAL),),
    options=MORE,
    inputs=(
        InputCell(
            "the_day",
            Label("查看日期", "Day shown"),
            day=True,
            whole=True,
            least=FIRST_DAY,
            most=LAST_DAY,
            check="opsbook.features.frame.checks:day_in_book",
            goes=Goes.SAME_YEAR,
        ),
    ),
    choices=("opsbook.features.frame.choices:choices",),
    names={"day_list": ColumnName("CalcDates", "day"), "field_list": ColumnName("MappingFields", "name")},
    sheets=(
        Sheet("dashboard", 1, "opsbook.features.frame.dashboard.sheet:dashboard", whole=True),
        Sheet("settings", 11, "opsbook.features.frame.sheets.settings:settings"),
        Sheet("imports", 12, "opsbook.features.frame.sheets.imports:imports"),
        Sheet("mapping", 13, "opsbook.features.frame.sheets.mapping:mapping", filled_by=("Mapping",)),
        Sheet("guide", 14, "opsbook.features.frame.sheets.guide:guide", whole=True),
        Sheet("calc", 15, "opsbook.features.frame.sheets.calc:calc", first=True, whole=True, hidden=True),
    ),
    calc=(CalcTable("CalcDates", 7, "opsbook.features.frame.sheets.calc:dates"),),
    figures=(
        FigureList(1, "opsbook.features.frame.sheets.calc:shown_day"),
        FigureList(9, "opsbook.features.frame.dashboard.freshness:missing_figures"),
    ),
    tiles=(Tile("now", 2, "opsbook.features.frame.dashboard.freshness:draw_freshness"),),
    steps=(
        Step(
            "sheets",
            reads=("*",),
            writes=("Features.state",),
            run="opsbook.features.frame.visibility:settle_sheets",
        ),
    ),
    checks=(
        Check(10, "opsbook.features.frame.checks:filters"),
        Check(30, "opsbook.features.frame.checks:mapping"),
    ),
    brief=(Sentence(5, "opsbook.features.frame.brief:problems", "daily-problems"),),
    buttons=BUTTONS,
    functions=FUNCTIONS,
    typed=(
        Typed("settings", Label("「设置」里有名字的单元格", "named cells of Settings")),
        Typed("mapping", Label("「对应」的一行", "a row of Mapping"), "Mapping"),
    ),
)
