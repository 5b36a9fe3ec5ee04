"""How long `opsbook verify` of the demo book takes, and how much memory, with each engine that is installed.

    python benchmarks/verify.py [RUNS]

Each run is a process of its own, with its bytecode compiled as an installation has it. Shown are the best of RUNS (3) in CPU
seconds and seconds of the clock, and the peak of resident memory: of OpsBook or of the engine, whichever needs more.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from daily import OPSBOOK, measure

from opsbook.hosts.office.engines import ENGINES
from opsbook.model.errors import ToolMissingError

RUNS = 3


def main(runs: int) -> None:
    """Make the demo, verify it with every engine, print a line each."""
    print(f"{'verify':<16}{'CPU s':>8}{'clock s':>9}{'MB':>6}")
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([*OPSBOOK, "demo", folder, "--quiet"], check=True)
        book = str(Path(folder) / "OpsBook-demo.xlsx")
        for name, find in ENGINES.items():
            try:
                engine = find().name
            except ToolMissingError:
                print(f"{name:<16}not installed")
                continue
            done = [measure([*OPSBOOK, "verify", book, "--engine", name]) for _ in range(runs)]
            best = [min(getattr(one, what) for one in done) for what in ("cpu", "seconds", "megabytes")]
            print(f"{engine:<16}{best[0]:>8.1f}{best[1]:>9.1f}{best[2]:>6.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS)
