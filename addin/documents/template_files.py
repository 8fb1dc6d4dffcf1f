"""Where templates stand: the cell's own in its `Mẫu` folder first, else the shipped one.

A template of a cell is named by its kind (`inspection-decision.docx`) or by its Vietnamese title
(`Quyết định kiểm tra.docx`), in any case and any Unicode form.
"""

from __future__ import annotations

import unicodedata
from pathlib import Path

from addin.documents import catalogue
from addin.documents.parts.kind import Kind
from addin.errors import TemplateBroken
from addin.resources import shipped

_LARGEST_FILE = 20 * 1024 * 1024
_OTHER_FORMATS = frozenset({".doc", ".docm", ".dot", ".dotx", ".dotm", ".odt", ".rtf"})


def shipped_folder() -> Path:
    """The templates that came with the program."""
    return shipped("templates")


def template_content(kind: Kind, template_dir: Path | None) -> tuple[str, bytes]:
    """File name and bytes of the template that counts for a kind."""
    path = _own(kind, template_dir) or shipped_folder() / f"{kind.stem}.docx"
    return path.name, bytes_of(path)


def bytes_of(path: Path) -> bytes:
    """A template whole; TemplateBroken where it cannot be read, is no plain file, or is larger than any template."""
    try:
        if not path.is_file():
            raise TemplateBroken(f"Mẫu «{path.name}» không phải một tệp thường.", "Bỏ khỏi thư mục “Mẫu”.")
        if path.stat().st_size > _LARGEST_FILE:
            raise TemplateBroken(f"Mẫu «{path.name}» lớn quá 20 MB.", "Bỏ ảnh không cần trong mẫu rồi lưu lại.")
        return path.read_bytes()
    except OSError as error:
        raise TemplateBroken(
            f"Không đọc được mẫu «{path.name}».", "Cài lại chương trình, hoặc đóng tệp mẫu đang mở ở nơi khác."
        ) from error


def own_templates(template_dir: Path | None) -> tuple[Path, ...]:
    """The Word files of the cell's folder by name, Word's own lock files left out."""
    return tuple(path for path in _files_of(template_dir) if path.suffix.lower() == ".docx")


def unused_files(template_dir: Path | None) -> tuple[Path, ...]:
    """Word files of another format in the cell's folder, which nobody would ever use."""
    return tuple(path for path in _files_of(template_dir) if path.suffix.lower() in _OTHER_FORMATS)


def _files_of(template_dir: Path | None) -> tuple[Path, ...]:
    if template_dir is None or not template_dir.is_dir():
        return ()
    return tuple(path for path in sorted(template_dir.iterdir()) if not path.name.startswith("~$"))


def template_kind(path: Path) -> Kind | None:
    """The kind a file serves, by its name."""
    return next((kind for kind in catalogue.KINDS.values() if _serves(path, kind)), None)


def _own(kind: Kind, template_dir: Path | None) -> Path | None:
    return next((path for path in own_templates(template_dir) if _serves(path, kind)), None)


def _serves(path: Path, kind: Kind) -> bool:
    return _key(path.stem) in {_key(kind.id), _key(kind.stem), _key(kind.title)}


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold().strip()
