"""The morning's line about what moved."""

from collections.abc import Mapping

from opsbook.engine.summary import Morning


def change(morning: Morning) -> Mapping[str, object]:
    """What moved the amount since the same weekday last week."""
    return {"text": morning.text("dash_bridge")}
