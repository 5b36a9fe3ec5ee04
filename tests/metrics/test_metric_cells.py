"""Every metric in the cell that ships: hand-worked answers against a workbook that was saved and opened again."""

import json
from datetime import date
from pathlib import Path

import pytest

from opsbook.engine.refresh import cells_of, refresh
from opsbook.features.daily.metrics import METRIC
from opsbook.features.daily.tables import SHOP_DAY
from opsbook.features.goals.tables import GOAL_DAY, GOAL_MONTH, GOAL_QUARTER, GOAL_WEEK
from opsbook.hosts.files.host import FilesHost
from opsbook.model.language import LANGS
from opsbook.model.schema import Kind
from opsbook.model.values import serial
from support.house import CATALOG, FACT_TABLES, open_book

ANSWERS = json.loads((Path(__file__).parents[1] / "answers" / "metrics.json").read_text(encoding="utf-8"))
MAIN = [(name, name, case["totals"], case["value"]) for name, case in ANSWERS["metrics"].items()]
WORKED = [
    *MAIN,
    *((case["id"], case["metric"], case["totals"], case["value"]) for case in ANSWERS["special"]),
    *(
        (f"{name} without {gone}", name, case["totals"] | {gone: None}, None)
        for name, case in ANSWERS["metrics"].items()
        for gone in case["totals"]
    ),
    *(
        (f"{name} of no {divisor}", name, case["totals"] | {divisor: 0}, None)
        for name, case in ANSWERS["metrics"].items()
        for divisor in case["divisors"]
    ),
]
RATES = sorted({totals.get("cost_rate") or 0 for _, _, totals, _ in WORKED})
FIRST = serial(date(2026, 1, 1))
SHOWN_IN = {  # of every table, the metrics in its columns
    table: [column.id for column in columns if column.id in METRIC] for table, columns in CATALOG.columns.items()
}


def new_book(new_file, folder, lang):
    path = folder / "book.xlsx"
    path.write_bytes(new_file(lang).read_bytes())
    return path, open_book(FilesHost(path))


def kept(path, workbook):
    """What the workbook shows after a refresh, once it was saved."""
    refresh(workbook)
    workbook.host.save()
    return open_book(FilesHost(path))


def asked(table):
    """Answers that a table has a column for, each with a day of its own."""
    own = {column.id for column in table.columns} | {"cost_rate"}
    return [
        (FIRST + at, *case)
        for at, case in enumerate(WORKED)
        if case[1] in SHOWN_IN[table.name] and own.issuperset(case[2])
    ]


def facts(table, day, case, totals):
    """A row of facts: its key in words, and the operands that are typed or imported."""
    typed = {column.id for column in table.columns if column.kind is not Kind.FORMULA}
    texts = {name: case for name in table.key if name != "date"}
    return {"date": day, **texts, **{name: total for name, total in totals.items() if name in typed}}


def shows(value):
    """What a cell with a formula holds; "" and no value are one thing in a file."""
    return (None, "") if value is None else (pytest.approx(value, rel=1e-12),)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("rate", RATES)
def test_a_cell_of_a_fact_table_shows_what_hand_work_says(rate, lang, new_file, tmp_path):
    """Every answer of every metric stands in the row of its operands, in each table that has the metric."""
    path, workbook = new_book(new_file, tmp_path, lang)
    workbook.host.write_name("cost_rate", rate or None)
    wanted = {}
    for table in FACT_TABLES:
        cases = [one for one in asked(table) if rate == (one[3].get("cost_rate") or 0)]
        workbook.upsert(table.name, [facts(table, day, case, totals) for day, case, _, totals, _ in cases])
        goals = [{"date": day, "lock": totals["goal"]} for day, *_, totals, _ in cases if "goal" in totals]
        workbook.upsert("GoalDay", goals)
        wanted |= {(table.name, day, name): (case, value) for day, case, name, _, value in cases}
    read = kept(path, workbook)
    for table in FACT_TABLES:
        rows = {row["date"]: row for row in read.rows(table.name)}
        for (at, day, name), (case, value) in wanted.items():
            if at == table.name:
                assert rows[day][name] in shows(value), (at, case)


@pytest.mark.parametrize(("case", "name", "totals", "value"), MAIN, ids=[case for case, *_ in MAIN])
def test_the_dashboards_table_shows_it_for_the_day(case, name, totals, value, memory_book):
    """The figure that cards and lights read is the same, from the day's own totals."""
    workbook = memory_book()
    workbook.host.write_name("the_day", FIRST)
    workbook.upsert("ShopDay", [facts(SHOP_DAY, FIRST, case, totals)])
    workbook.upsert("GoalDay", [{"date": FIRST, "lock": totals.get("goal")}])
    cells = cells_of(workbook)
    shown = dict(zip(cells.column("CalcMetric", "key"), cells.column("CalcMetric", "value"), strict=True))
    assert shown[name] in shows(value)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", ANSWERS["goals"], ids=lambda case: case["id"])
def test_a_goal_is_reached_as_hand_work_says(case, lang, new_file, tmp_path):
    """Day, week, month and quarter show the attainment in the measure goals are set in, once they are over."""
    path, workbook = new_book(new_file, tmp_path, lang)
    day = serial(date.fromisoformat(case["day"]))
    if case["measure"] == "net_gmv":
        workbook.host.write_name("goal_metric", METRIC["net_gmv"].label[lang])
    workbook.host.write_name("the_day", day)
    june = serial(date(2026, 6, 1))
    quarter = range(serial(date(2026, 4, 1)), day)
    workbook.upsert("ShopDay", [{"date": one, "gmv": 0, "refund_amount": 0} for one in quarter])  # every day is known
    workbook.upsert("ShopDay", [{"date": day, "gmv": case["gmv"], "refund_amount": case["refund_amount"]}])
    workbook.upsert("GoalDay", [{"date": day, "lock": case["goal"]}])
    workbook.upsert("GoalMonth", [{"month": june, "lock": case["goal"]}])
    read = kept(path, workbook)
    end = serial(date(2026, 6, 30))
    unknown = case["measure"] == "net_gmv" and case["refund_amount"] is None
    period = ({"zh": "缺 06-30", "en": "gap 06-30"}[lang],) if unknown else shows(case["period_value"])
    for table, key, row in ((SHOP_DAY, "date", day), (GOAL_DAY, "date", day)):
        assert _cell(read, table, key, row) in shows(case["day_value"]), table.name
    for table, key, row in ((GOAL_WEEK, "end", end), (GOAL_MONTH, "month", june), (GOAL_QUARTER, "n", 2)):
        assert _cell(read, table, key, row) in period, table.name


def _cell(workbook, table, key, at):
    return next(row["attainment"] for row in workbook.rows(table.name) if row[key] == at)


def test_no_metric_of_any_table_is_left_out():
    """Each metric's column is asked for above, by answers that need no other column than the table's."""
    asked_for = {table.name: {name for _, _, name, _, _ in asked(table)} for table in FACT_TABLES}
    asked_for |= {table.name: {"attainment"} for table in (GOAL_DAY, GOAL_WEEK, GOAL_MONTH, GOAL_QUARTER)}
    assert asked_for == {table: set(names) for table, names in SHOWN_IN.items() if names}
