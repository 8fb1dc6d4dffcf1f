"""The installer's last step and the uninstaller's first: what only Python can do; the exit code says how it went."""

import os
import sys

from addin.errors import SochiboError
from addin.jobs.install import install, uninstall
from addin.jobs.installed_places import places_of


def main(step: str) -> int:
    """`install` or `uninstall`."""
    places = places_of(os.environ)
    try:
        if step == "install":
            install(places)
        else:
            uninstall(places, keep_program=True)
    except SochiboError as error:
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
