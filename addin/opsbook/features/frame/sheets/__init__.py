"""The sheets of the frame but for the dashboard: settings, imports, mapping, guide, Calc."""
