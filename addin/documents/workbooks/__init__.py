"""Workbooks we make: the figures of a summary with native charts."""
