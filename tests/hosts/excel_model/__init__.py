"""Excel's object model over a workbook in memory, as far as the production host asks it.

`workbook` is what a person sees and types; the objects beside it answer as Excel's do. The in-memory engine of
xlwings calls them directly, the stand-in on Windows serves them over COM. Nothing is calculated or drawn.
"""
