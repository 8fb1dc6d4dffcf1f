"""1,000 letters by our renderer beside LibreOffice's own mail merge of the same letter: at least 30 times faster.

The letter is our invitation, saved by LibreOffice with database fields for what differs: number and whom it is for.
LibreOffice merges a part of the list into single Word files; seconds of CPU are compared per letter, its start not counted.
"""

from __future__ import annotations

import argparse
import csv
import io
import shutil
import statistics
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

from contracts import ROOT, Contract, judged, left_out
from decisions import timed

sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "documents")]
KIND, MERGED, ROUNDS = "invitation", 100, 5
PYTHON = "/usr/bin/python3"
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--merged", type=int, default=MERGED)
    options = parser.parse_args()
    lacking = _lacking()
    if lacking:
        return left_out(f"the mail merge needs {lacking}")
    letters = contexts(options.count)
    ours = render_all(letters)
    with tempfile.TemporaryDirectory() as folder:
        merge = _merged(Path(folder), letters[: options.merged])
        files = sorted((Path(folder) / "merged").glob("*.docx"), key=lambda path: int("".join(filter(str.isdigit, path.stem)) or 0))
        different = [place for place, path in enumerate(files) if _words(path.read_bytes()) != _words(ours[place])]
        merged = len(files)
    times = [timed(render_all, letters) for _ in range(ROUNDS)]
    print(f"sochibo     {statistics.median(times) * 1000:8.3f} ms CPU a letter (min {min(times) * 1000:.3f})")
    print(f"mail merge  {merge / options.merged * 1000:8.3f} ms CPU a letter ({merged} letters)")
    return judged(
        Contract(f"{len(letters)} letters, LibreOffice's mail merge / sochibo", merge / options.merged / statistics.median(times), 30, at_least=True),
        Contract("letters the mail merge did not make", options.merged - merged, 0),
        Contract("letters whose words differ from the mail merge's", len(different), 0),
    )


def contexts(count: int) -> list:
    """Invitations that differ as a batch's do: number and whom."""
    from document_contexts import COMPLETE

    model = COMPLETE[KIND]()
    return [replace(model, number=f"Số {place:02d}-GM/CB", invited=f"đồng chí Bịa Đặt {place}") for place in range(1, count + 1)]


def render_all(letters: list) -> list[bytes]:
    from addin.documents.catalogue import kind_of
    from addin.documents.render import render

    kind = kind_of(KIND)
    return [render(kind, letter) for letter in letters]


def _lacking() -> str:
    """What this machine has not."""
    if shutil.which("soffice") is None:
        return "LibreOffice"
    if not (Path(shutil.which("soffice") or "").resolve().parent / "libflatlo.so").exists():
        return "LibreOffice Base (Debian: libreoffice-base)"
    asked = subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False) if Path(PYTHON).exists() else None
    return "" if asked is not None and asked.returncode == 0 else "python3-uno"


def _merged(folder: Path, letters: list) -> float:
    """CPU seconds LibreOffice spent on merging these."""
    (folder / "merged").mkdir()
    (folder / "letter.docx").write_bytes(render_all([replace(letters[0], number="@number@", invited="@invited@")])[0])
    with (folder / "people.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL)
        rows.writerow(["number", "invited"])
        rows.writerows([letter.number, letter.invited] for letter in letters)
    pipe = folder.name
    office = subprocess.Popen(
        [shutil.which("soffice") or "", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp",
         f"--pidfile={folder}/soffice.pid"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        done = subprocess.run([PYTHON, ROOT / "bench" / "mail_merge.py", folder, pipe], capture_output=True, text=True, check=True, timeout=900)
        return float(done.stdout)
    finally:
        office.terminate()
        office.wait()


def _words(content: bytes) -> list[str]:
    """The words of each paragraph that has any."""
    from lxml import etree

    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml"))
    lines = ["".join(text.text or "" for text in line.iter(f"{_TEXT}t")).strip() for line in root.iter(f"{_TEXT}p")]
    return [line for line in lines if line]


if __name__ == "__main__":
    sys.exit(main())
