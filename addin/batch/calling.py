"""From the words of a command to a run."""

from __future__ import annotations

import secrets
from datetime import date
from pathlib import Path

from addin.batch.files import find_books
from addin.batch.printing import with_pdf
from addin.batch.running import Clock, Pool, run
from addin.core.records import dataclass
from addin.errors import Misuse
from addin.hosts.disk import explaining
from addin.jobs.batch import Asked, BatchResult
from addin.jobs.outcome import Outcome

_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class Given:
    """The options of `batch` as they were given."""

    doings: str = "check,rate,summarise"
    year: int | None = None
    only: tuple[str, ...] = ()
    recursive: bool = True
    workers: int | None = None
    seconds: int = 120
    memory: int = 1024
    key_file: Path | None = None
    scheduler: str | None = None
    send_files: bool = False
    tls_ca: Path | None = None
    tls_cert: Path | None = None
    tls_key: Path | None = None
    with_pdf: bool = False


def batch(source: Path, out: Path, on: date, given: Given, *, cores: int, clock: Clock, quiet: bool = False) -> Outcome[BatchResult]:
    """`cores` is how many this machine has; one is left to whoever works on it."""
    key = pseudonym_key(given.key_file, out) if given.key_file else None
    asked = Asked.of(given.doings, given.year, on, pseudonym_key=key, seconds=given.seconds, megabytes=given.memory)
    _refuse_what_does_not_go_together(asked, given)
    found = find_books(source, only=given.only, out=out, recursive=given.recursive)
    pool = _pool(asked, given, out, given.workers or max(1, cores - 1))
    outcome = run(found, asked, out, pool, clock=clock, quiet=quiet)
    return with_pdf(outcome, [file.name for file in found.files], out, quiet=quiet) if given.with_pdf else outcome


def _refuse_what_does_not_go_together(asked: Asked, given: Given) -> None:
    if "papers" in asked.doings and asked.pseudonym_key:
        raise Misuse("Văn bản có tên người nên không lập được khi ẩn danh.", "Bỏ “papers” khỏi --do, hoặc bỏ --pseudonymised.")
    if "papers" in asked.doings and given.send_files:
        raise Misuse("Máy khác không ghi được văn bản vào thư mục kết quả.", "Bỏ --send-files và dùng ổ đĩa chung, hoặc bỏ “papers” khỏi --do.")
    if given.with_pdf and "papers" not in asked.doings:
        raise Misuse("--pdf cần có văn bản để làm.", "Thêm “papers” vào --do, hoặc bỏ --pdf.")
    if given.send_files and not given.scheduler:
        raise Misuse("--send-files chỉ dùng cùng --scheduler.", "Thêm --scheduler ĐỊA_CHỈ, hoặc bỏ --send-files.")


def _pool(asked: Asked, given: Given, out: Path, workers: int) -> Pool:
    if given.scheduler is None:
        from addin.batch.local_pool import LocalPool  # noqa: PLC0415 - one of the two

        return LocalPool(asked, workers, out)
    from importlib.util import find_spec  # noqa: PLC0415 - as above

    if find_spec("distributed") is None:
        raise Misuse("Máy này chưa cài phần chạy trên cụm Dask.", "Cài bằng: pip install “sochibo[batch]”, hoặc bỏ --scheduler để chạy trên máy này.")
    from addin.batch.dask_pool import Cluster, DaskPool  # noqa: PLC0415 - as above

    cluster = Cluster(given.scheduler, given.tls_ca, given.tls_cert, given.tls_key, send_files=given.send_files)
    return DaskPool(asked, cluster, out.absolute())


def pseudonym_key(file: Path, out: Path) -> bytes:
    """The key of the file, made where it is not there yet; Misuse where it would lie among the results it is to be kept from."""
    if file.absolute().is_relative_to(out.absolute()):
        raise Misuse("Tệp khoá không được nằm trong thư mục kết quả.", "Chọn chỗ khác cho tệp khoá, chỉ người phụ trách đọc được.")
    with explaining(file):
        if not file.exists():
            file.touch(mode=0o600)
            file.write_text(secrets.token_hex(_KEY_BYTES) + "\n", "ascii")
        text = file.read_text("ascii", errors="replace").strip()
    try:
        key = bytes.fromhex(text)
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES:
        raise Misuse(f"“{file.name}” không phải tệp khoá của chương trình.", "Chỉ tệp khoá đã dùng lần trước, hoặc một tên tệp chưa có.")
    return key
