"""Denunciations and discipline: which row is meant, and what of it may be printed."""
