"""Put the compiled plan into a wheel: made from the very sources that the wheel carries."""

import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledPlan(BuildHookInterface):
    """Compiles the plan in every language; an editable installation compiles it when it is first used."""

    def initialize(self, version: str, build_data: dict[str, dict[str, str]]) -> None:
        """Add the files to those that hatchling packs."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "addin")))
        from opsbook.features.contents import own_catalog  # noqa: PLC0415 - found only now
        from opsbook.hosts.template.shipped import compile_plans  # noqa: PLC0415

        packed = {
            str(path): f"opsbook/templates/{path.name}"
            for path in compile_plans(Path(self.root, "build"), own_catalog())
        }
        build_data["force_include"].update(packed)
