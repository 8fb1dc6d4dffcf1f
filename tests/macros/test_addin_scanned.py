"""The built add-in as the tools of those who look for harmful macros read it: olefile, strict, and olevba."""

import io
import json
import subprocess
import sys
import unicodedata
import zipfile

import olefile
import pytest
from olefile.olefile import OleFileError

from tests.macros.compound_reader import CompoundReader
from tools.xlam import MACROS, build
from tools.xlam.compound_file import compound_file
from tools.xlam.modules import read_modules
from tools.xlam.vba_project import vba_project


def opened(data):
    """With olefile, every defect it knows an error."""
    return olefile.OleFileIO(data, raise_defects=olefile.DEFECT_INCORRECT)


def streams_of(data):
    """Every stream by path, read to its end."""
    with opened(data) as file:
        streams = {"/".join(path): file.openstream(path).read() for path in file.listdir()}
        assert file.parsing_issues == []
    return streams


def scanned(path):
    """What olevba says of a file: its messages, and the file itself. In a process of its own, as its warnings are not ours."""
    command = [sys.executable, "-W", "ignore::DeprecationWarning", "-m", "oletools.olevba", "--json", path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    _, *messages, file = json.loads(done.stdout)
    return [(message["level"], message["msg"]) for message in messages], file


@pytest.fixture(scope="module")
def addin(tmp_path_factory):
    """The add-in as it is given away."""
    path = tmp_path_factory.mktemp("addin") / "SoChiBo.xlam"
    path.write_bytes(build(MACROS))
    return path


def test_olefile_finds_no_defect_and_reads_every_stream(addin):
    """Strict: what is merely unusual would be an error; each stream is what our own reader read."""
    project = zipfile.ZipFile(addin).read("xl/vbaProject.bin")

    assert olefile.isOleFile(project)
    assert streams_of(project) == CompoundReader(project).streams


@pytest.mark.parametrize("count", [0, 1, 7, 33, 150])
def test_olefile_reads_projects_of_any_number_of_modules(count):
    """Small and large streams in storages, in any number."""
    streams = {f"VBA/Module{number}": bytes([number]) * (number * 97) for number in range(count)}

    assert streams_of(compound_file(streams)) == streams


@pytest.mark.parametrize(
    ("at", "written", "defect"),
    [
        (28, b"\xff\xfe", "incorrect ByteOrder in OLE header"),
        (30, b"\x0a\x00", "incorrect sector_size in OLE header"),
        (56, b"\x00\x20\x00\x00", "incorrect mini_stream_cutoff_size in OLE header"),
    ],
)
def test_the_strict_reading_bites(at, written, defect):
    """One wrong number in the head of the file is refused."""
    project = bytearray(vba_project(read_modules(MACROS)))
    project[at : at + len(written)] = written

    with pytest.raises(OleFileError) as refused:
        streams_of(bytes(project))

    assert str(refused.value) == defect


def test_olevba_reads_every_module_with_its_source(addin):
    """Name, stream and text of each module of macros/, comments without their marks; not one error."""
    messages, file = scanned(addin)

    read = {macro["vba_filename"]: macro["code"].splitlines() for macro in file["macros"]}
    written = {path.name: code_of(path) for path in [*MACROS.glob("*.bas"), *MACROS.glob("*.cls")]}
    assert messages == [("WARNING", "For now, VBA stomping cannot be detected for files in memory")]
    assert file["type"] == "OpenXML"
    assert read == written
    assert {macro["ole_stream"] for macro in file["macros"]} == {f"VBA/{name.split('.')[0]}" for name in written}
    assert {macro["subfilename"] for macro in file["macros"]} == {"xl/vbaProject.bin"}


def code_of(path):
    """The lines of a module as it stands in the checkout, without attributes, letters without marks."""
    text = unicodedata.normalize("NFD", path.read_text(encoding="utf-8").replace("đ", "d").replace("Đ", "D"))
    plain = "".join(letter for letter in text if not unicodedata.combining(letter))
    return [line for line in plain.splitlines() if not line.startswith("Attribute ")]


def test_nothing_runs_by_itself(addin):
    """Macros run when a button is pressed, never when a workbook is opened or closed."""
    _, file = scanned(addin)

    kinds = {finding["type"] for finding in file["analysis"]}
    assert kinds == {"Suspicious", "IOC"}


def test_a_project_that_does_not_unpack_is_seen(tmp_path):
    """One wrong byte at the head of the list of modules: the names of their files are lost, and olevba says why."""
    whole = build(MACROS)
    project = zipfile.ZipFile(io.BytesIO(whole)).read("xl/vbaProject.bin")
    listed = CompoundReader(project).streams["VBA/dir"]
    broken = tmp_path / "SoChiBo.xlam"
    with zipfile.ZipFile(broken, "w") as package, zipfile.ZipFile(io.BytesIO(whole)) as sound:
        for name in sound.namelist():
            package.writestr(name, sound.read(name).replace(listed, b"\0" + listed[1:]))

    messages, file = scanned(broken)

    (level, text), _ = messages
    assert level == "ERROR"
    assert text.endswith("ValueError: invalid signature byte 00")
    assert not any(macro["vba_filename"].endswith((".bas", ".cls")) for macro in file["macros"])
