"""Rows that move up when others are dropped, on every host."""

DAY, KEY = 46338.0, ("日期", "编号")


def _log(number, **cells):
    return {"日期": DAY, "编号": number, **cells}


def _texts(host):
    body = host.read_table("Log")
    return [row[body.headers.index("文本")] for row in body.rows]


def test_texts_that_look_like_cells_move_whole(shelf):
    """A text of several lines, with quotes and addresses in it, moves up as it is, and nothing of it stays behind."""
    odd = '<c r="B9"/>\nB12" </c>'
    shelf.host.upsert_rows("Log", KEY, [_log(number, 文本=f"{odd}{number}") for number in "abcd"])
    shelf.host = shelf.reopened()
    assert shelf.host.drop_rows("Log", [(DAY, "a"), (DAY, "c")], KEY) == 2
    shelf.host = shelf.reopened()
    assert _texts(shelf.host) == [f"{odd}b", f"{odd}d"]
    shelf.host.upsert_rows("Log", KEY, [_log("e"), _log("f", 文本="last")])
    assert _texts(shelf.reopened()) == [f"{odd}b", f"{odd}d", None, "last"]
