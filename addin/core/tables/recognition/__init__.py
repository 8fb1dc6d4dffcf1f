"""Which sheet holds which table, where, in which columns; and the layouts learned."""
