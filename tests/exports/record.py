"""Writes what the samples give today into expected.json; review the difference before committing it.

Run `PYTHONPATH=addin:tests python tests/exports/record.py`.
"""

from exports.golden import cases, read_sample

if __name__ == "__main__":
    for case in cases():
        (case / "expected.json").write_text(read_sample(case), encoding="utf-8")
