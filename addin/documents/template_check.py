"""Every template against its context: what `sochibo templates check` tells (F42)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from addin.documents import catalogue
from addin.documents.parts.contexts import Layout
from addin.documents.render import prepare
from addin.documents.template_files import own_templates, shipped_folder, template_kind
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
    shipped = [_checked(shipped_folder() / f"{kind.stem}.docx") for kind in catalogue.KINDS.values()]
    own = [_checked(path) for path in own_templates(template_dir)]
    return (*shipped, *own)


def _checked(path: Path) -> TemplateCheck:
    kind = template_kind(path)
    if kind is None:
        titles = ", ".join(f"«{known.title}»" for known in catalogue.KINDS.values())
        return TemplateCheck(
            path.name, None, f"Tên tệp «{path.name}» không phải tên mẫu nào.", f"Đặt tên theo một trong: {titles}."
        )
    try:
        prepare(kind, path.name, path.read_bytes(), Layout())
    except SochiboError as error:
        return TemplateCheck(path.name, kind.id, error.message, error.fix)
    except OSError:
        return TemplateCheck(path.name, kind.id, f"Không đọc được mẫu «{path.name}».", "Đóng tệp đang mở ở nơi khác.")
    return TemplateCheck(path.name, kind.id)
