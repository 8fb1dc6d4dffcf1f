"""Makes the workbooks of `workbooks/`: the blank one and the two samples, the same bytes every time."""
