"""Changes squares, rows, notes and our own sheets in a workbook's bytes, and nothing else."""
