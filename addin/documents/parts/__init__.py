"""What kinds of paper share: what a kind and a request are, heading, people, prose, legal bases, rating lines, reports."""
