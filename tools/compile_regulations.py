"""`python -m tools.compile_regulations`: regulations YAML → compiled.json. `--check` writes nothing."""

from __future__ import annotations

import sys

from addin.core.regulations.store import COMPILED, FOLDER
from tools.regulations import BadRegulations, compile_folder, rendered


def main(arguments: list[str]) -> int:
    """0 when compiled.json is what the YAML says (after writing it, without `--check`); else 1."""
    try:
        text = rendered(compile_folder(FOLDER))
    except BadRegulations as faults:
        sys.stderr.write(f"{faults}\n")
        return 1
    if "--check" not in arguments:
        fresh = COMPILED.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8", newline="\n")
        fresh.replace(COMPILED)
        return 0
    if COMPILED.exists() and COMPILED.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write("compiled.json đã cũ: chạy python -m tools.compile_regulations.\n")
    return 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
