"""Thought: rows, rules, ratings, summaries. No Excel, no Word, no files, no clock, no printing."""
