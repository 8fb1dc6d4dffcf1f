"""A Windows PC for the tests: wine's own prefix, a screen nobody sees, time limits on everything.

Output goes through pipes: wine's Python cannot start on a file or a closed stream as its standard output.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

from tools.windows.wine import wine_supplement

WINE = Path("/usr/lib/wine/wine64")
USER = "Thư ký"
"""Excel's own macros break on such a user name where they use the code page of the PC; ours must not."""
SERVER = Path("/usr/lib/wine/wineserver64")


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Machine:
    """`prefix` is the folder of this PC; `environment` what its programs see."""

    prefix: Path
    environment: dict[str, str]

    @property
    def drive(self) -> Path:
        return self.prefix / "drive_c"

    @property
    def user(self) -> Path:
        return next(path for path in (self.drive / "users").iterdir() if path.name != "Public")

    @property
    def home(self) -> Path:
        return self.user / "AppData" / "Local" / "SoChiBo"

    @property
    def excel_start(self) -> Path:
        return self.user / "AppData" / "Roaming" / "Microsoft" / "Excel" / "XLSTART"

    @property
    def python(self) -> str:
        return self.shown(self.home / "python" / "python.exe")

    def shown(self, path: Path) -> str:
        """The path as Windows programs see it."""
        inside = path.relative_to(self.drive) if path.is_relative_to(self.drive) else None
        return str(PureWindowsPath("C:\\", *inside.parts) if inside else PureWindowsPath("Z:\\", *path.parts[1:]))

    def start(self, *words: str, cwd: Path | None = None, talking: bool = False, **environment: str) -> subprocess.Popen[bytes]:
        """A program left running; the caller waits for it. `talking`: it is told things while it runs."""
        return subprocess.Popen(
            [str(WINE), *words],
            stdin=subprocess.PIPE if talking else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=cwd or self.drive,
            env={**self.environment, **environment},
        )

    def run(self, *words: str, seconds: float = 60, encoding: str = "utf-8", cwd: Path | None = None, **environment: str) -> Ran:
        """A program run to its end."""
        process = self.start(*words, cwd=cwd, **environment)
        try:
            out, err = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate(timeout=30)
            raise
        return Ran(process.returncode, *(text.decode(encoding).replace("\r\n", "\n") for text in (out, err)))

    def script(self, source: str, *words: str, seconds: float = 60) -> Ran:
        """A few lines of Python on the installed interpreter."""
        return self.run(self.python, "-X", "utf8", "-c", source, *words, seconds=seconds)

    def sochibo(self, *words: str, cwd: Path | None = None, seconds: float = 60) -> Ran:
        """The installed command line, as `sochibo.cmd` starts it."""
        return self.run(self.python, "-I", "-X", "utf8", self.shown(self.home / "app" / "command.py"), *words, cwd=cwd, seconds=seconds)

    def know_own_classes(self) -> None:
        """Windows shows the user's own classes among all; wine 8 shows those of the machine alone, so they are put there too."""
        ran = self.run("reg", "copy", r"HKCU\Software\Classes", r"HKLM\Software\Classes", "/s", "/f")
        assert ran.code == 0, ran

    def end(self) -> None:
        """Every program of this PC, and no other."""
        subprocess.run([str(SERVER), "-k"], env=self.environment, check=False, capture_output=True, timeout=30)


@contextmanager
def screen():
    """A display of its own; its number."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1024x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as stream:
            yield f":{int(stream.readline())}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def machine(folder: Path, display: str):
    """A fresh PC with what wine lacks; ended afterwards."""
    assert WINE.is_file(), "wine64 is missing: run `make system-windows`"
    assert shutil.which("Xvfb"), "Xvfb is missing: run `make system-windows`"
    home = folder / "home"
    home.mkdir(parents=True)
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(home), "USER": USER, "WINEPREFIX": str(folder / "pc"), "WINEDEBUG": "-all", "DISPLAY": display,
                   "WINEDLLOVERRIDES": "winemenubuilder.exe=d"}  # fmt: skip
    made = Machine(folder / "pc", environment)
    subprocess.run([str(WINE), "wineboot", "-i"], env=environment, check=True, capture_output=True, timeout=180)
    _settle(made)
    for name, content in wine_supplement().items():
        (made.drive / "windows" / "system32" / name).write_bytes(content)
    try:
        yield made
    finally:
        made.end()


def _settle(made: Machine) -> None:
    """wineboot returns before the folders of the user are there."""
    subprocess.run([str(SERVER), "-w"], env=made.environment, check=True, timeout=180, capture_output=True)
    assert made.user.is_dir()


def wait_until(is_so, seconds: float = 20) -> bool:
    """Whether it became so in time."""
    give_up = time.monotonic() + seconds
    while time.monotonic() < give_up:
        if is_so():
            return True
        time.sleep(0.1)
    return bool(is_so())
