"""The same run on a Dask cluster of this machine: the same bytes, whoever of it is killed."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.batch.runs import done, going_on, kill, resting, results, started

pytestmark = [pytest.mark.posix, pytest.mark.proof]


@contextmanager
def cluster(folder, workers=2):
    """Dask's own commands on loopback: the address, the scheduler, the workers."""
    processes = []

    def start(*command):
        process = subprocess.Popen([sys.executable, "-m", "distributed.cli.dask_" + command[0], *command[1:]], cwd=folder, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        processes.append(process)
        return process

    try:
        scheduler = start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        address = next(found[1] for line in scheduler.stderr if (found := re.search(r"Scheduler at:\s+(tcp://\S+)", line)))
        yield address, scheduler, [start("worker", address, "--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--no-nanny") for _ in range(workers)]
    finally:
        for process in processes:
            process.kill()
            process.wait()
            process.stderr.close()


@pytest.fixture(scope="module")
def local(few, tmp_path_factory):
    out = tmp_path_factory.mktemp("local") / "out"
    done(few, out, "--workers", "2")
    return results(out)


def test_equal_to_the_local_run_by_path_and_by_bytes(few, local, tmp_path):
    with cluster(tmp_path) as (address, _, _):
        done(few, tmp_path / "a", "--scheduler", address)
        done(few, tmp_path / "b", "--scheduler", address, "--send-files")
    assert results(tmp_path / "a") == local
    assert results(tmp_path / "b") == local


def test_a_killed_worker_loses_nothing(few, local, tmp_path):
    out = tmp_path / "out"
    with cluster(tmp_path) as (address, _, workers), resting(few, out, 2, "--scheduler", address, SOCHIBO_DASK_PIECE="2") as process:
        kill(workers[0].pid)
        _, errors = going_on(process, out)
    assert process.returncode in (0, 1), errors
    assert results(tmp_path / "out") == local


def test_a_killed_scheduler_is_told_and_gone_on_from(few, local, tmp_path):
    out = tmp_path / "out"
    with cluster(tmp_path) as (address, scheduler, _), resting(few, out, 2, "--scheduler", address, SOCHIBO_DASK_PIECE="2") as process:
        kill(scheduler.pid)
        told, errors = going_on(process, out)
    assert process.returncode == 3, errors
    assert "Dask" in json.loads(told)["error"]["message"]
    done(few, tmp_path / "out", "--workers", "2")
    assert results(tmp_path / "out") == local


def test_nobody_at_the_address_is_told_in_one_sentence(few, tmp_path):
    process = started(few, tmp_path / "out", "--scheduler", "tcp://127.0.0.1:9", SOCHIBO_DASK_PATIENCE="1s")
    told, errors = process.communicate(timeout=120)
    assert process.returncode == 3, errors
    assert json.loads(told)["error"]["fix"]
    assert "Traceback" not in errors
