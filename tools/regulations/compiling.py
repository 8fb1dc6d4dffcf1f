"""The whole folder to one value; every file at fault is named before anything is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tools.entry_lines import entry_lines
from tools.regulations.faults import BadRegulation, BadRegulations
from tools.regulations.parameters import parameter
from tools.regulations.reading import read
from tools.regulations.register import register

if TYPE_CHECKING:
    from pathlib import Path

    from addin.core.regulations.store import Stored, StoredParameter

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_REGISTER = "instruments.yaml"


def compile_folder(folder: Path) -> Stored:
    """What `folder` says; BadRegulations names every faulty file."""
    try:
        known = register(read(folder / _REGISTER, _REGISTER))
    except BadRegulation as fault:
        raise BadRegulations((fault,)) from fault
    parameters: dict[str, StoredParameter] = {}
    faults: list[BadRegulation] = []
    for path in sorted(folder.glob("*/**/*.yaml")):
        file = path.relative_to(folder).as_posix()
        try:
            name = _path_of(file)
            parameters[name] = parameter(read(path, file), known)
        except BadRegulation as fault:
            faults.append(fault)
    if faults:
        raise BadRegulations(tuple(faults))
    return {"instruments": known, "parameters": dict(sorted(parameters.items()))}


def rendered(stored: Stored) -> str:
    """The text of `compiled.json`."""
    return entry_lines(stored)


def _path_of(file: str) -> str:
    parts = file.removesuffix(".yaml").split("/")
    for part in parts:
        if not _NAME.fullmatch(part):
            raise BadRegulation(file, 1, part, "tên tệp, thư mục chỉ dùng chữ thường không dấu, số và dấu _.")
    return ".".join(parts)
