"""The language worksheet functions and ribbon buttons speak."""

import json
from functools import cache
from pathlib import Path

from opsbook.engine.console.printing import locale_language
from opsbook.model.language import LANGS, Lang


def addin_settings_file() -> Path:
    """Where installing the add-in notes its language: a JSON object such as {"lang": "zh"}."""
    from platformdirs import user_config_dir  # noqa: PLC0415 - plain Python use need not pay for it

    return Path(user_config_dir("opsbook", appauthor=False)) / "addin.json"


@cache
def addin_language() -> Lang:
    """Say the add-in's language.

    Returns:
        The language chosen when the add-in was installed; where nothing readable says so, the system's. Read once.
    """
    try:
        settings = json.loads(addin_settings_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return locale_language()
    chosen = settings.get("lang") if isinstance(settings, dict) else None
    return next((lang for lang in LANGS if lang == chosen), locale_language())
