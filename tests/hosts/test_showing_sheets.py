"""Sheets are shown and hidden alike on every host."""


def test_a_sheet_goes_out_of_sight_and_comes_back(shelf):
    """What stands on it is there as before."""
    before = shelf.host.read_table("Log").rows
    assert shelf.host.in_sight("Log")
    shelf.host.show_sheet("Log", shown=False)
    shelf.host = shelf.reopened()
    assert not shelf.host.in_sight("Log")
    assert shelf.host.in_sight("Day")
    assert shelf.host.read_table("Log").rows == before
    shelf.host.show_sheet("Log", shown=True)
    assert shelf.reopened().in_sight("Log")
