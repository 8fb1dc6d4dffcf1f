"""A new workbook with part of another's sheets and rows: a group leader's copy. What stays keeps its looks, lists and widths."""
