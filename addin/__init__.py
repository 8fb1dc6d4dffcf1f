"""Sổ Chi bộ: inspection, supervision and yearly rating in a party cell's own workbook."""
