"""Puts new bytes in the place of a workbook, with a backup, so that no failure loses either."""
