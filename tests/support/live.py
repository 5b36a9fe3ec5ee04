"""A pytest plugin: one live LibreOffice as xlwings' program, for tests of what drives Excel."""

import pytest

from support import office


@pytest.fixture(scope="session")
def excel():
    """xlwings' app over a LibreOffice of this session's own."""
    if office.missing():
        pytest.skip(office.missing())
    from support.grid import Office, start  # noqa: PLC0415 - only tests that drive Excel pay for it

    line = Office()
    yield start(line)
    line.stop()
