"""Write a VBA project as Excel reads it: sources only, no compiled code.

The writer is ours rather than a library's, by evidence: of the libraries at hand one damages sources of ordinary length
when it compresses them; the other starts from a project that Excel compiled, keeps that project's name, id and stale
caches, and adds modules so that the container's tree breaks its rules. As a reader it is strict, and checks ours in the
tests.
`dir`, `PROJECT` and `PROJECTwm` equal, byte for byte, what Excel itself writes for the same modules.

Source: [MS-OVBA] 2.3; `_VBA_PROJECT` as 2.3.4.1 asks of writers without caches.
"""

import re
import struct
from dataclasses import dataclass
from enum import Enum

from opsbook.vba.project.compound_file import compound_file
from opsbook.vba.project.compression import compress

CODE_PAGE, ENCODING = 1252, "cp1252"
_LANGUAGE = 0x409
_NO_CACHES = bytes.fromhex("CC61FFFF000100")
_ANY_COOKIE = 0xFFFF  # Excel writes numbers here to know its caches by; there are none
_VERSION = (0x6C919D94, 5)
_NAME = re.compile(r"[A-Za-z]\w{0,30}", re.ASCII)
LONGEST_LINE = 1000  # the editor cuts lines at 1,023 characters


class Kind(Enum):
    """What a module is, in the words of the PROJECT stream."""

    DOCUMENT = "Document"
    CLASS = "Class"
    STANDARD = "Module"


@dataclass(frozen=True, slots=True)
class Module:
    """One module as it lies in its stream.

    Args:
        name: its name in the editor.
        kind: what it is.
        source: text with its attributes, lines ended by CR LF.
        help: the description the editor's object browser shows.
    """

    name: str
    kind: Kind
    source: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A type library the code uses, found by its GUID."""

    name: str
    library: str


REFERENCES = (
    Reference(
        "stdole",
        r"*\G{00020430-0000-0000-C000-000000000046}#2.0#0#C:\Windows\System32\stdole2.tlb#OLE Automation",
    ),
    Reference(
        "Office",
        r"*\G{2DF8D04C-5BFA-101B-BDE5-00AA0044DE52}#2.0#0#C:\Program Files\Common Files\Microsoft Shared\OFFICE16\MSO.DLL"
        "#Microsoft Office 16.0 Object Library",
    ),
)


@dataclass(frozen=True, slots=True)
class Project:
    """One VBA project.

    Args:
        name: its name in the editor; no module's.
        id: its GUID in braces.
        modules: documents first.
    """

    name: str
    id: str
    modules: tuple[Module, ...]


def vba_project(project: Project) -> bytes:
    """The project as vbaProject.bin.

    Raises:
        ValueError: a module the editor would refuse: its name, its characters, the length of a line.
    """
    _check(project)
    sources = {module.name: compress(module.source.encode(ENCODING)) for module in project.modules}
    vba = {**sources, "_VBA_PROJECT": _NO_CACHES, "dir": compress(directory(project))}
    return compound_file({"VBA": vba, "PROJECTwm": names(project), "PROJECT": properties(project)})


def _check(project: Project) -> None:
    taken = {project.name.lower()}
    for module in project.modules:
        if not _NAME.fullmatch(module.name) or module.name.lower() in taken:
            raise ValueError(module.name)
        taken.add(module.name.lower())
        if not module.source.isascii() or re.search(r"\r(?!\n)|(?<!\r)\n", module.source):
            raise ValueError(module.name)
        if any(len(line) > LONGEST_LINE for line in module.source.split("\r\n")):
            raise ValueError(module.name)


def _record(number: int, content: bytes = b"") -> bytes:
    return struct.pack("<HI", number, len(content)) + content


def _long(number: int) -> bytes:
    return struct.pack("<I", number)


def _both(text: str, plain: int, wide: int) -> bytes:
    """A text in the project's code page and once more in UTF-16."""
    return _record(plain, text.encode(ENCODING)) + _record(wide, text.encode("utf-16-le"))


def directory(project: Project) -> bytes:
    """The `dir` stream before compression: what the project is made of."""
    head = [
        _record(0x01, _long(3)),  # written for 64-bit Windows; other systems take it as well
        _record(0x02, _long(_LANGUAGE)),
        _record(0x14, _long(_LANGUAGE)),
        _record(0x03, struct.pack("<H", CODE_PAGE)),
        _record(0x04, project.name.encode(ENCODING)),
        *(_both("", plain, wide) for plain, wide in ((0x05, 0x40), (0x06, 0x3D))),  # no help text, no help file
        _record(0x07, _long(0)),
        _record(0x08, _long(0)),
        struct.pack("<HIIH", 0x09, 4, *_VERSION),
        _both("", 0x0C, 0x3C),
    ]
    count = _record(0x0F, struct.pack("<H", len(project.modules))) + _record(0x13, struct.pack("<H", _ANY_COOKIE))
    modules = [_module(module) for module in project.modules]
    return b"".join([*head, *map(_reference, REFERENCES), count, *modules, _record(0x10)])


def _reference(reference: Reference) -> bytes:
    library = reference.library.encode(ENCODING)
    return _both(reference.name, 0x16, 0x3E) + _record(0x0D, _long(len(library)) + library + b"\0" * 6)


def _module(module: Module) -> bytes:
    parts = [
        _both(module.name, 0x19, 0x47),
        _both(module.name, 0x1A, 0x32),
        _both(module.help, 0x1C, 0x48),
        _record(0x31, _long(0)),  # the source begins at once: no compiled code stands before it
        _record(0x1E, _long(0)),
        _record(0x2C, struct.pack("<H", _ANY_COOKIE)),
        _record(0x21 if module.kind is Kind.STANDARD else 0x22),
        _record(0x2B),
    ]
    return b"".join(parts)


def names(project: Project) -> bytes:
    """The `PROJECTwm` stream: module names in the code page and in UTF-16."""
    pairs = (
        module.name.encode(ENCODING) + b"\0" + module.name.encode("utf-16-le") + b"\0\0" for module in project.modules
    )
    return b"".join(pairs) + b"\0\0"


def properties(project: Project) -> bytes:
    """The `PROJECT` stream."""
    lines = [
        f'ID="{project.id}"',
        *(_module_line(module) for module in project.modules),
        f'Name="{project.name}"',
        'HelpContextID="0"',
        'VersionCompatible32="393222000"',
        f'CMG="{concealed(project.id, bytes(4), 0xDD)}"',  # not protected,
        f'DPB="{concealed(project.id, bytes(1), 0xBA)}"',  # no password,
        f'GC="{concealed(project.id, bytes([255]), 0x97)}"',  # visible
        "",
        "[Host Extender Info]",
        "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000",
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in project.modules),
    ]
    return "".join(f"{line}\r\n" for line in lines).encode(ENCODING)


def _module_line(module: Module) -> str:
    version = "/&H00000000" if module.kind is Kind.DOCUMENT else ""
    return f"{module.kind.value}={module.name}{version}"


def concealed(project_id: str, data: bytes, seed: int) -> str:
    """A setting of the PROJECT stream as Excel conceals it, in hexadecimal.

    Source: [MS-OVBA] 2.4.3, Data Encryption.
    """
    key = sum(project_id.encode("ascii")) & 0xFF
    out, unencrypted, before, last = [seed, seed ^ 2, seed ^ key], key, seed ^ 2, seed ^ key
    ignored = [0xDD] * ((seed & 6) // 2)
    for byte in (*ignored, *_long(len(data)), *data):
        out.append(byte ^ ((before + unencrypted) & 0xFF))
        before, last, unencrypted = last, out[-1], byte
    return bytes(out).hex().upper()
