"""Rows of a cell's workbook: one module a family of sheets, and the recognition that fills them.

`read_book(grids)` in `reading` is the way in; `Book` in `book` is what comes out.
"""
