"""Whatever is done, and in whatever order, a file holds what the memory host holds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opsbook.hosts.files.host import FilesHost
from opsbook.hosts.host import Cached, FormulaCell
from support.small_book import SHARE, TOTAL, memory_host, print_book

KEY = ("日期", "编号")
TEXTS = st.text(max_size=8) | st.sampled_from(["=1", "_x000D_", "\r\n", "\t", "]]>", "&amp;"])
NUMBERS = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(10**12), 10**12).map(float)
VALUES = st.none() | st.booleans() | NUMBERS | TEXTS
DATES, IDS = st.sampled_from([1.0, 2.0, 3.0]), st.sampled_from(["a", "b", "7", 7.0, "07"])
ROWS = st.fixed_dictionaries({"日期": DATES, "编号": IDS}, optional={"文本": VALUES, "金额": VALUES})
STEPS = st.one_of(
    st.tuples(st.just("upsert"), st.lists(ROWS, max_size=4)),
    st.tuples(st.just("drop"), st.lists(st.tuples(DATES, IDS), max_size=3)),
    st.tuples(st.just("name"), VALUES),
    st.tuples(st.just("cache"), st.none() | NUMBERS | TEXTS),
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    return print_book(tmp_path_factory.mktemp("laws") / "book.xlsx")


def _do(host, step):
    verb, what = step
    if verb == "upsert":
        return host.upsert_rows("Log", KEY, what)
    if verb == "drop":
        return host.drop_rows("Log", what, KEY)
    if verb == "name":
        return host.write_name("shop", what)
    height = len(host.read_table("Log").rows)
    owned = {("Log", "占比"): [FormulaCell(SHARE, what)] * height}
    return list(host.set_cached(Cached(owned, {"total": FormulaCell(TOTAL, what)})))


def _state(host):
    tables = [host.read_table(name) for name in host.tables()]
    return tables, [host.read_name(name) for name in ("the_day", "shop", "total", "empty")]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=6))
def test_a_file_holds_what_memory_holds(printed, tmp_path_factory, steps):
    """The same steps give the same reports and the same content, before and after the file is written."""
    memory, files = memory_host(), FilesHost(printed)
    for step in steps:
        assert _do(files, step) == _do(memory, step)
    assert _state(files) == _state(memory)
    kept = tmp_path_factory.mktemp("kept") / "book.xlsx"
    files.save_as(kept)
    assert _state(FilesHost(kept)) == _state(memory)


@settings(max_examples=40)
@given(rows=st.lists(ROWS, max_size=8))
def test_importing_twice_is_importing_once(rows):
    """The second upsert of the same rows adds nothing, and its last word per key already stands there."""
    host = memory_host()
    host.upsert_rows("Log", KEY, rows)
    before = host.read_table("Log")
    assert host.upsert_rows("Log", KEY, rows).added == 0
    assert host.read_table("Log") == before
