"""The live workbook in Excel, through the BSD part of xlwings: block reads, block writes, never saved for its owner."""
