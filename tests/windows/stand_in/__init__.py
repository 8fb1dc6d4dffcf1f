"""A stand-in for Excel on Windows: its windows, and its object model (tests/hosts/excel_model) over COM.

Runs on a Windows Python in a process of its own (`python -m tests.windows.stand_in`), so that xlwings' own
engine, its way of finding Excel by window, and COM's marshalling of days, blanks, flags and blocks are real.
What Excel calculates, draws or asks is not here; nor is a value of kind "error", which pywin32 cannot send:
its number goes out as a whole number, which is how pywin32 hands an error to a client anyway.
"""
