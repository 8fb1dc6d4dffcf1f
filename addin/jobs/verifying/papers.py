"""Papers as they were issued: the file that bears the name still has the fingerprint it was given (F54)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from addin.core.findings import Severity
from addin.core.records import dataclass
from addin.hosts.folders import BACKUPS, LOGS
from addin.jobs.paper import GROUP_COPY
from addin.jobs.verifying.logs import Logged
from addin.jobs.verifying.trouble import Trouble

_ASIDE = frozenset({BACKUPS, LOGS})
_SUFFIXES = frozenset({".docx", ".xlsx"})


@dataclass(frozen=True, slots=True)
class Issued:
    """A paper somebody noted: `name` empty where only its fingerprint was, `number` empty where it has none."""

    name: str
    folder: str
    sha256: str
    number: str = ""
    kind: str = ""


class Drawer:
    """All papers of a folder and below, by name; read only where somebody asks for them."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._prints: dict[Path, str] = {}

    @cached_property
    def _by_name(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for folder, inner, names in os.walk(self._home):
            inner[:] = sorted(name for name in inner if name not in _ASIDE)
            for name in sorted(names):
                found.setdefault(name, []).append(Path(folder) / name)
        return found

    def named(self, paper: Issued) -> list[Path]:
        """Files of that name, the one where it was put first."""
        place = self._home / paper.folder / paper.name
        others = [path for path in self._by_name.get(paper.name, []) if path != place]
        return [*([place] if place.is_file() else []), *others]

    def holds(self, sha256: str) -> bool:
        """Whether any paper, however it is called now, is that one."""
        paths = (path for paths in self._by_name.values() for path in paths if path.suffix in _SUFFIXES)
        return any(self.fingerprint(path) == sha256 for path in paths)

    def fingerprint(self, path: Path) -> str:
        """Worked out once; empty for one that cannot be read."""
        if path not in self._prints:
            try:
                self._prints[path] = hashlib.sha256(path.read_bytes()).hexdigest()
            except OSError:
                self._prints[path] = ""
        return self._prints[path]


def papers_logged(logs: Iterable[Logged]) -> Iterator[Issued]:
    """As the logs tell them; of one made again under its name the last counts."""
    found: dict[tuple[str, str], Issued] = {}
    for log in logs:
        for line in log.lines.whole:
            for told in (line.fields or {}).get("files", ()):
                name = str(told.get("file", "")).rpartition("/")[2]
                if told.get("kind") == GROUP_COPY:
                    continue
                paper = Issued(name, told.get("folder") or "", told.get("sha256", ""), told.get("number", ""), told.get("kind", ""))
                found[name or paper.sha256, paper.folder] = paper
    yield from found.values()


_BATCH = "batch"
"""What a run over many workbooks left: totals stand on it, and nobody signs or amends it."""


def paper_troubles(home: Path, papers: Iterable[Issued]) -> Iterator[Trouble]:
    """Each paper once, however many noted it."""
    drawer = Drawer(home)
    for paper in dict.fromkeys(papers):
        trouble = _trouble(home, drawer, paper) if paper.sha256 else None
        if trouble is not None:
            yield trouble


def _trouble(home: Path, drawer: Drawer, paper: Issued) -> Trouble | None:
    if not paper.name:
        return None if drawer.holds(paper.sha256) else _gone(home / paper.folder, paper, f"Văn bản «{paper.kind}» (tên tệp không ghi vào nhật ký)")
    places = drawer.named(paper)
    if not places:
        return _gone(home / paper.folder / paper.name, paper, "Tệp văn bản")
    if any(drawer.fingerprint(place) == paper.sha256 for place in places):
        return None
    if paper.kind == _BATCH:
        return Trouble(Severity.ERROR, "result_changed", places[0], "Kết quả đã bị sửa sau khi lập: khác dấu vân tay lúc lập.", "Chạy lại đúng lệnh batch đã lập ra thư mục này.")
    severity = Severity.ERROR if paper.number else Severity.WARNING
    told = f"Văn bản số {paper.number} đã bị sửa sau khi ban hành" if paper.number else "Văn bản đã bị sửa sau khi lập"
    return Trouble(severity, "paper_changed", places[0], f"{told}: khác dấu vân tay lúc lập.", "Lấy lại bản gốc; muốn thay thì huỷ số (lệnh void) rồi lập lại.")


def _gone(path: Path, paper: Issued, what: str) -> Trouble:
    number = f" số {paper.number}" if paper.number else ""
    severity = Severity.ERROR if paper.number else Severity.NOTICE
    return Trouble(severity, "paper_missing", path, f"{what}{number} không còn trong thư mục này và các thư mục con, hoặc đã bị sửa.", "Tìm lại tệp, hoặc kiểm tra ở nơi đã cất.")
