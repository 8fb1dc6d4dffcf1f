"""`python -m addin` is the command `sochibo`."""

from addin.cli import main

if __name__ == "__main__":
    main()
