"""Calculate one workbook with IronCalc and save it: a program of its own, so that what stops the engine stops nothing else."""

import sys

import ironcalc


def recalculate(book: str, saved: str) -> None:
    """Load a workbook, calculate it and save it as a new file."""
    model = ironcalc.load_from_xlsx(book, "en", "UTC")
    model.evaluate()
    model.save_to_xlsx(saved)


if __name__ == "__main__":
    recalculate(*sys.argv[1:])
