"""What a built copy of the program holds, the same in the wheel and in the installer: modules, lists in JSON, shipped files.

The copy goes one way: from the top-level folders, which a person sees and edits, into `addin/shipped` of what is built.
Nothing is built on the way; the YAML that lists are compiled from stays behind.
"""

from __future__ import annotations

from addin import resources

_KINDS = ("*.py", "*.json")


def packaged() -> dict[str, bytes]:
    """Every file of the package by its path in what is built, to the byte as it lies in the checkout."""
    package = resources.package()
    modules = {path.relative_to(package).as_posix(): path for kind in _KINDS for path in package.rglob(kind)}
    return {f"addin/{name}": path.read_bytes() for name, path in sorted(modules.items())} | shipped()


def shipped() -> dict[str, bytes]:
    """The copies alone."""
    return {f"addin/{resources.COPY}/{name}": path.read_bytes() for name, path in resources.all_shipped().items()}
