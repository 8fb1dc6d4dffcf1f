"""The command line of the installed copy; `sochibo.cmd` starts it."""

from addin.cli import main

if __name__ == "__main__":
    main()
