"""What sheets are drawn with: canvas, table, card, chart, style, light."""
