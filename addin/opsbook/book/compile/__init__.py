"""A drawn plan as commands need it: headers, formulas, names, what inputs must hold, cached values."""
