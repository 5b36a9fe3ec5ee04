"""Rows of the sheet Competitors: those that are folded away, and those that hold nothing."""

import pytest

from opsbook.engine.refresh import cells_of
from opsbook.model.language import LANGS
from support.house import plan_book


@pytest.mark.parametrize("lang", LANGS)
def test_the_chart_ends_above_the_folded_rows(lang):
    """A chart that reached them would grow when the list is unfolded; the line below the list says where they are."""
    sheet = next(sheet for sheet in plan_book(lang).sheets if sheet.id == "competitors")
    (chart,) = sheet.charts
    first = min(sheet.folded)
    room = sum(sheet.heights.get(row, sheet.row_height) for row in range(chart.at[0], first))
    assert chart.size[1] < room
    assert sheet.cells[max(sheet.folded) + 1, 1].name == "peers_more"
    assert first - (sheet.tables[0].row + 1) == 12


@pytest.mark.parametrize(
    ("count", "said"),
    [
        pytest.param(12, "第 13 家起的空行收着，点这一行最左边的 ＋", id="room"),
        pytest.param(30, "共 30 家；第 13 家起若看不见，点这一行最左边的 ＋", id="more than a dozen"),
    ],
)
def test_a_long_list_says_where_the_rest_is(count, said, memory_book):
    """The first five are compared however many are watched."""
    workbook = memory_book()
    workbook.upsert("Peers", [{"shop": f"竞店{number}"} for number in range(1, count + 1)])
    cells = cells_of(workbook)
    assert (cells.name("peers_more"), cells.name("peer_count")) == (said, count)
    assert [cells.name(f"peer_{number}") for number in range(1, 6)] == [f"竞店{number}" for number in range(1, 6)]


@pytest.mark.parametrize(("table", "blank"), [("PeerPrices", "item_id"), ("PeerNews", "shop")])
def test_a_row_that_holds_nothing_shows_no_number(table, blank):
    """The number of a row is its key, so it stands there; only its format hides it."""
    sheet = next(sheet for sheet in plan_book("zh").sheets if sheet.id == "competitors")
    plan = next(one for one in sheet.tables if one.name == table)
    first, last = plan.row + 1, plan.row + len(plan.body)
    (rule,) = [one for one in sheet.rules if one.box == (first, plan.column, last, plan.column)]
    at = plan.column + [column.id for column in plan.columns].index(blank)
    assert (rule.formula, rule.style) == (f'${"ABCDEFGH"[at]}{first + 1}=""', (("num_format", ";;;"),))
