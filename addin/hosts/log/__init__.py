"""The log of what was done to a workbook: one file of lines beside it, each sealed by the one before (F63)."""
