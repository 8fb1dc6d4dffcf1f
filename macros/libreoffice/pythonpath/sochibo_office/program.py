"""Where our own interpreter is: what the installation wrote down, else the `sochibo` of this user.

The file `libreoffice.json` holds `{"command": ["…/python", "-I", "-X", "utf8", "-m", "addin.extension"]}`; it
lies in the folder SoChiBo of LOCALAPPDATA on Windows, in `~/.local/share/sochibo` elsewhere. LibreOffice sets
variables for its own Python which must not reach ours.
"""

# ruff: noqa: ANN001, ANN201, ANN202, S603

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

FILE_NAME = "libreoffice.json"
ARGUMENTS = ["-I", "-X", "utf8", "-m", "addin.extension"]
OF_THE_OFFICE = ("PYTHONHOME", "PYTHONPATH", "PYTHONIOENCODING", "LD_LIBRARY_PATH", "URE_BOOTSTRAP", "UNO_PATH")
NO_WINDOW = 0x08000000


def find_command():
    """The command that runs a button; None where nothing of ours is installed."""
    written = _file()
    if written.is_file():
        command = json.loads(written.read_text(encoding="utf-8"))["command"]
        if Path(command[0]).is_file():
            return command
    return _beside_the_command()


def _file():
    """Where the installation writes for this user."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", "")) / "SoChiBo" / FILE_NAME
    data = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(data) / "sochibo" / FILE_NAME


def _beside_the_command():
    """`sochibo` on the path has its interpreter in the same folder; the link to it must not be followed."""
    found = shutil.which("sochibo")
    if found is None:
        return None
    interpreter = Path(found).with_name("python.exe" if sys.platform == "win32" else "python")
    return [str(interpreter), *ARGUMENTS] if interpreter.is_file() else None


def start(command, button):
    """Our interpreter with a pipe each way; OSError where this machine does not let it run."""
    environment = {name: value for name, value in os.environ.items() if name not in OF_THE_OFFICE}
    return subprocess.Popen(
        [*command, button],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=NO_WINDOW if sys.platform == "win32" else 0,
    )
