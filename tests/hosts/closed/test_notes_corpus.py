"""Workbooks nobody here wrote: each takes notes beside those it has, and is itself again when ours go."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile

import pytest

from addin.core.places import Place
from addin.core.writes import Note, Writes
from addin.hosts.closed.patch.package import Archive
from addin.hosts.closed.patch.patching import Patched, patch_with_remarks
from addin.hosts.closed.patch.workbook_parts import WorkbookParts
from tests.hosts.closed.corpus import CORPUS, FILES
from tests.hosts.closed.noted import HEADING, members, seen
from tests.hosts.closed.test_corpus_patch import REFUSED, readable

pytestmark = pytest.mark.shared

TEXT = "Lỗi MEM204: Ngày sai <&> “thử”.\nSửa {p} ngày."
SQUARES = ("A1", "B3", "AB60")
THREADED = {"PHPOffice-PhpSpreadsheet__namespacenonstd.xlsx", "PHPOffice-PhpSpreadsheet__namespacestd.xlsx"}
WITHOUT_SHEETS = {"apache-poi__57893-many-merges.xlsx"}


def marked(data: bytes) -> Patched:
    """Three notes on every worksheet."""
    sheets = [sheet.name for sheet in WorkbookParts(Archive(data)).sheets if sheet.kind == "worksheet"]
    return patch_with_remarks(data, Writes(notes=tuple(Note(Place.at(name, cell), TEXT) for name in sheets for cell in SQUARES)))


@pytest.mark.parametrize("name", [name for name in FILES if name not in REFUSED])
def test_notes_come_and_go_and_nothing_else_changes(name):
    """Twice is once, all notes of others stay, and without ours every part reads as it came."""
    old = (CORPUS / name).read_bytes()

    patched = marked(old)

    assert marked(patched.data).data == patched.data
    before, after = members(old), members(patched.data)
    assert list(after)[: len(before)] == list(before)
    changed = {part for part in before if before[part] != after[part]}
    sheets = {sheet.part for sheet in WorkbookParts(Archive(old)).sheets}
    others = {part for part in changed if part.replace("\\", "/") not in sheets}
    assert all(re.search(r"(?i)\.rels$|comments|\.vml$|content_types", part) for part in others)
    assert members(patch_with_remarks(patched.data, Writes(notes=())).data) == before


@pytest.mark.parametrize("name", [name for name in FILES if name not in REFUSED | dict.fromkeys(WITHOUT_SHEETS, "")])
def test_openpyxl_reads_all_notes(name):
    """People's are what they were; ours are on the other squares of sheets that can be noted."""
    old = (CORPUS / name).read_bytes()
    if not readable(old, is_slow=False):
        assert marked(old).data != old
        return

    patched = marked(old)

    before, after = seen(old), seen(patched.data)
    ours = {square: note for square, note in after.items() if note[0] == "Sổ Chi bộ"}
    assert {square: note for square, note in after.items() if square not in ours} == before
    assert all(text == HEADING + TEXT for _, text in ours.values())
    told = [remark for remark in patched.remarks if "để nguyên ghi chú ở đó" in remark]
    assert ours or told
    assert ("threaded" in "".join(told)) is (name in THREADED)


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    "name",
    [
        "ClosedXML-ClosedXML__universal-content-strict.xlsx",
        "PHPOffice-PhpSpreadsheet__formscomments.xlsx",
        "apache-poi__55745.xlsx",
        "tafia-calamine__minimal_package.xlsx",
        "PHPOffice-PhpSpreadsheet__issue.4415.xlsx",
    ],
)
def test_libreoffice_shows_ours_beside_the_others(name, tmp_path):
    """As annotations of the converted document."""
    old = (CORPUS / name).read_bytes()
    shown = {}
    for kind, data in (("truoc", old), ("sau", marked(old).data)):
        path = tmp_path / f"{kind}.xlsx"
        path.write_bytes(data)
        subprocess.run(
            ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "ods", "--outdir", str(tmp_path), str(path)],
            check=True, capture_output=True, timeout=120,
        )
        content = zipfile.ZipFile(io.BytesIO((tmp_path / f"{kind}.ods").read_bytes())).read("content.xml").decode("utf-8")
        found = re.findall(r"<office:annotation .*?</office:annotation>", content, re.DOTALL)
        shown[kind] = ["\n".join(re.sub("<[^>]*>", "", line) for line in re.findall(r"<text:p.*?</text:p>", one, re.DOTALL)) for one in found]

    ours = [text for text in shown["sau"] if text.startswith("Sổ Chi bộ:")]
    assert [text for text in shown["sau"] if text not in ours] == shown["truoc"]
    assert ours
    assert set(ours) == {"Sổ Chi bộ:\nLỗi MEM204: Ngày sai &lt;&amp;&gt; “thử”.\nSửa {p} ngày."}
