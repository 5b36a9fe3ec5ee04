"""Whatever is done, and in whatever order, an open workbook holds what the memory host holds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opsbook.hosts.excel.host import ExcelHost
from support.small_book import memory_host, print_book

pytestmark = pytest.mark.libreoffice
KEY = ("日期", "编号")
# LibreOffice, in Excel's place, cannot hold half characters, and reads a return as a line end.
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"])
TEXTS = st.text(LETTERS, max_size=6) | st.sampled_from(["=1", "_x000D_", "00123", "2024-5-1", "TRUE", "'"])
NUMBERS = st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False) | st.integers(-(10**12), 10**12).map(
    float
)
VALUES = st.none() | st.booleans() | NUMBERS | TEXTS
DATES, IDS = st.sampled_from([1.0, 2.0, 3.0]), st.sampled_from(["a", "b", "7", 7.0, "07"])
ROWS = st.fixed_dictionaries({"日期": DATES, "编号": IDS}, optional={"文本": VALUES, "金额": VALUES})
STEPS = st.one_of(
    st.tuples(st.just("upsert"), st.lists(ROWS, max_size=4)),
    st.tuples(st.just("drop"), st.lists(st.tuples(DATES, IDS), max_size=3)),
    st.tuples(st.just("name"), VALUES),
)


def _do(host, step):
    verb, what = step
    if verb == "upsert":
        return host.upsert_rows("Log", KEY, what)
    return host.drop_rows("Log", what, KEY) if verb == "drop" else host.write_name("shop", what)


def _state(host):
    return host.read_table("Log"), host.read_table("Side"), host.read_name("shop")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(STEPS, max_size=6))
def test_an_open_book_holds_what_memory_holds(excel, tmp_path_factory, steps):
    """The same steps give the same reports and the same content, also to somebody who looks at it anew."""
    book = excel.books.open(print_book(tmp_path_factory.mktemp("laws") / "book.xlsx"))
    try:
        memory, live = memory_host(), ExcelHost(book)
        for step in steps:
            assert _do(live, step) == _do(memory, step)
        assert _state(live) == _state(memory)
        assert _state(ExcelHost(book)) == _state(memory)
    finally:
        book.close()
