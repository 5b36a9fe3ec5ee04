"""A book that another program saved without the values of its formulas."""

import openpyxl
import pytest

from opsbook.engine.refresh import refresh
from opsbook.hosts.files.host import FilesHost
from support.house import open_book


def _shown(path):
    """What every formula cell shows, by sheet and address; None where the file holds no value."""
    formulas, values = openpyxl.load_workbook(path), openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, cell.coordinate): values[sheet.title][cell.coordinate].value
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


@pytest.mark.filterwarnings("ignore::UserWarning")  # openpyxl tells what it drops; that is the point
def test_a_refresh_fills_what_another_program_emptied(book):
    """After openpyxl saved it no formula shows anything; after a refresh all show what they showed before."""
    workbook = open_book(FilesHost(book))
    refresh(workbook)
    workbook.host.save()
    before = _shown(book)
    openpyxl.load_workbook(book).save(book)
    assert set(_shown(book).values()) == {None}
    workbook = open_book(FilesHost(book))
    refresh(workbook)
    workbook.host.save()
    assert _shown(book) == before
    assert sum(value is not None for value in before.values()) > 1000
    assert before["使用说明", "F1"] == "← 今日看板"
