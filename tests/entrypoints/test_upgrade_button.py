"""A workbook of an older version that is open in Excel: asked, saved, closed, upgraded as a file, opened again."""

import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest

from opsbook.engine.functions.language import addin_language
from opsbook.engine.upgrade.known_versions import refuse_other
from opsbook.features.contents import catalog
from opsbook.hosts.files.host import FilesHost
from opsbook.model.errors import FileRefusedError, OpsbookError, WorkbookBrokenError
from opsbook.model.versions import PROPERTY
from opsbook.ooxml.defined_names import DefinedName
from opsbook.ribbon import run as ribbon
from opsbook.ribbon import upgrading
from opsbook.ribbon.click import Click, Speaker
from support.house import CATALOG
from support.later import later

KEPT = Path(__file__).parents[1] / "books" / "0.1.0"


class Excel:
    """Excel with its open workbooks; whatever is done with them is noted."""

    def __init__(self):
        self.books, self.done, self.status_bar = self, [], False

    def open(self, path):
        """Open a workbook file."""
        self.done.append("open")
        return Book(self, str(path))


class Book:
    """One open workbook: saved and closed it leaves its file alone; open, it keeps others from writing it."""

    def __init__(self, app, fullname, *, read_only=False):
        self.app, self.fullname, self.name = app, fullname, fullname.rpartition("/")[2]
        self.api = SimpleNamespace(ReadOnly=read_only)
        self._owner = Path(fullname).with_name(f"~${self.name}") if Path(fullname).is_file() else None
        if self._owner:
            self._owner.touch()

    def save(self):
        """Save it."""
        self.app.done.append("save")

    def close(self):
        """Close it: its owner file goes."""
        self.app.done.append("close")
        self._owner.unlink()


class Dialogs:
    """A person who answers one question."""

    def __init__(self, answer):
        self.answer, self.asked, self.told = answer, [], []

    def confirm(self, prompt):
        """Answer it."""
        self.asked.append(prompt)
        return self.answer

    def tell(self, text):
        """Keep a message."""
        self.told.append(text)


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch, tmp_path):
    for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    addin_language.cache_clear()
    yield
    addin_language.cache_clear()


@pytest.fixture
def old(tmp_path):
    """A workbook of version 0.1.0."""
    return Path(shutil.copy(KEPT / "template-zh.xlsx", tmp_path / "店铺.xlsx"))


def clicked(fullname, lang="zh", *, yes, read_only=False):
    """A button pressed in a workbook that is open."""
    excel = Excel()
    return Click(Book(excel, str(fullname), read_only=read_only), Dialogs(yes), Speaker(lang, excel, "refresh"))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_yes_upgrades_the_file_and_opens_it_again(old, lang):
    """Saved, closed, upgraded with a backup, opened: then it is up to date, and the message speaks the workbook's language."""
    before, click = old.read_bytes(), clicked(old, lang, yes=True)
    upgrading.offer_upgrade(click)
    assert click.book.app.done == ["save", "close", "open"]
    assert ("现在升级吗" if lang == "zh" else "Upgrade now?") in click.dialogs.asked[0]
    assert click.book.fullname == str(old)
    assert "frame=" in FilesHost(old).read_property(PROPERTY)
    assert "已升级" in click.speaker.text()
    assert [one.read_bytes() for one in old.parent.glob(".opsbook/*/backups/*")] == [before]


def test_whichever_button_finds_out_asks(old):
    """Instead of an error somebody reads the question; after a no nothing is said."""
    click = clicked(old, yes=False)
    ribbon._guarded(lambda _: refuse_other(Open(old), catalog()), click)
    assert len(click.dialogs.asked) == 1
    assert (click.book.app.done, click.speaker.lines) == ([], [])


def test_no_leaves_everything_as_it_is(old):
    """Nothing is saved, closed or said."""
    before, click = old.read_bytes(), clicked(old, yes=False)
    upgrading.offer_upgrade(click)
    assert (click.book.app.done, click.speaker.lines, old.read_bytes()) == ([], [], before)


@pytest.mark.parametrize(
    ("fullname", "read_only"),
    [("工作簿1", False), ("https://example.sharepoint.com/shop/店铺.xlsx", False), ("", True)],
    ids=["never saved", "in the cloud", "read-only"],
)
def test_what_cannot_be_replaced_is_refused_before_anybody_is_asked(old, fullname, read_only):
    """No file here, or one that Excel opened for reading only: what to do is said, nothing is touched."""
    click = clicked(fullname or old, yes=True, read_only=read_only)
    ribbon._guarded(upgrading.offer_upgrade, click)
    assert (click.book.app.done, click.dialogs.asked) == ([], [])
    assert "另存到电脑上的文件夹" in click.speaker.text()


def refused():
    """Something of the user's is in the way."""
    raise FileRefusedError("book-changed", file="店铺.xlsx")


def full():
    """What nobody expected."""
    message = "No space left on device"
    raise OSError(28, message)


def pressed():
    """Somebody gave up waiting."""
    raise KeyboardInterrupt


@pytest.mark.parametrize("fail", [refused, full, pressed])
def test_a_failure_in_the_middle_opens_the_workbook_again(old, monkeypatch, fail):
    """Expected or not: whoever pressed the button has the workbook open again, as it was."""
    before, click = old.read_bytes(), clicked(old, yes=True)
    monkeypatch.setattr(upgrading, "run_upgrade", lambda *_: fail())
    with pytest.raises((OpsbookError, OSError, KeyboardInterrupt)):
        upgrading.offer_upgrade(click)
    assert click.book.app.done == ["save", "close", "open"]
    assert (click.book.fullname, old.read_bytes()) == (str(old), before)


def test_what_is_in_the_way_is_said_and_the_workbook_is_open_again(old):
    """A name of the user's that something new would have: one sentence and what to do, and the file as it was saved."""
    host = FilesHost(old)
    host.book.workbook.add_names([DefinedName("options", "'设置'!$A$1")])
    old.write_bytes(host.book.to_bytes())
    before, click = old.read_bytes(), clicked(old, yes=True)
    ribbon._guarded(upgrading.offer_upgrade, click)
    assert click.book.app.done == ["save", "close", "open"]
    assert "名称管理器" in click.speaker.text()
    assert old.read_bytes() == before


def test_a_workbook_somebody_else_has_open_is_left_alone(old):
    """Another program opened it meanwhile: refused in words, and it is open again."""
    before, click = old.read_bytes(), clicked(old, yes=True)
    (old.parent / f".~lock.{old.name}#").touch()
    ribbon._guarded(upgrading.offer_upgrade, click)
    assert click.book.app.done == ["save", "close", "open"]
    assert "LibreOffice" in click.speaker.text()
    assert old.read_bytes() == before


class Open(FilesHost):
    """A workbook open in Excel, which tells its properties, or, on a Mac, none."""

    tells = True

    def read_property(self, name):
        """A property, where they are told."""
        return super().read_property(name) if self.tells else ""


class OpenOnMac(Open):
    """The same on a Mac."""

    tells = False


def raised(path, product):
    """The workbook brought up to date."""
    from opsbook.engine.upgrade.upgrading import upgrade  # noqa: PLC0415 - beside its only use

    host = FilesHost(path)
    upgrade(host, product)
    host.save()


@pytest.mark.parametrize("kind", [Open, OpenOnMac], ids=["Windows", "Mac"])
def test_an_open_workbook_is_known_for_older_and_for_up_to_date(old, kind):
    """Whether Excel tells properties or none; once upgraded it is asked about no more."""
    with pytest.raises(WorkbookBrokenError, match="book-older"):
        refuse_other(kind(old), catalog())
    raised(old, CATALOG)
    refuse_other(kind(old), catalog())
    with pytest.raises(WorkbookBrokenError, match="book-older"):
        refuse_other(kind(old), later())
    raised(old, later())
    refuse_other(kind(old), later())


def test_an_open_workbook_of_a_newer_version_is_refused(old):
    """Where Excel tells its properties; nothing is written."""
    raised(old, later())
    with pytest.raises(WorkbookBrokenError, match="book-newer"):
        refuse_other(Open(old), catalog())


@pytest.mark.parametrize("kind", [Open, OpenOnMac], ids=["Windows", "Mac"])
def test_an_open_workbook_that_lacks_an_option_alone_is_older(old, kind):
    """A version may bring no table and no column."""
    raised(old, later())
    host = kind(old)
    text = host.book.package.read("xl/workbook.xml")
    host.book.workbook._rewrite(text.replace('name="calls_a_day"', 'name="calls_a_week"'))
    if kind is Open:
        host.write_property(PROPERTY, host.read_property(PROPERTY).replace("later=1", "later=0"))
    with pytest.raises(WorkbookBrokenError, match="book-older"):
        refuse_other(host, later())
