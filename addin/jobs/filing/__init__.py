"""What `dossier` is made of: which papers one inspection should have, which of them lie in the folders, how they are bound."""
