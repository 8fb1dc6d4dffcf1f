"""From YAML to `compiled.json`: reading strictly, checking, compiling. Never runs while the product runs."""

from addin.core.regulations.authoring.compiling import compile_folder, rendered
from addin.core.regulations.authoring.faults import BadRegulation, BadRegulations

__all__ = ["BadRegulation", "BadRegulations", "compile_folder", "rendered"]
