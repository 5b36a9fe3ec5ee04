"""What everything agrees on: values, units, languages, tables, issues, errors. Knows no capability."""
