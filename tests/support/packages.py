"""Looking into a workbook's package, and changing it the way other programs would have written it."""

import zipfile
from pathlib import Path


def parts(path: Path) -> dict[str, bytes]:
    """Every part by name, in the order of the package."""
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def dates(path: Path) -> dict[str, tuple[int, ...]]:
    """The date of every part."""
    with zipfile.ZipFile(path) as package:
        return {member.filename: member.date_time for member in package.infolist()}


def edit(path: Path, part: str, old: str, new: str) -> None:
    """Replace text that occurs exactly once in a part."""
    everything = parts(path)
    text = everything[part].decode()
    assert text.count(old) == 1, (part, old, text.count(old))
    write(path, everything | {part: text.replace(old, new).encode()})


def write(path: Path, everything: dict[str, bytes]) -> None:
    """Pack parts into a file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in everything.items():
            package.writestr(zipfile.ZipInfo(name, (2020, 2, 2, 2, 2, 2)), content, zipfile.ZIP_DEFLATED)


def add_calc_chain(path: Path) -> None:
    """Add the order of calculation that Excel keeps, for one cell."""
    everything = parts(path)
    main = "http://schemas.openxmlformats.org"
    chain = f'<calcChain xmlns="{main}/spreadsheetml/2006/main"><c r="B3" i="3"/></calcChain>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    types = everything["[Content_Types].xml"].replace(
        b"</Types>", f'<Override PartName="/xl/calcChain.xml" ContentType="{kind}"/></Types>'.encode()
    )
    link = (
        f'<Relationship Id="rId99" Type="{main}/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/>'
    )
    links = everything["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", f"{link}</Relationships>".encode())
    changed = {"[Content_Types].xml": types, "xl/_rels/workbook.xml.rels": links, "xl/calcChain.xml": chain.encode()}
    write(path, everything | changed)
