"""Runs `sochibo` in this process as a user would: words in, exit code, what was printed."""

from __future__ import annotations

import contextlib
import io
import json
from dataclasses import dataclass

from addin.cli import main

BUG = "Chương trình gặp lỗi và đã dừng"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def answer(self):
        return json.loads(self.out)


def sochibo(*words) -> Ran:
    out, err = io.StringIO(), io.StringIO()
    code = 0
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            main([str(word) for word in words])
        except SystemExit as exit_:
            code = exit_.code or 0
            if BUG in err.getvalue() + out.getvalue():
                raise exit_.__context__ or exit_ from None  # a test must see its traceback
    return Ran(code, out.getvalue(), err.getvalue())
