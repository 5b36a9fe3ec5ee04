"""A header is the same header on one, two or three rows, below titles and above captions, with another terminal's columns beside it."""

from hypothesis import given
from hypothesis import strategies as st

from opsbook.exports.reading.raw import RawTable
from opsbook.model.values import from_serial
from support.house import read_sheet as parse

NAMES = ("统计日期", "访客数", "浏览量", "支付买家数", "支付件数", "支付金额")
ROWS = tuple((f"2026-11-{day:02}", *(f"{day * 100 + at}" for at in range(1, 6))) for day in range(9, 13))
READ = {f"2026-11-{day:02}": tuple(day * 100 + at for at in range(1, 6)) for day in range(9, 13)}
FIELDS = ("visitors", "pageviews", "buyers", "items", "gmv")
BANDS = st.sampled_from(["流量", "交易", "店铺", "整体", "日报"])
TITLES = st.sampled_from([("店铺日报",), (), ("",), ("数据来源：生意参谋", ""), ("", "以下为店铺整体数据")])
CAPTIONS = st.sampled_from(
    [("第一周",), ("", "双十一预热"), ("",) * 6, NAMES, (), None, ("合计", "9", "9", "9", "9", "9")]
)


def _read(rows):
    parsed = parse(RawTable("店铺.csv", "", tuple(map(tuple, rows))))
    found = [fact.values for facts in parsed.facts for fact in facts.rows]
    days = {f"{from_serial(one['date'])}": tuple(one.get(name) for name in FIELDS) for one in found}
    assert len(days) == len(found)
    return days, parsed


@st.composite
def headers(draw):
    """The names on one to three rows: a name stands at any depth, bands above the lower ones."""
    depth = draw(st.integers(1, 3))
    at = [0 if depth > 1 else depth - 1, *(draw(st.integers(min(1, depth - 1), depth - 1)) for _ in NAMES[1:])]
    if depth > 1:  # a stack has names on its lowest row, two at least on each, and fewer of them above
        at[-2:] = [depth - 1] * 2
    rows = [[""] * len(NAMES) for _ in range(depth)]
    for column, row in enumerate(at):
        rows[row][column] = NAMES[column]
        for above in range(row):
            rows[above][column] = draw(BANDS) if column % 2 or (above == 0 and column == 1) else ""
    for row in rows[1:-1]:
        if sum(map(bool, row)) < 2:
            row[1:3] = [draw(BANDS), draw(BANDS)] if not any(row[1:3]) else row[1:3]
    return rows


@given(header=headers(), titles=st.lists(TITLES, max_size=3), captions=st.lists(CAPTIONS, min_size=3, max_size=3))
def test_the_figures_are_the_same_under_every_header(header, titles, captions):
    """Bands, titles above, captions and the header again between the rows change nothing and are no problem."""
    again = [row for row in header if {*row} & {*NAMES}]  # one of bands alone says no name: it is told to have no date
    between = [again if caption is None else [caption] for caption in captions]
    body = [ROWS[0], *(row for rows, after in zip(between, ROWS[1:], strict=True) for row in (*rows, after))]
    days, parsed = _read([*titles, *header, *body])
    assert days == READ
    assert (parsed.rejected, parsed.issues, parsed.shop) == (0, (), "")


@given(
    order=st.permutations(["整体", "PC端", "无线端"]),
    left=st.sets(st.sampled_from(["整体", "PC端", "无线端"]), max_size=2),
    merged=st.booleans(),
)
def test_a_terminals_columns_are_never_the_shops(order, left, merged):
    """Three groups of the same names, in any order: the whole's figures are read, and without the whole none."""
    groups = [one for one in order if one not in left]
    bands, names, rows = [""], [NAMES[0]], [[row[0]] for row in ROWS]
    for group in groups:
        times = {"整体": 1, "PC端": 1000, "无线端": 10000}[group]
        bands += [group, *([group] if merged else [""]) * 4]
        names += NAMES[1:]
        for row, figures in zip(rows, ROWS, strict=True):
            row += [f"{int(one) * times}" for one in figures[1:]]
    days, parsed = _read([bands, names, *rows])
    if "整体" in groups:
        assert days == READ
    else:
        assert days == {} or len(groups) == 1
    assert days or parsed.issues
