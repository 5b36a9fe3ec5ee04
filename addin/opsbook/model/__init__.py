"""Words that everything agrees on: fields, units, tables, values, issues, messages."""
