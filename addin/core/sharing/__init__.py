"""One workbook in several hands: what goes into a group leader's copy, and how the copy comes back, row by row."""
