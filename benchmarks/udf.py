"""What a worksheet function costs: our boundary over xlwings' own dispatch, and the VBA twin of a metric.

    python benchmarks/udf.py [RUNS]

Calls go through xlwings' real server code (CallUDF: arguments read from references, result written) on the tests' stand-ins
for Windows, once to the function as Excel gets it and once to the same function behind xlwings' decorators alone, with no
boundary of ours. Not in these numbers: Excel, and the trip between two processes that every call makes on Windows, which
weighs far more and on both sides alike. Where LibreOffice is installed the VBA twin of a metric is timed there, too.

Shown is the best of RUNS (9), in time of the processor; LibreOffice's in time of the clock, and its Basic is not Excel's.
"""

import random
import shutil
import sys
import time
import types
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "addin"), str(ROOT / "tests")]

from opsbook import udf  # noqa: E402 - found by the line above
from support import winstub  # noqa: E402 - the same
from support.house import FUNCTIONS  # noqa: E402 - the same
from support.house import vba_modules as modules  # noqa: E402 - the same
from support.udf_examples import EXAMPLES  # noqa: E402 - the same
from support.vba import Sheet, calculate  # noqa: E402 - the same

VALUES = 10_000
COLUMN = "OPS_PACE"  # a quotient like most metrics, answered by Python
RAW = "functions_without_boundary"
Column = list[list[float]]


def without_boundary() -> None:
    """Offer the same functions behind xlwings' decorators alone, as a module of their own."""
    import xlwings as xw  # noqa: PLC0415 - after the stand-ins are there

    raw = types.ModuleType(RAW)
    vars(raw)["__file__"] = udf.__file__  # xlwings looks at a module's file before every call
    for function in FUNCTIONS:
        plain = getattr(udf, function.name).__wrapped__
        bare: Any = types.FunctionType(
            plain.__code__, plain.__globals__, plain.__name__, plain.__defaults__, plain.__closure__
        )
        for argument in function.arguments:
            bare = xw.arg(argument.name, ndim=2, err_to_str=True)(bare)
        setattr(raw, function.name, xw.func(bare))
    sys.modules[RAW] = raw


def seconds(runs: int, *works: Callable[[], object]) -> list[float]:
    """The processor's best time for each work; they take turns, so that a busy machine slows all alike."""
    best = [float("inf")] * len(works)
    for _ in range(runs):
        for place, work in enumerate(works):
            begin = time.process_time()
            work()
            best[place] = min(best[place], time.process_time() - begin)
    return best


def one_call(excel: winstub.Excel, name: str, runs: int) -> tuple[float, float]:
    """Microseconds of one call with and without our boundary."""
    variants = [excel.cells(*rows) for rows in EXAMPLES[name]]
    excel.call(name, *variants)  # loads what the first call loads
    begin = time.perf_counter()
    excel.call(name, *variants, module=RAW)
    often = max(1, min(2000, round(0.1 / (time.perf_counter() - begin))))
    works = [
        lambda module=module: [excel.call(name, *variants, module=module) for _ in range(often)]
        for module in (winstub.UDFS, RAW)
    ]
    ours, raw = seconds(runs, *works)
    return ours / often * 1e6, raw / often * 1e6


def columns() -> tuple[Column, Column]:
    """Figures to divide: 10,000 numerators and as many divisors."""
    chance = random.Random(1)  # noqa: S311 - figures, no secrets
    over, under = ([[float(chance.randint(1, 9999))] for _ in range(VALUES)] for _ in range(2))
    return over, under


def by_python(excel: winstub.Excel, over: Column, under: Column, runs: int) -> list[tuple[str, float, float]]:
    """10,000 values through Python: one range, then cell by cell; seconds with and without our boundary."""
    whole = excel.cells(*over), excel.cells(*under)
    cells = [(excel.cells(one), excel.cells(other)) for one, other in zip(over, under, strict=True)]

    def ranges(module: str) -> Callable[[], object]:
        return lambda: excel.call(COLUMN, *whole, module=module)

    def singly(module: str) -> Callable[[], object]:
        return lambda: [excel.call(COLUMN, *pair, module=module) for pair in cells]

    lines = []
    for label, work in (("as one range", ranges), (f"as {VALUES:,} calls", singly)):
        ours, raw = seconds(runs, work(winstub.UDFS), work(RAW))
        lines.append((f"{COLUMN}, {label}", ours, raw))
    return lines


def by_twin(over: Column, under: Column) -> list[tuple[str, float]]:
    """The same 10,000 quotients by the VBA twin of a metric, in LibreOffice; seconds of the calculation alone."""
    values = {"A1": [[*one, *other] for one, other in zip(over, under, strict=True)]}
    single = [[f"=OPS_CVR(A{row};B{row})"] for row in range(1, VALUES + 1)]
    spread = f"C1:C{VALUES}"
    one_range, cells = calculate(
        modules(),
        [
            Sheet(values, arrays={spread: f"=OPS_CVR(A1:A{VALUES};B1:B{VALUES})"}, read=(spread,)),
            Sheet(values, formulas={"C1": single}, read=(spread,)),
        ],
    )
    wanted: Sequence[Sequence[object]] = [[one / other] for [one], [other] in zip(over, under, strict=True)]
    for answer in (one_range, cells):
        if answer.cells[spread] != wanted:
            sys.exit("the twin does not give what Python gives")
    return [
        ("OPS_CVR's VBA twin, as one range", one_range.seconds),
        (f"OPS_CVR's VBA twin, as {VALUES:,} calls", cells.seconds),
    ]


def main(runs: int) -> None:
    """Measure and print."""
    with winstub.excel() as excel:
        without_boundary()
        print(f"one call, µs, best of {runs:<13}{'ours':>10}{'raw xlwings':>13}{'ratio':>8}")
        for name in EXAMPLES:
            ours, raw = one_call(excel, name, runs)
            print(f"  {name:<32}{ours:>10.1f}{raw:>13.1f}{ours / raw:>8.2f}")
        over, under = columns()
        print(f"\n{VALUES:,} values, ms")
        for label, ours, raw in by_python(excel, over, under, runs):
            print(f"  {label:<32}{ours * 1e3:>10.1f}{raw * 1e3:>13.1f}{ours / raw:>8.2f}")
    for label, twin in by_twin(over, under) if shutil.which("soffice") else ():
        print(f"  {label + ' (LibreOffice)':<45}{twin * 1e3:>10.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
