"""Commands every workbook needs: new, import, refresh, daily, history, detect, check, verify, build."""
