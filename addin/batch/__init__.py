"""Many workbooks: which files, one examined after the other in processes of their own, what came of it, totals."""
