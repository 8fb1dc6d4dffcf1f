"""Residents started and ended by tests, and clicks handed to them."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

from addin.resident.handing_on import hand_on
from addin.resident.wire import Request
from tests.hosts.memory_engine.dialog import Person

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("resident_process.py")
BOOK = 'Bảng "đánh giá" = tháng 1.xlsx'


class Residents:
    """Starts residents as the click would, and ends those it started."""

    def __init__(self):
        self.started = []

    def start(self, *more):
        process = subprocess.Popen([sys.executable, str(PROGRAM), str(ROOT), *more])
        self.started.append(process)
        return process

    def end(self):
        for process in self.started:
            process.kill()
            process.wait()


def request(button="check", window=None):
    return Request(button, BOOK, window or os.getpid())


def pressed(residents, button="check", person=None, window=None, more=()):
    person = person or Person()
    code = hand_on(request(button, window), lambda: person, lambda: residents.start(*more))
    return code, person


def eventually(true, seconds=60.0):
    give_up = time.monotonic() + seconds
    while not true() and time.monotonic() < give_up:
        time.sleep(0.02)
    return true()
