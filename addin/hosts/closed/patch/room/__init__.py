"""Room for new rows between rows that are there: what stands below moves down, and all that points at it follows."""
