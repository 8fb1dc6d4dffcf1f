"""What stops a build: one English sentence for the developer."""

from __future__ import annotations


class BuildFault(Exception):
    """Something the build needs is missing or not what was pinned."""
