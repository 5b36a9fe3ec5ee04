"""An Excel for worksheet functions, and a user of either language."""

import json

import pytest

from opsbook.engine.functions import boundary
from opsbook.engine.functions.language import addin_language, addin_settings_file
from support import winstub


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Settings and log of one test only."""
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setattr(boundary, "_noted", {})
    addin_language.cache_clear()
    yield
    addin_language.cache_clear()


@pytest.fixture
def speak():
    """Choose the add-in's language, as installing it does."""

    def choose(lang):
        addin_settings_file().parent.mkdir(parents=True, exist_ok=True)
        addin_settings_file().write_text(json.dumps({"lang": lang}), encoding="utf-8")
        addin_language.cache_clear()

    return choose


@pytest.fixture(scope="module")
def excel():
    """An Excel with the add-in's Python server behind it."""
    with winstub.excel() as running:
        yield running
