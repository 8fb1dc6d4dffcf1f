"""What kinds of paper share: heading, people, prose, legal bases, rating lines, reports."""
