"""List the VBA modules LibreOffice sees in files: started under the Python that knows LibreOffice."""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "vendor"))

from recalc import Office, pv

FILTER = "Calc MS Excel 2007 VBA XML"  # for add-ins, too: their ending is unknown to LibreOffice


def modules(office, path):
    """Sources by module, and the sheets' names."""
    wanted = (pv("Hidden", True), pv("FilterName", FILTER))  # noqa: FBT003 (a property)
    document = office.desktop.loadComponentFromURL(Path(path).absolute().as_uri(), "_blank", 0, wanted)
    try:
        libraries = document.BasicLibraries
        found = {
            name: libraries.getByName(library).getByName(name)
            for library in libraries.ElementNames
            for name in libraries.getByName(library).ElementNames
        }
        return {"modules": found, "sheets": list(document.Sheets.ElementNames)}
    finally:
        document.close(True)  # noqa: FBT003 (UNO)


if __name__ == "__main__":
    with Office() as running:
        answers = {path: modules(running, path) for path in sys.argv[2:]}
    Path(sys.argv[1]).write_text(json.dumps(answers), encoding="utf-8")
