"""Papers that lie in the folders already: signed copies first, then what was made or written. They are read, never touched.

A paper is known by the file the register names, else by its name: what the paper is called, the number of the decision, the
member. A PDF whose name says that it is signed or scanned goes before the Word file of the same name.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from addin.core.records import dataclass
from addin.core.tables.series import paper_number
from addin.documents.parts.cycle.filed import DECISION
from addin.glossary import fold, fold_plain
from addin.hosts.file_names import safe_name
from addin.jobs.as_pdf import PDF, WORD
from addin.jobs.filing.wanted import Wanted

PUT_THERE = ".sochibo-ho-so.json"
"""In a dossier's folder: the fingerprints of what a run put there. What has another was written on, or laid there by a person."""

_SIGNED = re.compile(r"\b(?:da ky|ban ky|signed|scan|quet)\b")
_VERSION = re.compile(r"\(bản (\d+)\)")
_ORDER = re.compile(r"^\d\d ")
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Lying:
    """One file, with its bytes; `printed` are those of the PDF beside a Word file, for where none can be made."""

    path: Path
    content: bytes
    is_signed: bool = False
    printed: bytes | None = None

    @property
    def is_word(self) -> bool:
        """A Word file has to be printed yet."""
        return self.path.suffix.lower() == WORD


class Drawer:
    """The folders looked into: where papers go, and the dossier's own folders of earlier runs, the latest first."""

    def __init__(self, folders: Iterable[Path], dossiers: Iterable[Path]) -> None:
        self._shared = tuple(file for folder in folders for file in _files(folder, frozenset()))
        self._own = tuple(file for folder in dossiers for file in _files(folder, _put_in(folder)))

    def paper(self, wanted: Wanted) -> Lying | None:
        """The best copy of a paper; None where there is none. In a folder of the dossier its number need not be said again."""
        named = wanted.row.file if wanted.row else None
        fitting = [path for path in self._shared if _is_file(path, named) or (_is_called(path, wanted) and _has_number(path.stem, wanted))]
        fitting += [path for path in self._own if _is_called(path, wanted)]
        best = min(fitting, key=lambda path: _rank(path, named), default=None)
        if best is None:
            return None
        beside = best.with_suffix(PDF)
        printed = beside.read_bytes() if best.suffix.lower() == WORD and beside in fitting else None
        return Lying(best, best.read_bytes(), _is_signed(best), printed)


def _files(folder: Path, put: frozenset[str]) -> Sequence[Path]:
    try:
        paths = sorted(path for path in folder.iterdir() if path.suffix.lower() in (WORD, PDF) and path.is_file())
        return [path for path in paths if path.stat().st_size <= _LARGEST and not path.name.startswith("~$") and not _was_put(path, put)]
    except OSError:
        return ()


def _was_put(path: Path, put: frozenset[str]) -> bool:
    return bool(put) and hashlib.sha256(path.read_bytes()).hexdigest() in put


def _put_in(folder: Path) -> frozenset[str]:
    try:
        return frozenset(json.loads((folder / PUT_THERE).read_text("utf-8")).values())
    except (OSError, ValueError, AttributeError):
        return frozenset()


def _is_file(path: Path, named: str | None) -> bool:
    """The file the register names, or a signed copy called after it."""
    if not named:
        return False
    stem = Path(named).stem
    return path.name == named or (_is_signed(path) and fold(path.stem).startswith(fold(stem)))


def _is_called(path: Path, wanted: Wanted) -> bool:
    """By what the paper is called, and the member."""
    stem = fold(_ORDER.sub("", path.stem))
    titles = [wanted.stage.paper_title, *([wanted.kind.named(wanted.request)] if wanted.kind else [])]
    titles += [f"Quyết định {wanted.request.decision}"] if wanted.stage.id == DECISION else []
    if not any(stem.startswith(fold(safe_name(title))) for title in titles):
        return False
    return wanted.member is None or any(fold(one) in stem for one in (wanted.member, wanted.request.name or wanted.member))


def _has_number(stem: str, wanted: Wanted) -> bool:
    """The decision's, and its year where the name has one; it must have one where the number was used in several years."""
    asked = wanted.request.decision
    if not asked:
        return str(wanted.request.year) in stem
    number = paper_number(asked)
    year = wanted.request.year
    years = re.findall(r"\b(20\d\d)\b", stem)
    told = number is not None and re.search(rf"(?<!\d)0*{number.value}(?!\d)", stem) is not None
    return told and (str(year) in years if years or wanted.is_reused else True)


def _is_signed(path: Path) -> bool:
    return path.suffix.lower() == PDF and _SIGNED.search(fold_plain(path.stem)) is not None


def _rank(path: Path, named: str | None) -> tuple[int, int, str]:
    """Signed, then the register's own, then Word, then PDF; of versions the last."""
    version = _VERSION.search(path.stem)
    kind = 0 if _is_signed(path) else 1 if path.name == named else 2 if path.suffix.lower() == WORD else 3
    return kind, -int(version[1]) if version else 0, path.name
