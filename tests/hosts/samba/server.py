"""A Samba server of the test's own: Debian's smbd as whoever runs the tests, on loopback and a high port, with a folder of its own.

Who holds a file open with a share mode is a process with smbprotocol (`holder.py`); the second party is smbclient. A mount would
need the kernel's client or FUSE, which an ordinary user of a CI machine has not: the tests say that they do without.
"""

from __future__ import annotations

import getpass
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SERVER, CLIENT = "smbd", "smbclient"
HOW = "S01, S04, S11, S12: Samba {version} trên 127.0.0.1, qua smbclient và smbprotocol (không gắn ổ)"
_PATIENCE_SECONDS = 60
_TRIES = 5
_FOLDERS = ("private", "lock", "state", "cache", "pid", "rpc", "share")
_SETTINGS = """[global]
server role = standalone server
interfaces = lo
bind interfaces only = yes
smb ports = {port}
disable netbios = yes
private dir = {folder}/private
lock directory = {folder}/lock
state directory = {folder}/state
cache directory = {folder}/cache
pid directory = {folder}/pid
ncalrpc dir = {folder}/rpc
log file = {folder}/log
map to guest = Bad User
guest account = {user}
passdb backend = smbpasswd:{folder}/private/passwd
load printers = no
printing = bsd
printcap name = /dev/null
disable spoolss = yes
usershare max shares = 0
server min protocol = SMB2
[so]
path = {folder}/share
guest ok = yes
read only = no
"""


def smbd() -> str | None:
    """Where the server lies: no ordinary user's path leads there."""
    return shutil.which(SERVER, path="/usr/local/sbin:/usr/sbin:/sbin:/usr/bin") if shutil.which(CLIENT) else None


@dataclass(frozen=True)
class Answer:
    """How smbclient ended, and what it said."""

    code: int
    said: str


@dataclass(frozen=True)
class Share:
    """One share of a running server; `folder` is what it shows."""

    folder: Path
    port: int
    settings: Path

    def words(self, *commands: str) -> list[str]:
        """smbclient's, for commands of its own."""
        return [CLIENT, "-N", "-s", str(self.settings), "-p", str(self.port), "//127.0.0.1/so", "-c", "; ".join(commands)]

    def __call__(self, *commands: str) -> Answer:
        """The answer to commands given in one session."""
        ran = subprocess.run(self.words(*commands), capture_output=True, check=False, encoding="utf-8", timeout=_PATIENCE_SECONDS)
        return Answer(ran.returncode, ran.stdout + ran.stderr)

    @contextmanager
    def held(self, name: str, mode: str, sharing: str):
        """Somebody else has the file open: a process of its own, which lets others do what `sharing` says (r, w, d)."""
        words = [sys.executable, str(Path(__file__).with_name("holder.py")), str(self.port), name, mode, sharing]
        with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"held\n"
            try:
                yield
            finally:
                process.communicate()


@contextmanager
def samba(folder: Path):
    """A server that answers; ended with everything it started."""
    for name in _FOLDERS:
        (folder / name).mkdir()
    with (folder / "out").open("wb") as out:
        process, share = next(found for _ in range(_TRIES) if (found := _started(folder, out)))
        try:
            yield share
        finally:
            _ended(process)


def _started(folder: Path, out):
    """The server and its share, once it answers; None where somebody else was faster to take its port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = int(listener.getsockname()[1])
    settings = folder / "smb.conf"
    settings.write_text(_SETTINGS.format(port=port, folder=folder, user=getpass.getuser()), encoding="utf-8")
    share = Share(folder / "share", port, settings)
    words = [smbd(), "--foreground", "--no-process-group", f"--configfile={settings}"]
    process = subprocess.Popen(words, stdout=out, stderr=out, stdin=subprocess.DEVNULL, start_new_session=True)  # it ends its whole group
    try:
        give_up = time.monotonic() + _PATIENCE_SECONDS
        while process.poll() is None and time.monotonic() < give_up:
            if share("ls").code == 0:
                return process, share
            time.sleep(0.1)
    except BaseException:
        _ended(process)
        raise
    _ended(process)
    return None


def _ended(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    process.wait(_PATIENCE_SECONDS)


def version() -> str:
    """As the server tells it."""
    return subprocess.run([smbd(), "--version"], capture_output=True, check=True, encoding="utf-8").stdout.split()[-1]
