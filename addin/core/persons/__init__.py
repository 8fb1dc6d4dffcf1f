"""Persons on a day: who is meant, on the roll, holding a post, to be rated. Decided here and nowhere else."""
