"""What install wrote, so that uninstall removes that and nothing else."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

_MEMBERS = {"version": str, "xlwings": str, "python": str, "login_server": bool, "files": dict, "keys": list}


@dataclass(frozen=True, slots=True)
class Manifest:
    """One installation.

    Args:
        version: OpsBook's version.
        xlwings: version of the xlwings whose VBA is in the add-in.
        python: the Python behind the add-in.
        login_server: Python starts at login.
        files: SHA-256 of every file written, by path.
        keys: registry keys written.
    """

    version: str
    xlwings: str
    python: str
    login_server: bool = False
    files: Mapping[str, str] = field(default_factory=dict)
    keys: tuple[str, ...] = ()

    def text(self) -> str:
        """The manifest as a file."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_manifest(text: str) -> Manifest | None:
    """The manifest a file holds; None when it holds none."""
    try:
        found = json.loads(text)
    except ValueError:
        return None
    if not isinstance(found, dict) or set(found) != set(_MEMBERS):
        return None
    if not all(isinstance(found[name], kind) for name, kind in _MEMBERS.items()):
        return None
    return Manifest(**{**found, "keys": tuple(found["keys"])})
