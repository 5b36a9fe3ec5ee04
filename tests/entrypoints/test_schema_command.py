"""`opsbook schema` prints what people may type and what scripts may rely on, and a bad row of each kind is an issue."""

import json
import os
import subprocess
import sys

import pytest

from opsbook.engine.refresh import refresh
from opsbook.hosts.files.host import FilesHost
from opsbook.model.schema import Kind
from support.house import SCHEMAS as NAMES
from support.house import TABLE, open_book
from support.sources import ROOT

TABLES = {"thresholds": "Thresholds", "events": "Events", "mapping": "Mapping", "peers": "Peers"}


def _schema(run, *words):
    return json.loads(run("schema", *words, "--json").out)


def test_the_names_are_listed_with_what_they_are(run):
    """Without a name: one line each, in the language of the system; a script gets the names."""
    listed = run("schema").out.splitlines()
    assert [line.split()[0] for line in listed] == _schema(run)["schemas"] == list(NAMES)
    assert "peers                「竞店名单」的一行" in listed


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_printed(name, run):
    """As JSON that can be saved to a file, the same with --json; of today's dialect, and closed to unknown keys."""
    printed = json.loads(run("schema", name).out)
    assert printed == _schema(run, name)
    assert (printed["$schema"], printed["title"]) == ("https://json-schema.org/draft/2020-12/schema", name)
    shapes = [printed] if "properties" in printed else [printed["$defs"][one["$ref"][8:]] for one in printed["anyOf"]]
    assert [shape["title"] for shape in shapes if shape["additionalProperties"]] in ([], ["SchemaText"])


def test_an_unknown_name_is_refused_with_the_names(run):
    """Exit 2, and all that could be written instead."""
    answer = run("schema", "peer")
    assert (answer.code, answer.out) == (2, "")
    assert all(name in answer.err for name in NAMES)
    assert json.loads(run("schema", "peer", "--json").out)["error"] == "unknown-schema"


@pytest.mark.parametrize(("name", "table"), TABLES.items())
def test_a_row_has_the_columns_people_may_type_into(name, table, run):
    """Those of the table that hold no formula, and no others."""
    typed = {column.id for column in TABLE[table].columns if column.kind is not Kind.FORMULA}
    assert set(_schema(run, name)["properties"]) == typed


@pytest.mark.parametrize(
    ("name", "cell", "lang", "part"),
    [
        ("settings", "cost_rate", "zh", {"minimum": 0, "maximum": 1, "type": "number"}),
        ("settings", "window_items", "zh", {"minimum": 0, "maximum": 400, "type": "integer"}),
        ("peers", "role", "zh", {"enum": ["标杆", "同类"], "type": "string"}),
        ("peers", "role", "en", {"enum": ["Leader", "Alike"], "type": "string"}),
        ("mapping", "confirmed", "en", {"enum": ["Yes", "No"], "type": "string"}),
        ("thresholds", "direction", "zh", {"enum": [1, -1], "type": "integer"}),
        ("events", "lift", "zh", {"exclusiveMinimum": 0, "type": "number"}),
    ],
)
def test_a_schema_says_what_a_cell_may_hold(name, cell, lang, part, run):
    """Bounds and words of the workbook's language; a cell that may be blank may be null."""
    told = _schema(run, name, "--lang", lang)["properties"][cell]
    assert told["anyOf"] == [part, {"type": "null"}]


def test_what_may_not_be_blank_is_required(run):
    """The shop, its year and what its goals measure; a row's key."""
    assert _schema(run, "settings")["required"] == ["shop", "year", "goal_metric"]
    assert [_schema(run, name)["required"] for name in ("thresholds", "mapping", "peers", "events")] == [
        ["key"],
        ["signature"],
        ["shop"],
        ["event", "start"],
    ]


def test_a_bad_row_of_each_kind_is_an_issue_with_its_cell(book, run):
    """Settings, Events, Thresholds, Mapping and Peers: `check` names code and place, and says nothing of good rows."""
    workbook = open_book(FilesHost(book))
    workbook.host.write_name("cost_rate", 55.0)
    workbook.upsert("Events", [{"event": "店庆", "start": "明天"}, {"event": "周年", "start": 46100.0}])
    workbook.upsert("Thresholds", [{"key": "cvr|shop", "red": "九成"}])
    row = {"report": "日报表", "table": "日报", "header": "成交额", "field": "支付金额", "signature": "s1"}
    workbook.upsert(
        "Mapping", [{**row, "confirmed": "也许"}, {**row, "header": "人数", "field": "访客数", "confirmed": "否"}]
    )
    workbook.upsert("Peers", [{"shop": "慕棉", "role": "老大"}, {"shop": "云朵", "role": "标杆"}])
    refresh(workbook)
    workbook.host.save()
    issues = json.loads(run("check", book, "--json").out)["issues"]
    assert [(one["code"], one["where"]) for one in issues if one["level"] == "warning"] == [
        ("cell-no-choice", "竞店 · B9"),
        ("cell-no-number", "阈值 · G8"),
        ("cell-no-share", "设置 · C10"),
        ("cell-no-choice", "对应 · G5"),
        ("event-bad-date", "设置 · 第 35 行 · 「开始」列"),
    ]


def test_what_is_known_of_the_workbook_loads_no_pydantic():
    """Tables, plan and command line are there before a model is; only work on a workbook pays for it."""
    program = "import opsbook.features.daily.tables, opsbook.book.compile.compiled_plan, opsbook.cli.main, sys; print('pydantic' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "addin")}
    answer = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False
    )
    assert (answer.stdout.strip(), answer.stderr) == ("False", "")
