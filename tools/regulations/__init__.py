"""From YAML to `compiled.json`: reading strictly, checking, compiling. Never runs while the product runs."""

from tools.regulations.compiling import compile_folder, rendered
from tools.regulations.faults import BadRegulation, BadRegulations

__all__ = ["BadRegulation", "BadRegulations", "compile_folder", "rendered"]
