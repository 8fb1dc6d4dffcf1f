"""One office with our extension and a workbook, for the tests that press its buttons."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from tools.oxt import MACROS, build

ROOT = MACROS.parent
SAMPLE = ROOT / "workbooks" / "mau.xlsx"
NAME = "Bảng đánh giá = tháng 1.xlsx"
RUN = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom addin.extension import main\nsys.exit(main())\n"
DRIVER = Path(__file__).with_name("click_buttons.py")


class OfficeEndedError(Exception):
    """LibreOffice itself is gone, whatever the test was about."""


class Clicker:
    """Asks the driver for one step after the other."""

    def __init__(self, process, folder):
        self._process, self.folder = process, folder

    def ready(self):
        return self._answer()

    def __call__(self, step, **details):
        self._process.stdin.write(json.dumps({"step": step, **details}) + "\n")
        self._process.stdin.flush()
        return self._answer()

    def _answer(self):
        line = self._process.stdout.readline()
        assert line, f"the driver ended: {(self.folder / 'driver.log').read_text(encoding='utf-8')}"
        reply = json.loads(line)
        if reply.get("ended") is not None:
            raise OfficeEndedError(f"soffice ended with {reply['ended']}: {reply['error']}")
        assert "error" not in reply, reply["error"]
        return reply["answer"]


class Lasting:
    """An office for many tests; `again` puts a new one in its place."""

    def __init__(self, workbook, offices):
        self._workbook, self._offices = workbook, offices
        self.again()

    def again(self):
        """The one before is cleared away."""
        self._offices.close()
        self._clicker = self._offices.enter_context(office_with_extension(self._workbook))

    @property
    def folder(self):
        return self._clicker.folder

    def __call__(self, step, **details):
        return self._clicker(step, **details)


ON_A_DAY = f"""import sys
sys.path.insert(0, {str(ROOT)!r})
from datetime import datetime
from addin import extension
class Then(datetime):
    @classmethod
    def now(cls, tz=None):
        return cls.combine(cls.fromisoformat("DAY"), datetime.now().time())
extension.datetime = Then
sys.exit(extension.main())
"""


@contextmanager
def office_with_extension(workbook, on=None):
    """A screen, a profile and a home of their own; `on` is the day its program believes in, else today."""
    folder = Path(tempfile.mkdtemp(prefix="sochibo-click-"))
    book = Path(shutil.copy(workbook, folder))
    opener = folder / "opener"
    opener.write_text(f'#!/bin/sh\nprintf "%s" "$1" > "$0.part"\nmv "$0.part" "{folder}/opened"\n', encoding="utf-8")
    opener.chmod(0o755)
    extension = folder / "sochibo.oxt"
    extension.write_bytes(build(MACROS))
    program = folder / "share" / "sochibo" / "libreoffice.json"
    program.parent.mkdir(parents=True)
    started = folder / "run.py"
    started.write_text(ON_A_DAY.replace("DAY", on.isoformat()) if on else RUN, encoding="utf-8")
    command = [sys.executable, "-I", "-X", "utf8", str(started)]
    program.write_text(json.dumps({"command": command}), encoding="utf-8")
    process = _started([DRIVER, extension, book, folder], folder)
    try:
        clicker = Clicker(process, folder)
        assert clicker.ready() == "ready"
        yield clicker
    finally:
        process.stdin.close()
        process.wait(timeout=30)
        process.stdout.close()
        shutil.rmtree(folder, ignore_errors=True)


def wait_for(path):
    """Until a file is there; never longer than a minute."""
    until = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < until, f"{path} does not come"
        time.sleep(0.02)


def _started(arguments, folder):
    environment = {
        "HOME": str(folder), "XDG_DATA_HOME": str(folder / "share"), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8",
        "PYTHONDONTWRITEBYTECODE": "1", "DESKTOP_LAUNCH": str(folder / "opener"),
    }  # fmt: skip
    with (folder / "driver.log").open("w", encoding="utf-8") as log:
        return subprocess.Popen(
            ["/usr/bin/python3", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
            encoding="utf-8", env=environment, cwd=folder,
        )  # fmt: skip
