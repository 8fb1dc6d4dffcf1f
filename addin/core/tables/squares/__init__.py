"""One square to one typed value: letters, dates, numbers, choices, and what can be wrong."""
