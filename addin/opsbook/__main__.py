"""Let `python -m opsbook` answer like the console script."""

import sys

from opsbook.cli.start import main

if __name__ == "__main__":
    sys.exit(main())
