"""`opsbook addin` as people call it: on a made-up Mac in a folder, and on a system without Excel."""

import json
import os
import sys
import zipfile
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

from opsbook import __version__
from opsbook.addin import commands as addin
from opsbook.addin.carrying_out import carry_out
from opsbook.addin.doctor import machine
from opsbook.addin.doctor.computer import Computer, Excel
from opsbook.addin.doctor.machine import look, this_computer
from opsbook.addin.doctor.programs import answer, ask_python, bits, running, windowless
from opsbook.addin.steps import CopyFile, RemoveFile, RemoveFolder, RemoveKey, SetValue, WriteFile
from opsbook.addin.xlwings_module import wheel_path, xlwings_version

PRODUCTS = ["opsbook-en.xlam", "opsbook-en.xlsm", "opsbook-zh.xlsm", "opsbook.xlam"]


@pytest.fixture
def mac(tmp_path, monkeypatch):
    """A Mac that lies in a folder, and is looked at like a real one."""
    home = tmp_path / "home"
    script = wheel_path(f"xlwings/xlwings-{xlwings_version()}.applescript")

    def places() -> Computer:
        return Computer(
            "macos",
            str(home / "OpsBook"),
            startup=str(home / "Startup"),
            scripts=str(home / "Scripts"),
            script=str(script),
            language_file=str(home / "config/addin.json"),
            excel=Excel("/Applications/Microsoft Excel.app", 64),
        )

    def looked(python, *, installed=False):
        found = look(places(), python or "", installed=installed)
        has = (
            __version__ if found.python.exists else ""
        )  # a checkout's own Python runs OpsBook without having it installed
        return replace(found, python=replace(found.python, opsbook=has))

    monkeypatch.setattr(addin, "_look", looked)
    return home


def _files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_build_writes_four_files(run, tmp_path):
    """build writes add-in and template in both languages, names them, and makes the same bytes again."""
    first, second = tmp_path / "a", tmp_path / "b"
    answered = run("addin", "build", "--out", first)
    assert answered.code == 0
    assert answered.out.split() == [
        str(first / name) for name in ("opsbook.xlam", "opsbook-en.xlam", "opsbook-zh.xlsm", "opsbook-en.xlsm")
    ]
    assert sorted(json.loads(run("addin", "build", "--out", second, "--json").out)["written"]) == PRODUCTS
    assert _files(first) == PRODUCTS
    assert [(first / name).read_bytes() == (second / name).read_bytes() for name in PRODUCTS] == [True] * 4


def test_install_doctor_uninstall(run, mac):
    """What install writes doctor finds sound, and uninstall takes away again, folder and all."""
    installed = run("addin", "install", "--lang", "en")
    assert installed.code == 0
    script = f"Scripts/xlwings-{xlwings_version()}.applescript"
    assert _files(mac) == ["OpsBook/addin-manifest.json", script, "Startup/opsbook.xlam", "config/addin.json"]
    assert json.loads((mac / "config/addin.json").read_text("utf-8")) == {"lang": "en"}
    with zipfile.ZipFile(mac / "Startup/opsbook.xlam") as package:
        assert sys.executable in package.read("xl/sharedStrings.xml").decode()
        assert 'label="Operations"' in package.read("customUI/customUI14.xml").decode()
    doctor = json.loads(run("addin", "doctor", "--json").out)
    assert [finding["code"] for finding in doctor["findings"]] == ["mac-buttons-only"]
    assert run("addin", "doctor").code == 0
    assert run("addin", "uninstall").code == 0
    assert _files(mac) == []
    assert not (mac / "OpsBook").exists()


def test_install_twice_says_so(run, mac):
    """The second time there is nothing to change."""
    run("addin", "install")
    before = {name: (mac / name).stat().st_mtime_ns for name in _files(mac)}
    again = run("addin", "install")
    assert (again.code, "没有要改的" in again.out) == (0, True)
    assert {name: (mac / name).stat().st_mtime_ns for name in _files(mac)} == before


def test_a_dry_run_only_tells(run, mac):
    """--dry-run names every file and step, for people and for scripts, and touches nothing."""
    told = run("addin", "install", "--dry-run")
    assert told.code == 0
    assert f"写入 {mac / 'Startup/opsbook.xlam'}" in told.out
    assert "没有改动任何东西" in told.out
    steps = json.loads(run("addin", "install", "--dry-run", "--json").out)
    assert [step["step"] for step in steps["steps"]] == ["addin-write", "addin-copy", *["addin-write"] * 2]
    assert not steps["taken"]
    assert not mac.exists()
    run("addin", "install")
    before = _files(mac)
    assert f"删除 {mac / 'Startup/opsbook.xlam'}" in run("addin", "uninstall", "--dry-run").out
    assert _files(mac) == before


def test_a_missing_python_stops_install(run, mac):
    """A Python that is not there is an error, and nothing is written."""
    refused = run("addin", "install", "--python", mac / "python3")
    assert refused.code == 2
    assert str(mac / "python3") in refused.err
    assert not mac.exists()


@pytest.mark.parametrize("place", ["Startup", "config"])
def test_a_step_that_fails_is_named_and_can_be_undone(run, mac, place):
    """A folder that cannot be written to stops install with the step's name, and uninstall takes the rest away again."""
    mac.mkdir()
    (mac / place).write_bytes(b"a file where a folder is wanted")
    failed = run("addin", "install")
    assert failed.code == 2
    assert f"写入 {mac / place}" in failed.err
    assert "opsbook addin uninstall" in failed.err
    assert "Traceback" not in failed.err
    assert json.loads(run("addin", "install", "--json").out)["error"] == "addin-step-failed"
    assert len(_files(mac)) > 1
    assert run("addin", "uninstall").code == 0
    assert _files(mac) == [place]


def test_doctor_names_a_file_that_went(run, mac):
    """What a virus scanner took is a problem (1), named with the way to get it back."""
    run("addin", "install")
    (mac / "Startup/opsbook.xlam").unlink()
    found = run("addin", "doctor")
    assert found.code == 1
    assert str(mac / "Startup/opsbook.xlam") in found.err
    assert "opsbook addin install" in found.err


def test_uninstall_leaves_what_was_changed(run, mac):
    """A language file edited by hand stays, and is named."""
    run("addin", "install")
    (mac / "config/addin.json").write_text('{"lang": "zh" }', encoding="utf-8")
    assert "addin.json" in run("addin", "uninstall").err
    assert _files(mac) == ["config/addin.json"]


@pytest.mark.skipif(sys.platform != "linux", reason="Windows and macOS have Excel")
@pytest.mark.parametrize("action", ["install", "uninstall", "doctor"])
def test_a_system_without_excel_gets_a_plain_answer(run, action):
    """Where no Excel exists the answer is a sentence and 2, for scripts a code."""
    assert run("addin", action).code == 2
    assert json.loads(run("addin", action, "--json").out)["error"] == "no-excel-here"


@pytest.mark.skipif(sys.platform != "linux", reason="the other systems are described")
def test_this_computer_is_described(tmp_path):
    """On a system without Excel only what every system has is read."""
    found = this_computer({"PYTHONPATH": "/a:/b:"}, tmp_path / "addin.json")
    assert (found.system, found.python_path, found.language_file) == (
        "other",
        ("/a", "/b"),
        str(tmp_path / "addin.json"),
    )


WINDOWS_KEYS = {
    ("machine", "App Paths"): '"{folder}/EXCEL.EXE"',
    ("classes", r"Excel.Application\CLSID"): "{{0002}}",
    ("classes", r"CLSID\{{0002}}\LocalServer32"): "et.exe",
    ("machine", r"Policies\Microsoft\Windows Defender"): "1",
}


@pytest.fixture
def windows(tmp_path, monkeypatch):
    """The registry and the list of programs of a Windows that lies in a folder."""
    head = b"MZ".ljust(60, b"\0") + (64).to_bytes(4, "little") + b"PE\0\0" + (0x14C).to_bytes(2, "little")
    (tmp_path / "EXCEL.EXE").write_bytes(head)
    keys = dict(WINDOWS_KEYS)

    def read_value(root, key, *_):
        return next(
            (text.format(folder=tmp_path) for (at, part), text in keys.items() if at == root and part.format() in key),
            "",
        )

    monkeypatch.setattr(machine, "system", lambda: "windows")
    monkeypatch.setattr(machine, "read_value", read_value)
    monkeypatch.setattr(machine, "answer", lambda _: '"EXCEL.EXE","1","N/A"\n')
    return keys


def test_a_windows_is_described(windows, tmp_path):
    """Excel and its bits, who answers in its place, Defender's rule, OneDrive and the folders are found."""
    environment = {
        "LOCALAPPDATA": str(tmp_path),
        "APPDATA": str(tmp_path),
        "OneDrive": "C:/O",
        "OneDriveConsumer": "C:/O",
    }
    found = this_computer(environment, tmp_path / "addin.json")
    assert found.excel == Excel(str(tmp_path / "EXCEL.EXE"), 32, 1, 1)
    assert (found.excel_class, found.child_processes_blocked, found.synced) == ("et.exe", True, ("C:/O",))
    assert found.startup == str(tmp_path / "Microsoft/Excel/XLSTART")
    windows.clear()
    bare = this_computer(environment, tmp_path / "addin.json")
    assert (bare.excel, bare.excel_class, bare.child_processes_blocked) == (None, "", False)


def _refuse(path, *_, **__):
    raise PermissionError(13, "Access is denied", str(path))


def test_a_start_folder_that_refuses_files_is_not_used(windows, tmp_path, monkeypatch):
    """Windows calls every folder writable when asked, so a file is tried; where that is refused another place is taken."""
    monkeypatch.setattr(os, "access", lambda *_: True)
    startup = tmp_path / "Microsoft/Excel/XLSTART"
    startup.mkdir(parents=True)
    environment = {"LOCALAPPDATA": str(tmp_path), "APPDATA": str(tmp_path)}
    assert this_computer(environment, tmp_path / "addin.json").startup == str(startup)
    assert list(startup.iterdir()) == []
    windows.pop(("machine", "App Paths"))  # Excel itself is not read here
    with monkeypatch.context() as refused:
        refused.setattr(Path, "open", _refuse)
        assert this_computer(environment, tmp_path / "addin.json").startup == ""


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="no folder is read-only to this user")
@pytest.mark.parametrize("folder", ["", "XLSTART"], ids=["there", "to be made"])
def test_a_read_only_folder_is_not_writable(tmp_path, folder):
    """A folder without the right to write is found out, also where the one above it would have to make it."""
    tmp_path.chmod(0o555)
    try:
        assert not machine._writable(tmp_path / folder)
    finally:
        tmp_path.chmod(0o755)


def test_a_mac_is_described(tmp_path, monkeypatch):
    """The folders Excel on a Mac loads add-ins and scripts from, and the script that starts Python."""
    monkeypatch.setattr(machine, "system", lambda: "macos")
    found = this_computer({"HOME": str(tmp_path)}, tmp_path / "addin.json")
    assert Path(found.script).is_file()
    assert found.startup.endswith("UBF8T346G9.Office/User Content.localized/Startup.localized/Excel")
    assert found.script_place == f"{tmp_path}/Library/Application Scripts/com.microsoft.Excel/{Path(found.script).name}"


def test_look_prefers_what_is_asked_for(tmp_path):
    """The Python asked for, else that of the installation, else the private one, else the one that runs this."""
    places = Computer("windows", str(tmp_path))
    assert look(places).python.path == str(windowless(Path(sys.executable)))
    private = tmp_path / "python" / "pythonw.exe"
    private.parent.mkdir()
    private.write_bytes(b"")
    (private.parent / "xlwings64-1.dll").write_bytes(b"x")
    found = look(places)
    assert (found.python.path, found.libraries) == (str(private), (str(private.parent / "xlwings64-1.dll"),))
    assert found.files == {
        str(private.parent / "xlwings64-1.dll"): "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    }
    asked = look(places, str(tmp_path / "other" / "python.exe")).python
    assert (asked.path, asked.exists) == (str(tmp_path / "other" / "python.exe"), False)


def test_a_python_tells_what_it_has(tmp_path):
    """Another Python is asked; one that answers nothing has nothing."""
    other = tmp_path / "python"
    other.symlink_to(sys.executable)
    python, _ = ask_python(other)
    assert python.exists
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\nexit 3\n", encoding="ascii")
    silent.chmod(0o755)
    assert ask_python(silent)[0].opsbook == ""
    assert answer([str(tmp_path / "nobody")]) == ""


def a_python_that_says(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\necho '{text}'\n", encoding="ascii")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    ("said", "told"),
    [
        pytest.param('["1.2", "0.37.8", "/there"]', ("1.2", "0.37.8", "/there"), id="all three"),
        pytest.param('["", "", "/there"]', ("", "", "/there"), id="neither library"),
        pytest.param("Python 2.7", ("", "", ""), id="something else"),
    ],
)
def test_another_python_is_believed(tmp_path, said, told):
    """Version of OpsBook, of xlwings, and the folder it is installed in."""
    python, prefix = ask_python(a_python_that_says(tmp_path / "python", said))
    assert (python.opsbook, python.xlwings, prefix) == told


def test_a_python_without_a_window_is_asked_through_its_console(tmp_path):
    """pythonw prints nothing; python beside it does."""
    a_python_that_says(tmp_path / "python", '["1.2", "3", "/there"]')
    python, prefix = ask_python(a_python_that_says(tmp_path / "pythonw", ""))
    assert (python.path, python.opsbook, prefix) == (str(tmp_path / "pythonw"), "1.2", "/there")


def test_the_python_that_runs_this_is_not_started_to_be_asked(tmp_path, monkeypatch):
    """Whatever lies in its folder: what it has is known already."""
    own = a_python_that_says(tmp_path / "python", '["9.9", "9.9", "/there"]')
    monkeypatch.setattr(sys, "executable", str(own))
    python, prefix = ask_python(own)
    assert (python.opsbook, python.xlwings, prefix) == (version("opsbook"), xlwings_version(), sys.prefix)


@pytest.mark.parametrize(
    ("machine", "expected"), [(0x8664, 64), (0xAA64, 64), (0x14C, 32), (0x1C0, 0)], ids=["x64", "ARM64", "x86", "other"]
)
def test_a_programs_bits_are_read_from_its_head(machine, expected):
    """The machine in the PE header decides; an unknown one is not guessed."""
    head = b"MZ".ljust(60, b"\0") + (128).to_bytes(4, "little")
    assert bits(head.ljust(128, b"\0") + b"PE\0\0" + machine.to_bytes(2, "little")) == expected


@pytest.mark.parametrize("head", [b"", b"#!/bin/sh", b"MZ" * 32, b"MZ".ljust(200, b"\0")])
def test_what_is_no_program_has_no_bits(head):
    """A file too short or of another kind is unknown, not an error."""
    assert bits(head) == 0


def test_excels_without_a_window_are_counted():
    """tasklist's last column is the window's title; an Excel without one runs unseen."""
    tasks = (
        '"EXCEL.EXE","4120","Console","1","180,124 K","Running","PC\\ann","0:00:09","日报.xlsx - Excel"\r\n'
        '"EXCEL.EXE","5012","Console","1","80,124 K","Unknown","PC\\ann","0:00:01","N/A"\r\n'
        '"EXCEL.EXE","5013","Console","1","80,124 K","Unknown","PC\\ann","0:00:01","暂缺"\r\n'
    )
    assert running(tasks) == (3, 2)
    assert running("INFO: No tasks are running which match the specified criteria.\r\n") == (0, 0)


def test_the_windowless_python_is_taken(tmp_path):
    """pythonw.exe beside python.exe is used; where there is none the program itself."""
    console = tmp_path / "python.exe"
    assert windowless(console) == console
    (tmp_path / "pythonw.exe").write_bytes(b"")
    assert windowless(console).name == "pythonw.exe"
    assert windowless(tmp_path / "pythonw.exe").name == "pythonw.exe"


def test_steps_are_taken(tmp_path):
    """Files are written with their folders, copied and removed; a folder goes only when empty."""
    file, copy = tmp_path / "a" / "b" / "file", tmp_path / "c" / "copy"
    carry_out(WriteFile(str(file), b"1"))
    carry_out(CopyFile(str(file), str(copy)))
    assert copy.read_bytes() == b"1"
    carry_out(RemoveFolder(str(copy.parent)))
    assert copy.exists()
    carry_out(RemoveFile(str(copy)))
    carry_out(RemoveFile(str(copy)))
    carry_out(RemoveFolder(str(copy.parent)))
    assert not copy.parent.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a registry")
@pytest.mark.parametrize("step", [SetValue("key", "name", "value"), RemoveKey("key")])
def test_without_a_registry_nothing_is_pretended(step):
    """A step for the registry fails where there is none."""
    with pytest.raises(OSError, match="key"):
        carry_out(step)
