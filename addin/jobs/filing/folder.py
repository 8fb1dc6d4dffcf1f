"""The folder of a dossier: its files, and which folder holds them so that nothing that lies there is overwritten."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from addin.errors import CannotWrite
from addin.hosts.file_names import safe_name
from addin.jobs.as_pdf import PDF, WORD
from addin.jobs.filing.binding import Bound, Origin
from addin.jobs.filing.lying import PUT_THERE

_MOST_VERSIONS = 99


def files_of(name: str, contents: bytes, whole: bytes | None, found: Sequence[Bound]) -> Iterator[tuple[str, bytes]]:
    """Every paper that is there under its number, the list, the one PDF, and the fingerprints of what is put there."""
    put: dict[str, str] = {}
    for order, one in enumerate(found, 1):
        if one.is_there:
            file = file_name(order, one)
            yield file, one.content
            put[file] = hashlib.sha256(one.content).hexdigest()
    yield contents_name(name), contents
    if whole is not None:
        yield whole_name(name), whole
    yield PUT_THERE, json.dumps(put, ensure_ascii=False, indent=1).encode()


def contents_name(name: str) -> str:
    """It lies before the papers."""
    return safe_name(f"00 Mục lục {name[0].lower()}{name[1:]}", WORD)


def whole_name(name: str) -> str:
    """The one that is printed."""
    return safe_name(name, PDF)


def file_name(order: int, one: Bound) -> str:
    """`05 Biên bản làm việc với đảng viên - đồng chí … (đã ký).pdf`."""
    words = one.wanted.title.replace(": ", " - ")
    signed = " (đã ký)" if one.origin is Origin.SIGNED else ""
    return safe_name(f"{order:02} {words}{signed}", one.suffix)


def earlier(base: Path, name: str) -> Iterator[Path]:
    """Folders of the dossier that are there, the latest first."""
    yield from reversed([folder for folder in _versions(base, name) if folder.is_dir()])


def free_folder(base: Path, name: str, files: Mapping[str, bytes]) -> Path:
    """The first that holds nothing else under the names of these files."""
    for folder in _versions(base, name):
        if all(_is_free(folder / file, content) for file, content in files.items()):
            return folder
    raise CannotWrite(f"Đã có {_MOST_VERSIONS} bản “{name}”; không ghi đè bản nào.", "Chuyển các bản cũ đi nơi khác rồi chạy lại.")


def _versions(base: Path, name: str) -> Iterator[Path]:
    yield base / name
    for version in range(2, _MOST_VERSIONS + 1):
        yield base / f"{name} (bản {version})"


def _is_free(path: Path, content: bytes) -> bool:
    return not path.exists() or path.read_bytes() == content
