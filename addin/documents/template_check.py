"""Every template against its context: what `sochibo templates check` tells (F42)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from addin.documents import catalogue
from addin.documents.parts.contexts import Layout, sample
from addin.documents.render import filled, prepare
from addin.documents.template_files import (
    bytes_of,
    own_templates,
    shipped_folder,
    template_kind,
    unused_files,
)
from addin.errors import SochiboError


@dataclass(frozen=True, slots=True)
class TemplateCheck:
    """One template file: the kind it serves (None where its name fits none), and what is wrong, if anything."""

    file: str
    kind: str | None
    message: str | None = None
    fix: str | None = None


def check_templates(template_dir: Path | None = None) -> tuple[TemplateCheck, ...]:
    """All shipped templates, then all files of the cell's own folder, by name."""
    stems = dict.fromkeys(kind.stem for kind in catalogue.KINDS.values())
    shipped = [_checked(shipped_folder() / f"{stem}.docx") for stem in stems]
    own = [_checked(path) for path in own_templates(template_dir)]
    return (*shipped, *own, *map(_unused, unused_files(template_dir)))


def _checked(path: Path) -> TemplateCheck:
    kind = template_kind(path)
    if kind is None:
        titles = ", ".join(f"«{known.title}»" for known in catalogue.KINDS.values())
        return TemplateCheck(
            path.name, None, f"Tên tệp «{path.name}» không phải tên mẫu nào.", f"Đặt tên theo một trong: {titles}."
        )
    try:
        prepared = prepare(kind, path.name, bytes_of(path), Layout())
        for empty in (False, True):
            filled(path.name, prepared, sample(kind.context, empty=empty))
    except SochiboError as error:
        return TemplateCheck(path.name, kind.id, error.message, error.fix)
    return TemplateCheck(path.name, kind.id)


def _unused(path: Path) -> TemplateCheck:
    return TemplateCheck(
        path.name, None, f"Tệp «{path.name}» không phải dạng .docx nên không được dùng làm mẫu.", "Mở bằng Word, lưu lại dạng .docx."
    )
