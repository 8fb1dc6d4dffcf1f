"""How an outcome is told: one JSON document, or Vietnamese lines for a person; never both on stdout."""
