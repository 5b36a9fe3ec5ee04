"""Cells of a standing row, its key among them, are written on every host."""


def test_cells_of_a_key_are_put_where_they_stand(shelf):
    """The row stays the row, with all else that it holds."""
    before = shelf.host.read_table("Day").rows
    shelf.host.put_cells("Day", "日期", {1: 46335.0, 2: "2026/11/11"}, 0)
    after = shelf.reopened().read_table("Day")
    assert [row[after.headers.index("日期")] for row in after.rows] == [46338.0, 46335.0, "2026/11/11"]
    assert [row[after.headers.index("访客数")] for row in after.rows] == [
        row[after.headers.index("访客数")] for row in before
    ]
