"""What the launcher in the add-in starts: one button's job, then its exit code."""

import sys

from addin.ribbon import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
