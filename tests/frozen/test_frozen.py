"""What the program says and writes is what it said and wrote when it was last recorded and read."""

import pytest

from frozen.record import HERE, LOCALES, file_text, made, recorded


@pytest.mark.parametrize("lang", LOCALES)
def test_what_is_said_and_written_is_as_recorded(lang, tmp_path, monkeypatch):
    """Refusals, answers, help, messages, the demo's cells, past rows and the add-in; `record.py` writes them anew."""
    monkeypatch.setenv("LC_ALL", LOCALES[lang])
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    (tmp_path / "stage").mkdir()
    texts = dict(recorded(lang, *made(tmp_path, lang), tmp_path / "stage"))
    changed = [
        name for name, said in texts.items() if (HERE / f"{name}.txt").read_text(encoding="utf-8") != file_text(said)
    ]
    assert changed == []
