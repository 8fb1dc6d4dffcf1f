"""From the bytes of a closed workbook to its grids: values, and what the reader of values loses."""
