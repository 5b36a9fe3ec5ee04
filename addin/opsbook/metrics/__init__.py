"""Every metric once, as an expression over totals, with its readings."""
