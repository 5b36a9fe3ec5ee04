"""Commands every workbook needs: new, import, refresh, daily, history, check, verify."""
