"""The command `schema`: JSON Schemas of what people type into a workbook, and of what commands answer in JSON."""

import json
from collections.abc import Mapping
from functools import reduce
from operator import or_
from types import SimpleNamespace as Namespace
from typing import Any

from pydantic import TypeAdapter

from opsbook.book.compile.input_models import input_model
from opsbook.engine.console.console import Console
from opsbook.features.books.answers.looked import DIALECT
from opsbook.features.books.answers.of_command import ANSWERS, FAILURES
from opsbook.features.goals.rules.event_row import EventRow
from opsbook.hosts.template.shipped import compiled_plan
from opsbook.model.catalog import Catalog
from opsbook.model.errors import UsageError
from opsbook.model.language import Label, Lang

INPUTS: dict[str, Label] = {
    "settings": Label("「设置」里有名字的单元格", "named cells of Settings"),
    "thresholds": Label("「阈值」的一行", "a row of Thresholds"),
    "events": Label("「设置」里自己的活动的一行", "a row of your own events on Settings"),
    "mapping": Label("「对应」的一行", "a row of Mapping"),
    "peers": Label("「竞店名单」的一行", "a row of Who we watch"),
}
ANSWER = Label("opsbook {command} --json 的回答", "what opsbook {command} --json answers")
NAMES: dict[str, Label] = {
    **INPUTS,
    **{
        f"answer-{command.replace(' ', '-')}": Label(
            ANSWER.zh.format(command=command), ANSWER.en.format(command=command)
        )
        for command in ANSWERS
    },
    "answer-failure": Label("命令无法执行时的 JSON 回答", "what any command answers in JSON when it cannot run"),
}
_SHAPES = {f"answer-{command.replace(' ', '-')}": shapes for command, shapes in ANSWERS.items()}
_TABLES = {"thresholds": "Thresholds", "mapping": "Mapping", "peers": "Peers"}


def run_schema(words: Namespace, console: Console) -> int:
    """List the schemas, or print one."""
    if not words.name:
        width = max(map(len, NAMES))
        for name, label in NAMES.items():
            console.line(f"{name:{width}}  {label[console.lang]}")
        console.answer(schemas=list(NAMES))
        return 0
    if words.name not in NAMES:
        raise UsageError("unknown-schema", seen=words.name, choices=tuple(NAMES))
    schema = schema_of(words.name, words.lang or console.lang, console.catalog)
    console.line(json.dumps(schema, ensure_ascii=False, indent=2))
    console.answer(**schema)
    return 0


def schema_of(name: str, lang: Lang, catalog: Catalog) -> Mapping[str, Any]:
    """The JSON Schema of an input or an answer.

    Args:
        name: one of `NAMES`.
        lang: language of the workbook: its words are what some cells may hold.
        catalog: what the product consists of.
    """
    schema = _input(name, lang, catalog) if name in INPUTS else _answer(_SHAPES.get(name, FAILURES))
    return {"$schema": DIALECT, **schema, "title": name}


def _input(name: str, lang: Lang, catalog: Catalog) -> dict[str, Any]:
    if name == "events":
        return EventRow.model_json_schema()
    sheets = compiled_plan(catalog, lang).expected
    if name == "settings":
        ours = {one.name for group in catalog.settings for one in group.settings}
        cells = {cell: wanted for sheet in sheets for cell, wanted in sheet.names.items() if cell in ours}
    else:
        table = _TABLES[name]
        cells = dict(next(sheet.columns[table] for sheet in sheets if table in sheet.columns))
    return input_model(name, cells).model_json_schema()


def _answer(shapes: tuple[type, ...]) -> dict[str, Any]:
    return TypeAdapter(reduce(or_, shapes)).json_schema()
