"""One press of a button: the live workbook it acts on, what is asked once, what is told at the end."""
