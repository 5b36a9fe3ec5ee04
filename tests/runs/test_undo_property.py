"""Whatever is imported and typed: an undo leaves what was there before, and what was typed."""

import shutil
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from opsbook.cli.main import main
from opsbook.hosts.files.host import FilesHost
from support import inbox
from support.book_state import state_of, type_in
from support.facts import day_number
from support.house import open_book

START = date(2026, 3, 1)
DAYS = st.sampled_from((0, 1, 11, 20, 39))  # the window of items is 14 days: some rows leave the workbook
FIGURE = st.integers(1, 9999)
ITEM_IDS = st.sampled_from(["600000000001", "600000000002"])
SHOP_FILE = st.dictionaries(DAYS, st.fixed_dictionaries({"访客数": FIGURE}, optional={"支付金额": FIGURE}), max_size=3)
ITEM_FILE = st.tuples(DAYS, st.dictionaries(ITEM_IDS, FIGURE, min_size=1))
PLAN_FILE = st.tuples(DAYS, FIGURE)
FILES = st.tuples(SHOP_FILE, st.lists(ITEM_FILE, max_size=3), st.lists(PLAN_FILE, max_size=1)).filter(any)
NOTE = st.text("甲乙丙abc=1 ", min_size=1, max_size=6).map("备注{}".format)  # never what a file says
ODD = st.integers(10_000, 20_000).map(lambda number: number + 0.5)
SAME_ITEM = ({}, [(1, {"600000000001": 301})], [])
EDITS = st.lists(
    st.one_of(
        st.tuples(
            st.just("ShopDay"), DAYS, st.fixed_dictionaries({}, optional={"note": NOTE, "gmv": ODD, "cogs": ODD})
        ),
        st.tuples(st.just("GoalDay"), DAYS, st.fixed_dictionaries({"lock": ODD})),
        st.tuples(st.just("ItemDay"), DAYS, st.fixed_dictionaries({"gmv": ODD}, optional={"title": NOTE})),
        st.tuples(st.just("main_item"), st.just(0), ITEM_IDS),
        st.tuples(
            st.just("Peers"),
            st.just(0),
            st.fixed_dictionaries({"shop": st.sampled_from(["甲店", "乙店"]), "note": NOTE}),
        ),
    ),
    max_size=4,
)


def _day(number):
    return (START + timedelta(number)).isoformat()


def _write(folder, files, made):
    shop, items, plans = files
    if shop:
        inbox.shop(folder, {_day(day): figures for day, figures in shop.items()}, made=made)
    for number, (day, listed) in enumerate(items):
        rows = {item: {"商品访客数": 1, "支付金额": figure} for item, figure in listed.items()}
        inbox.items(folder, _day(day), rows, made=made, name=f"商品{number}")
    for day, spend in plans:
        inbox.plans(folder, _day(day), {"9001": {"展现量": 5, "点击量": 1, "花费": spend}}, made=made)
    return folder


def _typed(path, edits):
    """Edits as they are typed; into items only where a row stands, for nobody types rows of items."""
    workbook = open_book(FilesHost(path))
    standing = sorted((row["date"], row["item_id"]) for row in workbook.rows("ItemDay") if row["item_id"])
    for target, number, what in edits:
        if not isinstance(what, dict) or target == "Peers":
            yield target, what
        elif target != "ItemDay":
            yield target, {"date": day_number(_day(number)), **what}
        elif standing:
            day, item = standing[number % len(standing)]
            yield target, {**what, "date": day, "item_id": item}


def _run(*words):
    code = main([*map(str, words), "--quiet"])
    assert code in {0, 1}


def _runs_that_changed(path):
    """How many runs changed a figure; the last of these is the one that an undo takes back."""
    return sum(bool(one.counts) for one in open_book(FilesHost(path)).host.history.store.runs())


@pytest.mark.usefixtures("capsys")
@settings(
    max_examples=16, suppress_health_check=list(HealthCheck), phases=(Phase.explicit, Phase.reuse, Phase.generate)
)  # shrinking takes minutes
@given(first=FILES, before=EDITS, second=FILES, after=EDITS)
@example(first=SAME_ITEM, before=[("GoalDay", 11, {"lock": 10_000.5})], second=SAME_ITEM, after=[])
def test_an_undo_leaves_what_was_there_and_what_was_typed(new_file, tmp_path_factory, first, before, second, after):
    """Import A, type, import B, type, undo: the workbook holds A and what was typed, its history what it held after A."""
    folder = tmp_path_factory.mktemp("undo")
    book, wanted = folder / "book.xlsx", folder / "wanted" / "book.xlsx"
    shutil.copy(new_file("zh"), book)
    _run("import", book, _write(folder / "a", first, "2026-05-01"))
    type_in(book, _typed(book, before))
    shutil.copytree(folder, wanted.parent)
    runs = _runs_that_changed(book)
    _run("import", book, _write(folder / "b", second, "2026-05-02"))
    changed = _runs_that_changed(book) > runs  # files of the same content as before are not counted again
    edits = list(_typed(book, after))
    type_in(book, edits)
    type_in(wanted, edits)
    _run("undo" if changed else "refresh", book)
    _run("refresh", wanted)
    assert state_of(book) == state_of(wanted)
    _run("check", book)
