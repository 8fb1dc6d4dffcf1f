"""Workbooks and templates spoilt by a seed: zip, XML and meaning; nothing of them may end in a traceback, late, or large."""
