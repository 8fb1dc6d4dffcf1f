"""A LibreOffice of its own that answers questions about one document after the other, on standard input and output.

    /usr/bin/python3 serve_document.py FOLDER

Run by the system's Python, which has uno. The answers are given by `inside`, in the office itself.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import NamedValue
from com.sun.star.connection import NoConnectException


def main(folder):
    pipe = f"sochibo{os.getpid()}"
    office = subprocess.Popen(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nologo",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        serve(inside(connected(pipe, office)))
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()


def connected(pipe, office):
    """The remote context, as soon as the new office answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() is not None:
                sys.exit(f"soffice ended with {office.returncode}")
            time.sleep(0.2)
    sys.exit("soffice did not answer in a minute")


def inside(context):
    """Our part inside the office, loaded as it loads the components of extensions."""
    loader = context.ServiceManager.createInstanceWithContext("com.sun.star.loader.Python", context)
    factory = loader.activate("vn.sochibo.tests.Inside", "", Path(__file__).with_name("inside.py").as_uri(), None)
    return factory.createInstanceWithContext(context)


def serve(part):
    for line in sys.stdin:
        print(part.execute((NamedValue("question", line),)), flush=True)


main(Path(sys.argv[1]).resolve())
