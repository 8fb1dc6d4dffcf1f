"""A stand-in for LibreOffice's program: it serves, takes papers, and fails as it is told by the file `mood` beside it.

`well` · `mute` (serves nobody) · `nothing` (gives no PDF) · `broken` (gives half a PDF) · `dies` (the serving one is killed in the
middle of a paper, once) · `keeps dying` · `hangs` (with a paper). `starts` has a line for every one that served; where there is a
pipe `alive`, it is held open as long as the office lives.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from pypdf import PdfWriter

PAGES = 2
_PROGRAM = """#!{python} -S
import os, signal, sys, shutil, time
here = os.path.dirname(os.path.realpath(__file__))
at = lambda name: os.path.join(here, name)
mood = open(at("mood")).read()
def note(name, text):
    with open(at(name), "a") as file:
        file.write(text + "\\n")
if "--convert-to" not in sys.argv:
    kept = sys.argv[-1]
    note("starts", kept)
    if mood == "mute":
        sys.exit(1)
    if os.path.exists(at("alive")):
        os.open(at("alive"), os.O_WRONLY)
    folder, name = os.path.split(kept)
    with open(os.path.join(folder, "pid"), "w") as file:
        file.write(str(os.getpid()))
    open(os.path.join(folder, ".~lock." + name + "#"), "w").close()
    while True:
        signal.pause()
source = sys.argv[-1]
note("papers", str(os.path.getsize(source)))
if mood == "hangs":
    while True:
        signal.pause()
if mood == "keeps dying" or (mood == "dies" and not os.path.exists(at("died"))):
    note("died", "once")
    os.kill(int(open(os.path.join(os.path.dirname(source), "pid")).read()), signal.SIGKILL)
    sys.exit(1)
if mood == "nothing":
    sys.exit(1)
target = source.replace(".docx", ".pdf")
if mood == "broken":
    with open(target, "w") as file:
        file.write("%PDF-1.6 half")
else:
    shutil.copy(at("printed.pdf"), target)
"""


class FakeOffice:
    """One in a folder of its own."""

    def __init__(self, folder: Path, mood: str = "well") -> None:
        folder.mkdir()
        self.folder = folder
        self.program = folder / "soffice"
        self.program.write_text(_PROGRAM.format(python=sys.executable))
        self.program.chmod(0o755)
        (folder / "printed.pdf").write_bytes(blank(PAGES))
        self.mood(mood)

    def mood(self, mood: str) -> None:
        """How it behaves from now on."""
        (self.folder / "mood").write_text(mood)

    @property
    def starts(self) -> int:
        """How often one was started to serve."""
        return self._lines("starts")

    @property
    def papers(self) -> int:
        """How often a paper was handed in."""
        return self._lines("papers")

    def _lines(self, name: str) -> int:
        file = self.folder / name
        return len(file.read_text().splitlines()) if file.exists() else 0

    def on_path(self, monkeypatch) -> None:
        """The only LibreOffice this process finds."""
        monkeypatch.setenv("PATH", str(self.folder))


def blank(pages: int) -> bytes:
    """A PDF of empty pages, dated now as an office dates it."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    writer.metadata = {"/Title": "của máy in", "/CreationDate": f"D:{os.getpid()}"}
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()
