"""What commands changed, and the way back."""

from opsbook.engine.feature import Feature
from opsbook.features.runs.command_records import COMMANDS
from opsbook.features.runs.messages import RUNS
from opsbook.model.language import Label

FEATURE = Feature(
    "runs",
    Label("运行记录", "Runs"),
    since="0.3.0",
    version=0,  # workbooks get nothing of it
    needs=("books",),
    commands=COMMANDS,
    messages=RUNS,
)
