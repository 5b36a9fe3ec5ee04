"""How many column names are proposed right, platform by platform.

    PYTHONPATH=addin:tests python benchmarks/headers.py [--missed]

It prints, for the half of `tests/importers/header_names.csv` the rules were built with and for the half they were not, how many names
there are, how many are proposed right, and how many surely wrong. `--missed` lists what is missed of the first half only: who looked at
the second could not measure on it any more.
"""

import sys
from collections.abc import Sequence

from support.header_names import BUILD, MEASURE, Judged, judge, names, share_right


def line(what: str, judged: Sequence[Judged]) -> str:
    """One line of the table."""
    ours = [one for one in judged if one.name.field]
    right = share_right(judged)
    return f"{what:<16}{len(judged):>6}{len(ours):>8}{right:>10.1%}{sum(one.wrong for one in judged):>8}"


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    for half in (BUILD, MEASURE):
        judged = [judge(name) for name in names(half)]
        print(f"{half + ' half':<16}{'names':>6}{'ours':>8}{'right':>10}{'wrong':>8}")
        for platform in dict.fromkeys(one.name.platform for one in judged):
            print(line(platform, [one for one in judged if one.name.platform == platform]))
        print(line("all", judged), end="\n\n")
        if half == BUILD and "--missed" in arguments:
            for one in judged:
                if not one.right:
                    print(f"  {one.name.header}: {one.name.field or '–'}, proposed {one.field or '–'}")


if __name__ == "__main__":
    main(sys.argv[1:])
