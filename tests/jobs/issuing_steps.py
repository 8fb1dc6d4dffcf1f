"""The steps of issuing a paper, each to be stopped before or after it is done: by an exception here, by a kill in a child.

    python -m tests.jobs.issuing_steps STEP WORD…    runs `sochibo WORD…` and dies at the step as by a power cut
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Step:
    """A call to stop at: `module:name` (a function, or a method of a class), before it or after; the first `passing` go by."""

    target: str
    when: str
    is_claimed: bool = True
    has_landed: bool = False
    passing: int = 0

    def stopped(self, stop):
        """Owner, name and the call that stops once, then does its work."""
        module, _, path = self.target.partition(":")
        owner, names = importlib.import_module(module), path.split(".")
        for name in names[:-1]:
            owner = getattr(owner, name)
        real, met = getattr(owner, names[-1]), []

        def call(*given, **named):
            met.append(True)
            if len(met) != self.passing + 1:
                return real(*given, **named)
            if self.when == "after":
                real(*given, **named)
            return stop()

        return owner, names[-1], call


STEPS = {
    "before it is rendered": Step("addin.jobs.promising:render", "before", is_claimed=False),
    "rendered": Step("addin.jobs.promising:render", "after", is_claimed=False),
    "the workbook tried": Step("addin.hosts.closed.patch.patching:patch_with_remarks", "after", is_claimed=False),
    "the workbook found free": Step("addin.hosts.closed.book:ClosedBook.probe", "after", is_claimed=False),
    "the room looked at": Step("addin.jobs.issuing:check_room", "after", is_claimed=False),
    "what the claim says": Step("addin.hosts.numbers:text_of", "before", is_claimed=False),
    "the claim half on the disk": Step("addin.hosts.numbers:write_new", "before", is_claimed=False),
    "the claim aside": Step("addin.hosts.disk:_move_if_free", "before", is_claimed=False),
    "the claim in its place": Step("addin.hosts.disk:_move_if_free", "after"),
    "claimed": Step("addin.hosts.numbers:NumberRegister.claim", "after"),
    "the folder looked at": Step("addin.jobs.issuing:place_for", "before"),
    "the paper half on the disk": Step("addin.jobs.paper_files:write_new", "before"),
    "the paper aside": Step("addin.hosts.disk:_move_if_free", "before", passing=1),
    "the paper in its place": Step("addin.hosts.disk:_move_if_free", "after", passing=1),
    "the paper written": Step("addin.jobs.issuing:write_paper", "after"),
    "before the workbook": Step("addin.hosts.closed.book:ClosedBook.apply", "before"),
    "the workbook patched": Step("addin.hosts.closed.patch.patching:patch_with_remarks", "after", passing=2),
    "the workbook aside": Step("addin.hosts.closed.save.saving:keep_attributes", "before"),
    "the workbook in its place": Step("addin.hosts.closed.save.saving:prune", "before", has_landed=True),
    "the workbook saved": Step("addin.hosts.closed.save.saving:save", "after", has_landed=True),
    "before it is issued": Step("addin.hosts.numbers:NumberRegister.issue", "before", has_landed=True),
    "issued": Step("addin.hosts.numbers:NumberRegister.issue", "after", has_landed=True),
}


def die():
    """As a power cut does: nothing is tidied up."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


if __name__ == "__main__":
    from addin.cli import main

    setattr(*STEPS[sys.argv[1]].stopped(die))
    main(sys.argv[2:])
