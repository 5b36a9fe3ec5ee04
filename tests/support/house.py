"""The product as tests use it: the catalog of its own features, handed to whatever asks for one."""

from functools import partial

from opsbook.addin import build as addin_files
from opsbook.addin import package
from opsbook.addin.messages import ADDIN
from opsbook.book.compile import book, input_rules
from opsbook.book.compile import draw_plan as drawing
from opsbook.engine import building, creating, past, workbook
from opsbook.engine.checks import verifying
from opsbook.engine.console import printing, together
from opsbook.engine.summary import Morning, morning_lines
from opsbook.exports.mapping import custom_report, guess, targets, trying
from opsbook.exports.mapping import propose as proposing
from opsbook.exports.parse import across_sheets, describe, sheet
from opsbook.exports.recognise import identify
from opsbook.features import catalog
from opsbook.features.books import schema
from opsbook.features.daily import days
from opsbook.hosts.template import shipped
from opsbook.messages import Voice, saying
from opsbook.metrics import refer
from opsbook.metrics import words as metric_words
from opsbook.model.reference import resolve
from opsbook.ribbon.words import on_buttons
from opsbook.vba import buttons as ribbon_buttons
from opsbook.vba import function_module, metric, metric_module, modules, ribbon_xml, sheet_buttons, source
from opsbook.vba import help as function_help
from opsbook.vba import worksheet_functions as listed

HEAVY = {"pandas", "numpy", "scipy", "statsmodels", "openpyxl", "xlsxwriter", "python_calamine", "lxml", "PIL"}
HEAVY |= {"imagehash", "xlwings", "chinese_calendar", "rapidfuzz"}

CATALOG = catalog()
TABLE = CATALOG.tables
TABLES = tuple(TABLE.values())
FACT_TABLES = CATALOG.facts
IMPORTER = CATALOG.exports
IMPORTERS = tuple(IMPORTER.values())
SETTINGS = tuple(one for group in CATALOG.settings for one in group.settings if not one.retired)
THRESHOLDS = CATALOG.thresholds
COMMAND = CATALOG.commands
COMMANDS = tuple(COMMAND.values())
ANSWERS = {one.id: tuple(map(resolve, one.answers)) for one in COMMANDS}
SCHEMAS = schema.names(CATALOG)
SCOPE = {name: one.label for name, one in CATALOG.scopes.items()}
ON_BUTTONS = on_buttons()
MESSAGES = {**ON_BUTTONS, **ADDIN, **CATALOG.messages}
BUTTONS = ribbon_buttons.buttons(CATALOG)
BUTTON = {one.id: one for one in BUTTONS}
GROUPS = ribbon_buttons.groups_of(CATALOG)
FUNCTIONS = listed.analyses(CATALOG)
FUNCTION = CATALOG.functions

open_book = partial(workbook.open_book, catalog=CATALOG)
know_book = partial(workbook.know_book, catalog=CATALOG)
Console = partial(printing.Console, catalog=CATALOG, words=MESSAGES)
tables_named = partial(past.tables_named, CATALOG)
table_named = partial(targets.table_named, catalog=CATALOG)
labelled = partial(targets.labelled, CATALOG)
agreeing = partial(across_sheets.agreeing, catalog=CATALOG)
summary = partial(describe.summary, catalog=CATALOG)
as_proposed = partial(trying.as_proposed, catalog=CATALOG)
matching = partial(refer.matching, CATALOG)
same_row = partial(refer.same_row, CATALOG)
over_days = partial(days.over_days, CATALOG)
words = partial(metric_words.words, catalog=CATALOG)
verify = partial(verifying.verify, catalog=CATALOG)
owned_texts = partial(verifying.owned_texts, CATALOG)
build = partial(building.build, catalog=CATALOG)
stale = partial(building.stale, catalog=CATALOG)
worksheet_metrics = partial(metric.worksheet_metrics, CATALOG)
metric_functions = partial(metric.metric_functions, CATALOG)
worksheet_functions = partial(listed.worksheet_functions, CATALOG)
categories = partial(listed.categories, CATALOG)
category_number = partial(listed.category_number, catalog=CATALOG)
attributes = partial(source.attributes, catalog=CATALOG)
wrapper = partial(function_module.wrapper, catalog=CATALOG)
functions_module = partial(function_module.functions_module, CATALOG)
metrics_module = partial(metric_module.metrics_module, CATALOG)
vba_modules = partial(modules.modules, CATALOG)
argument_help = partial(function_help.argument_help, catalog=CATALOG)
function_groups = partial(function_help.function_groups, catalog=CATALOG)
with_buttons = partial(sheet_buttons.with_buttons, catalog=CATALOG)
macro_template = partial(addin_files.macro_template, catalog=CATALOG)


def custom_ui(lang, *more):
    """The ribbon tab."""
    return ribbon_xml.custom_ui(lang, CATALOG, *more)


def read_sheet(raw, known=None):
    """What a sheet says, with what the operator said of columns."""
    return sheet.parse(raw, CATALOG) if known is None else sheet.parse(raw, CATALOG, known)


def claimed(raw, importers=IMPORTERS):
    """Which export a sheet is."""
    return identify.identify(raw, importers)


def propose(raw, remembered=(), table=""):
    """What a sheet nobody knows may be."""
    return proposing.propose(raw, CATALOG, remembered, TABLE[table] if table else None)


def decided(name, table, *more):
    """What the operator said of a report's columns."""
    return custom_report.Decided(name, TABLE[table], *more)


def guess_columns(headers, profiles, table, said=None, *, dated=False):
    """What the columns of a sheet may be."""
    return guess.guess_columns(headers, profiles, TABLE[table], said, dated=dated)


def plan_book(lang):
    """The drawn workbook."""
    return book.plan_book(CATALOG, lang)


def draw_plan(lang):
    """The compiled plan, drawn anew."""
    return drawing.draw_plan(CATALOG, lang)


def compiled_plan(lang):
    """What commands know of the plan."""
    return shipped.compiled_plan(CATALOG, lang)


def formulas_of(lang):
    """Every formula of the workbook."""
    return compiled_plan(lang).formulas


def column_texts(lang, table, column):
    """Formula text of a column."""
    return formulas_of(lang).column_texts[table, column]


def name_text(lang, name):
    """Formula text of a named cell."""
    return formulas_of(lang).name_texts[name]


def columns(table):
    """A table's columns with its metrics."""
    return CATALOG.columns[table.name]


def headers(table, lang):
    """Headers of a table's columns."""
    return tuple(column.label[lang] for column in columns(table))


def labels(lang):
    """The header of any column."""
    return CATALOG.labels(lang)


def prepare(host, shop, year):
    """Turn a template into a workbook."""
    return creating.prepare(host, CATALOG, shop, year)


def say(code, lang, seen, words=MESSAGES):
    """The sentence of a code."""
    return saying.say(code, lang, seen, words)


def tell(problem, lang, words=MESSAGES):
    """A problem read aloud."""
    return saying.describe(problem, lang, words)


def what_to_do(problem, lang, words=MESSAGES):
    """The next step after a problem."""
    return saying.what_to_do(problem, lang, words)


def voice(lang):
    """Who speaks a language."""
    return Voice(lang, MESSAGES)


def together_in(issues, lang):
    """Problems that several files share, said once."""
    return together.together(issues, voice(lang))


def five_lines(workbook, cells, issues, missing=(), strange=0):
    """The morning's lines."""
    return morning_lines(Morning(workbook, cells, issues, missing, strange))


def addin_package(lang, xlwings, values):
    """The add-in."""
    return package.addin_package(lang, CATALOG, xlwings, values)


def addin_project(xlwings):
    """The add-in's VBA project."""
    return package.addin_project(CATALOG, xlwings)


def sheet_rules(lang):
    """What every input cell must hold."""
    return input_rules.sheet_rules(CATALOG, plan_book(lang))


def direction(threshold):
    """1 where more of what a threshold judges is better, -1 where less is."""
    return CATALOG.direction_of(threshold.metric)


def unit(threshold):
    """What a threshold's figure is measured in."""
    return CATALOG.unit_of(threshold.metric)
