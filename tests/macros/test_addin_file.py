"""The built add-in, part by part: same bytes every time, and every part says what Excel looks for."""

import hashlib
import io
import os
import shutil
import struct
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from python_calamine import CalamineWorkbook

from tests.macros.compound_reader import CompoundReader, decompress, revealed
from tools.xlam import MACROS, MacroFault, build
from tools.xlam.__main__ import main
from tools.xlam.obscured import obscured
from tools.xlam.package import read_messages

DOCUMENTS = {"ThisWorkbook": "{00020819-0000-0000-C000-000000000046}", "Sheet1": "{00020820-0000-0000-C000-000000000046}"}
PROCEDURES = ["Launcher", "Ribbon"]


@pytest.fixture(scope="module")
def parts():
    """The parts of the add-in by name."""
    archive = zipfile.ZipFile(io.BytesIO(build(MACROS)))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def streams(parts):
    """The streams of the VBA project by path."""
    return CompoundReader(parts["xl/vbaProject.bin"]).streams


def records(data):
    """The records of VBA/dir as (id, bytes); the version record alone says 4 and holds 6 bytes."""
    at = 0
    while at < len(data):
        number, size = struct.unpack_from("<HI", data, at)
        size = 6 if number == 0x09 else size
        yield number, data[at + 6 : at + 6 + size]
        at += 6 + size
    assert at == len(data)


def test_two_builds_have_the_same_fingerprint(tmp_path):
    """Two processes with other hash seeds, time zones and folders write the same bytes."""
    fingerprints = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Ho_Chi_Minh")):
        target = tmp_path / f"{seed}.xlam"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-m", "tools.xlam", target]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        fingerprints.add(hashlib.sha256(target.read_bytes()).hexdigest())
        assert done.stdout.split()[-1] in fingerprints

    assert len(fingerprints) == 1


def test_line_ends_of_the_checkout_do_not_matter(tmp_path):
    """A checkout with CRLF builds the same add-in."""
    windows = shutil.copytree(MACROS, tmp_path / "macros")
    for path in filter(Path.is_file, windows.iterdir()):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert build(windows) == build(MACROS)


def test_the_package_holds_no_clock_and_nothing_else(parts):
    """Every part is stored and dated 1980; each XML part is well-formed."""
    archive = zipfile.ZipFile(io.BytesIO(build(MACROS)))

    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
    assert archive.namelist()[0] == "[Content_Types].xml"
    for name, data in parts.items():
        if not name.endswith(".bin"):
            ET.fromstring(data)


def test_every_part_has_a_type_and_every_link_an_end(parts):
    """The add-in's content type, and each relationship leads to a part that is there."""
    types = {part.get("PartName"): part.get("ContentType") for part in ET.fromstring(parts["[Content_Types].xml"])}
    root = {link.get("Type"): link.get("Target") for link in ET.fromstring(parts["_rels/.rels"])}
    book = {link.get("Type"): link.get("Target") for link in ET.fromstring(parts["xl/_rels/workbook.xml.rels"])}

    assert types["/xl/workbook.xml"] == "application/vnd.ms-excel.addin.macroEnabled.main+xml"
    assert types["/xl/vbaProject.bin"] == "application/vnd.ms-office.vbaProject"
    assert root["http://schemas.microsoft.com/office/2007/relationships/ui/extensibility"] == "customUI/customUI14.xml"
    assert book["http://schemas.microsoft.com/office/2006/relationships/vbaProject"] == "vbaProject.bin"
    named = {name.lstrip("/") for name in types if name}
    reached = {*root.values(), *(f"xl/{target}" for target in book.values())}
    packed = set(parts) - {"[Content_Types].xml"}
    assert reached == {name for name in packed if not name.endswith(".rels")}
    assert named <= packed


def test_the_ribbon_goes_in_as_it_stands_in_the_checkout(parts):
    """Byte for byte, line ends aside."""
    assert parts["customUI/customUI14.xml"] == (MACROS / "customUI14.xml").read_bytes().replace(b"\r\n", b"\n")


def test_texts_are_shared_and_stand_where_vba_looks(parts):
    """Id, whole text, text in ASCII on each row, read by calamine; nothing is written inside the sheet itself."""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(build(MACROS))).get_sheet_by_index(0).to_python()

    messages = read_messages(MACROS / "messages.tsv")
    assert [(name, text) for name, text, _ in rows] == list(messages.items())
    assert all(plain.isascii() and "?" not in plain for _, _, plain in rows)
    assert ["title", "Sổ Chi bộ", "So Chi bo"] in rows
    assert b"inlineStr" not in parts["xl/worksheets/sheet1.xml"]
    shared = ET.fromstring(parts["xl/sharedStrings.xml"])
    assert int(shared.get("count")) == int(shared.get("uniqueCount")) == len(shared) == 3 * len(messages)


def test_the_theme_is_whole(parts):
    """Twelve colours, two fonts, and three of each kind of line, filling and effect, as the schema of themes asks."""
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    [elements] = ET.fromstring(parts["xl/theme/theme1.xml"])
    colours, fonts, formats = elements

    assert [part.tag.removeprefix(drawing) for part in elements] == ["clrScheme", "fontScheme", "fmtScheme"]
    assert [part.tag.removeprefix(drawing) for part in colours] == [
        "dk1", "lt1", "dk2", "lt2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink",
    ]  # fmt: skip
    assert [part.tag.removeprefix(drawing) for part in fonts] == ["majorFont", "minorFont"]
    assert [(part.tag.removeprefix(drawing), len(part)) for part in formats] == [
        ("fillStyleLst", 3), ("lnStyleLst", 3), ("effectStyleLst", 3), ("bgFillStyleLst", 3),
    ]  # fmt: skip


def test_code_names_tie_the_workbook_to_its_modules(parts):
    """Excel joins a document and its module by the code name."""
    namespace = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"

    assert ET.fromstring(parts["xl/workbook.xml"]).find(f"{namespace}workbookPr").get("codeName") == "ThisWorkbook"
    assert ET.fromstring(parts["xl/worksheets/sheet1.xml"]).find(f"{namespace}sheetPr").get("codeName") == "Sheet1"


def test_every_module_carries_its_source(streams):
    """Attributes by kind, then the text of the checkout with the line ends of VBA."""
    for name in [*DOCUMENTS, *PROCEDURES]:
        source = decompress(streams[f"VBA/{name}"]).decode("ascii")
        [path] = [path for path in MACROS.iterdir() if path.stem == name and path.suffix in {".bas", ".cls"}]
        written = path.read_text(encoding="utf-8").splitlines()

        lines = source.split("\r\n")
        assert lines[0] == written[0] == f'Attribute VB_Name = "{name}"'
        assert (f'Attribute VB_Base = "0{DOCUMENTS.get(name)}"' in lines) is (name in DOCUMENTS)
        assert lines[-1] == ""
        assert len([line for line in lines if not line.startswith("Attribute")]) == len(written)
        assert source.replace("\r\n", "").isprintable()


def test_the_directory_of_the_project_lists_what_is_there(streams):
    """Order of records, references, module kinds, offset 0: source only."""
    found = list(records(decompress(streams["VBA/dir"])))
    order = [number for number, _ in found]
    names = [data.decode() for number, data in found if number == 0x19]
    kinds = dict(zip(names, (number for number in order if number in {0x21, 0x22}), strict=True))

    assert order[:12] == [0x01, 0x02, 0x14, 0x03, 0x04, 0x05, 0x40, 0x06, 0x3D, 0x07, 0x08, 0x09]
    assert order[12:23] == [0x0C, 0x3C, 0x16, 0x3E, 0x0D, 0x16, 0x3E, 0x0D, 0x0F, 0x13, 0x19]
    assert [data.decode() for number, data in found if number == 0x16] == ["stdole", "Office"]
    assert kinds == {"ThisWorkbook": 0x22, "Sheet1": 0x22, "Launcher": 0x21, "Ribbon": 0x21}
    assert {data for number, data in found if number == 0x31} == {bytes(4)}
    assert streams["VBA/_VBA_PROJECT"] == bytes.fromhex("cc61ffff000100")
    assert {f"VBA/{name}" for name in names} | {"VBA/dir", "VBA/_VBA_PROJECT", "PROJECT", "PROJECTwm"} == set(streams)
    assert dict(found)[0x0F] == struct.pack("<H", len(names))
    assert dict(found)[0x03] == struct.pack("<H", 1252)


def test_the_project_text_lists_documents_before_procedures(streams):
    """PROJECT and PROJECTwm name every module; nothing is protected and nothing hidden."""
    lines = streams["PROJECT"].decode("ascii").split("\r\n")
    values = dict(line.split("=", 1) for line in lines if "=" in line)

    assert lines[1:5] == ["Document=ThisWorkbook/&H00000000", "Document=Sheet1/&H00000000", "Module=Launcher", "Module=Ribbon"]
    key = sum(values["ID"].strip('"').encode()) & 0xFF
    assert revealed(values["CMG"].strip('"')) == (bytes(4), key)
    assert revealed(values["DPB"].strip('"')) == (b"\0", key)
    assert revealed(values["GC"].strip('"')) == (b"\xff", key)
    assert streams["PROJECTwm"].startswith(b"ThisWorkbook\0T\0h\0i\0s\0")
    assert streams["PROJECTwm"].endswith(b"Ribbon\0R\0i\0b\0b\0o\0n\0\0\0\0\0")


def test_the_reader_agrees_with_a_value_office_wrote():
    """The visible, unprotected values of a project saved by Office itself read the same."""
    key = sum(b"{318BEE36-5BE1-492A-826D-473DB19B0F30}") & 0xFF

    assert revealed("5D5F8AADDAA8DEA8DEA8DEA8DE") == (bytes(4), key)
    assert revealed("5D5F8AADDAADDBADDB52") == (b"\xff", key)
    assert revealed(obscured(b"\1\2\3", "{318BEE36-5BE1-492A-826D-473DB19B0F30}")) == (b"\1\2\3", key)


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("Ribbon.bas", '"Ribbon"', '"Other"', 'Ribbon.bas:1: the first line must be Attribute VB_Name = "Ribbon"'),
        ("Ribbon.bas", "control.Tag", 'control.Tag & "ạ', "Ribbon.bas:6: a string is not closed"),
        ("messages.tsv", "title\tSổ Chi bộ\n", "", "messages.tsv: the title is missing"),
        ("messages.tsv", "title\t", "title ", "messages.tsv:1: a line is an id of its own, one tab, a text"),
        ("messages.tsv", "job_died\t", "title\t", "messages.tsv:6: a line is an id of its own, one tab, a text"),
    ],
)  # fmt: skip
def test_a_fault_in_the_text_names_file_and_line(tmp_path, file, old, new, message):
    """Nothing is built from text that Excel would refuse."""
    broken = shutil.copytree(MACROS, tmp_path / "macros")
    text = (broken / file).read_text(encoding="utf-8")
    assert old in text
    (broken / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(MacroFault) as refused:
        build(broken)

    assert str(refused.value) == message


def test_a_class_module_and_a_missing_workbook_are_refused(tmp_path):
    """Only what the writer knows how to attach goes in."""
    broken = shutil.copytree(MACROS, tmp_path / "macros")
    (broken / "ThisWorkbook.cls").rename(broken / "Person.cls")
    (broken / "Person.cls").write_text('Attribute VB_Name = "Person"\n', encoding="utf-8")

    with pytest.raises(MacroFault) as classes:
        build(broken)
    (broken / "Person.cls").unlink()
    with pytest.raises(MacroFault) as workbook:
        build(broken)

    assert str(classes.value) == "Person.cls: class modules are not built; write a .bas"
    assert str(workbook.value) == f"{broken}: one ThisWorkbook.cls and one Sheet1.cls are needed"


def test_the_command_asks_for_one_file(capsys):
    """Called wrongly it says how, writes nothing, and ends with 2."""
    assert main([]) == 2
    assert capsys.readouterr().err == "usage: python -m tools.xlam OUT.xlam\n"
