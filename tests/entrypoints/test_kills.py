"""A killed process leaves the old file or the new one, never anything else."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest

from opsbook.hosts.files.host import FilesHost
from support import inbox
from support.facts import cell
from support.house import open_book
from support.sources import ROOT

DAY, KILLS = "2026-03-18", 20


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("command", ["import", "daily"])
def test_kills_leave_the_old_or_the_new_file(command, book, tmp_path):
    """Ten kills at random moments of each command: the book opens and holds the figure before or the one after."""
    chance, old, interrupted = random.Random(command), 0, 0
    started = time.monotonic()
    done = {"import": 0, "daily": 1}[command]  # the other days of the month lack
    assert _run(command, book, tmp_path, old).wait() == done
    whole = time.monotonic() - started
    for number in range(1, KILLS // 2 + 1):
        process = _run(command, book, tmp_path, number)
        time.sleep(chance.uniform(0.3, 1) * whole)
        if process.poll() is None:
            interrupted += 1
        else:
            whole *= 0.8  # the machine is less busy than it was
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen = cell(open_book(FilesHost(book)), "ShopDay", DAY, "gmv")
        assert seen in {old, number}
        old = seen
    assert interrupted
    assert _run(command, book, tmp_path, KILLS).wait() == done
    assert cell(open_book(FilesHost(book)), "ShopDay", DAY, "gmv") == KILLS
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def _run(command, book, folder, number):
    """Start an import of a figure of its own."""
    path = inbox.shop(folder / f"in-{number}", {DAY: {"访客数": 20, "支付金额": number}})
    env = {**os.environ, "PYTHONPATH": str(ROOT / "addin"), "XDG_STATE_HOME": str(folder / "state")}
    words = [sys.executable, "-m", "opsbook", command, book, path.parent, "--quiet"]
    return subprocess.Popen(words, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
