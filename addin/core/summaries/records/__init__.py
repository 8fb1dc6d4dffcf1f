"""The cell's own registers of a year: residence, training, dissemination, proposals, archive."""
