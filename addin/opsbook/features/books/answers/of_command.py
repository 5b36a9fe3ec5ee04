"""Which answers each command may give."""

from opsbook.features.books.answers.answer import Answer, Crash, Failure
from opsbook.features.books.answers.competitors import PeersImported, Report, Sighted, Watched
from opsbook.features.books.answers.filled import BookMade, DemoMade, GoalSet, Imported, Refreshed
from opsbook.features.books.answers.installed import Examined, Installed
from opsbook.features.books.answers.looked import (
    Built,
    Checked,
    Compared,
    Detected,
    History,
    Repaired,
    SchemaNames,
    SchemaText,
    Verified,
)

ANSWERS: dict[str, tuple[type[Answer], ...]] = {
    "demo": (DemoMade,),
    "new": (BookMade,),
    "import": (Imported,),
    "refresh": (Refreshed,),
    "daily": (Imported,),
    "goal": (GoalSet,),
    "history": (History,),
    "peers add": (Watched,),
    "peers log": (Sighted,),
    "peers import": (PeersImported,),
    "peers report": (Report,),
    "detect": (Detected,),
    "check": (Checked, Repaired),
    "verify": (Verified,),
    "build": (Built, Compared),
    "addin": (Built, Installed, Examined),
    "schema": (SchemaNames, SchemaText),
}
"""By command, when it ran."""

FAILURES: tuple[type[Answer], ...] = (Failure, Crash)
"""Of any command, when it could not run."""
