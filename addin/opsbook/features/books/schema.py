"""The command `schema`: JSON Schemas of what people type into a workbook, and of what commands answer in JSON."""

import json
from collections.abc import Mapping
from functools import reduce
from operator import or_
from types import SimpleNamespace as Namespace
from typing import Any

from pydantic import TypeAdapter

from opsbook.book.compile.input_models import input_model
from opsbook.engine.console.printing import Console
from opsbook.features.books.answers.answer import Crash, Failure
from opsbook.features.books.answers.looked import DIALECT
from opsbook.hosts.template.shipped import compiled_plan
from opsbook.model.catalog import Catalog
from opsbook.model.errors import UsageError
from opsbook.model.language import Label, Lang
from opsbook.model.records.command import Command
from opsbook.model.records.contribution import Typed
from opsbook.model.reference import resolve

ANSWER = Label("opsbook {command} --json 的回答", "what opsbook {command} --json answers")
FAILURE = Label("命令无法执行时的 JSON 回答", "what any command answers in JSON when it cannot run")
FAILURES = (Failure, Crash)


def names(catalog: Catalog) -> dict[str, Label]:
    """Every schema with what it is the schema of."""
    typed = {one.name: one.label for one in catalog.typed.values()}
    answers = {name: _label(command) for name, command in _answering(catalog).items()}
    return {**typed, **answers, "answer-failure": FAILURE}


def _answering(catalog: Catalog) -> dict[str, Command]:
    return {f"answer-{name.replace(' ', '-')}": one for name, one in catalog.commands.items() if one.answers}


def _label(command: Command) -> Label:
    return Label(ANSWER.zh.format(command=command.id), ANSWER.en.format(command=command.id))


def run_schema(words: Namespace, console: Console) -> int:
    """List the schemas, or print one."""
    known = names(console.catalog)
    if not words.name:
        width = max(map(len, known))
        for name, label in known.items():
            console.line(f"{name:{width}}  {label[console.lang]}")
        console.answer(schemas=list(known))
        return 0
    if words.name not in known:
        raise UsageError("unknown-schema", seen=words.name, choices=tuple(known))
    schema = schema_of(words.name, words.lang or console.lang, console.catalog)
    console.line(json.dumps(schema, ensure_ascii=False, indent=2))
    console.answer(**schema)
    return 0


def schema_of(name: str, lang: Lang, catalog: Catalog) -> Mapping[str, Any]:
    """The JSON Schema of an input or an answer.

    Args:
        name: one of `names`.
        lang: language of the workbook: its words are what some cells may hold.
        catalog: what the product consists of.
    """
    shapes = _shapes(name, catalog)
    schema = _answer(shapes) if shapes else _input(catalog.typed[name], lang, catalog)
    return {"$schema": DIALECT, **schema, "title": name}


def _shapes(name: str, catalog: Catalog) -> tuple[type, ...]:
    """The models of an answer; none where the name is of what people type."""
    if name == "answer-failure":
        return FAILURES
    command = _answering(catalog).get(name)
    return tuple(resolve(one) for one in command.answers) if command else ()


def _input(typed: Typed, lang: Lang, catalog: Catalog) -> dict[str, Any]:
    if typed.model:
        schema: dict[str, Any] = resolve(typed.model).model_json_schema()
        return schema
    sheets = compiled_plan(catalog, lang).sheet_rules
    if typed.table:
        cells = dict(next(sheet.columns[typed.table] for sheet in sheets if typed.table in sheet.columns))
    else:
        ours = {one.name for one in catalog.every_setting}
        cells = {cell: wanted for sheet in sheets for cell, wanted in sheet.names.items() if cell in ours}
    return input_model(typed.name, cells).model_json_schema()


def _answer(shapes: tuple[type, ...]) -> dict[str, Any]:
    return TypeAdapter(reduce(or_, shapes)).json_schema()
