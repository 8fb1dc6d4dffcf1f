"""One module a kind of paper: its context, and where each word of it comes from."""
