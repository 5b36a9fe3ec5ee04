"""A pytest plugin: the live LibreOffice of a session as xlwings' program, for tests of what drives Excel."""

import pytest


@pytest.fixture(scope="session")
def excel(libreoffice):
    """xlwings' app over LibreOffice."""
    from support.grid import start  # noqa: PLC0415 - only tests that drive Excel pay for it

    return start(libreoffice)
