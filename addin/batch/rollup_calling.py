"""From the words of `rollup` to totals: what the folder holds is gathered, summed, and laid down for the next level."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from addin.batch.files import ROLLUP_TABLES, Found, find_books
from addin.batch.rules_version import rules_version
from addin.batch.running import Clock, run
from addin.batch.tables import why_no_tables
from addin.batch.whole_files import in_place, sha256_of
from addin.core.records import dataclass
from addin.errors import AlreadyExists, CannotRead, Misuse
from addin.hosts.disk import explaining, replace_patiently, write_aside
from addin.jobs.batch import Asked
from addin.jobs.outcome import Outcome
from addin.jobs.rollup import Refusal, RollupResult, acceptances

_DOINGS = "rate,summarise"


@dataclass(frozen=True, slots=True)
class Given:
    """The options of `rollup` as they were given."""

    year: int | None = None
    expect: Path | None = None
    accept: tuple[str, ...] = ()
    workers: int | None = None


def rollup(folder: Path, out: Path, on: date, given: Given, *, cores: int, clock: Clock, quiet: bool = False) -> Outcome[RollupResult]:
    """Over workbooks, batches and lower roll-ups in `folder`; `out` is the workbook of the totals, the tables lie beside it."""
    missing = why_no_tables()
    if missing:
        raise Misuse("Tổng hợp cần pandas và pyarrow, máy này chưa cài.", "Cài bằng: pip install “sochibo[batch]” trên máy của cấp trên.")
    if not folder.is_dir():
        raise CannotRead(f"Không thấy thư mục “{folder}”.", "Kiểm tra lại đường dẫn rồi chạy lại.")
    from addin.batch.rolling_up import Wanted, roll_up  # noqa: PLC0415 - pandas

    _refuse_others_file(out)
    asked = Asked.of(_DOINGS, given.year, on)
    accepted, expected = acceptances(given.accept), _expected(given.expect)
    tables = out.with_name(out.stem + ROLLUP_TABLES)
    loose = find_books(folder, out=tables)
    sources = _sources(folder, loose, tables, asked, given.workers or max(1, cores - 1), clock=clock, quiet=quiet)
    if not sources:
        raise Misuse("Thư mục không có sổ, kết quả batch hay bản tổng hợp nào.", "Kiểm tra lại đường dẫn rồi chạy lại.")
    hidden = {source.pseudonyms for source in sources}
    if len(hidden) > 1:
        raise Misuse("Các kết quả ẩn danh bằng khoá khác nhau, hoặc có nơi không ẩn danh, nên không nhận ra người trùng.", "Chạy lại batch ở các nơi với cùng một tệp khoá, hoặc không nơi nào dùng --pseudonymised.")
    result, frames = roll_up(sources, Wanted(asked.year, rules_version(), expected, accepted))
    _lay_down(result, frames, asked, out, tables, pseudonyms=next(iter(hidden)))
    return Outcome(replace(result, copies=loose.copies), is_done=True)


def _refuse_others_file(out: Path) -> None:
    """A workbook of totals may replace an earlier one of the same name, and nothing else: `--out` is easily a cell's own."""
    if out.suffix.lower() != ".xlsx":
        raise Misuse(f"Tên sổ tổng hợp “{out.name}” chưa có đuôi .xlsx.", "Ghi như --out tong-hop.xlsx.")
    if out.exists() and not out.with_name(out.stem + ROLLUP_TABLES).is_dir():
        raise AlreadyExists(f"“{out.name}” đã có và không phải bản tổng hợp của chương trình; chưa ghi gì.", "Chọn tên khác ở --out.")


def _expected(path: Path | None) -> tuple[str, ...]:
    if path is None:
        return ()
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Misuse(f"“{path.name}” không phải danh sách UTF-8.", "Ghi mỗi dòng một tên chi bộ, lưu dạng văn bản UTF-8.") from error
    except OSError as error:
        raise CannotRead(f"Không đọc được danh sách “{path}”.", "Kiểm tra lại đường dẫn, quyền đọc rồi chạy lại.") from error
    return tuple(dict.fromkeys(line.strip() for line in lines if line.strip() and not line.startswith("#")))


def _sources(folder: Path, loose: Found, tables: Path, asked: Asked, workers: int, *, clock: Clock, quiet: bool) -> Sequence[Any]:
    """Batches and lower roll-ups as they are; the workbooks in none of them are done now, in `tables`."""
    from addin.batch.sources import find_sources, read_source  # noqa: PLC0415 - pandas

    found = [read_source(path, folder) for path in find_sources(folder, without=tables)]
    covered = {sha256 for source in found for sha256 in source.frames["workbooks"]["sha256"].dropna()}
    if loose.files:
        found += _done_now(loose, tables / "so", asked, workers, covered, clock=clock, quiet=quiet)
    return found


def _done_now(loose: Found, into: Path, asked: Asked, workers: int, covered: set[str], *, clock: Clock, quiet: bool) -> list[Any]:
    from addin.batch.local_pool import LocalPool  # noqa: PLC0415 - where workbooks are done
    from addin.batch.sources import read_source  # noqa: PLC0415 - pandas

    files = tuple(file for file in loose.files if not covered or sha256_of(file.path) not in covered)
    if not files:
        return []
    run(Found(files, loose.left), asked, into, LocalPool(asked, workers, into), clock=clock, quiet=quiet)
    return [read_source(into, into)]


def _lay_down(result: RollupResult, frames: Mapping[str, Any], asked: Asked, out: Path, tables: Path, *, pseudonyms: str | None) -> None:
    from addin.batch.rollup_book import write_rollup_book  # noqa: PLC0415 - what is written last
    from addin.batch.sources import ROLLUP  # noqa: PLC0415 - pandas

    outside = [one for one in result.refused if one.reason is Refusal.OTHER_RULES or (one.reason is Refusal.WRONG_YEAR and not one.spot.sheet)]
    told = {
        "terms": {"rules": result.rules, "do": list(asked.doings), "year": asked.year, "on": asked.on.isoformat(), "pseudonyms": pseudonyms},
        "accepted": [{"spot": str(one.refused.spot), "because": one.because} for one in result.accepted],
        "outside": [{"workbook": one.spot.workbook, "reason": one.reason.value, "with": one.beside, "message": one.message} for one in outside],
    }
    with explaining(out):
        tables.mkdir(parents=True, exist_ok=True)
        for name, frame in frames.items():
            with in_place(tables / f"{name}.parquet") as aside:
                frame.to_parquet(aside, index=False, compression="zstd")
        outputs = {f"{name}.parquet": sha256_of(tables / f"{name}.parquet") for name in frames}
        data = json.dumps({**told, "outputs": outputs}, ensure_ascii=False, indent=1).encode() + b"\n"
        replace_patiently(write_aside(tables, data), tables / ROLLUP)
        with in_place(out) as aside:
            write_rollup_book(result, asked, aside)
