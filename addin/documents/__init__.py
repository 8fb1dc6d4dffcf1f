"""Word documents and the summary workbook: one module a kind (its context) and `render`, which fills templates."""
