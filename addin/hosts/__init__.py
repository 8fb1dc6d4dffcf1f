"""Where a workbook is: a closed file, the live workbook in Excel, the live document in LibreOffice."""
