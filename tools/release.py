"""What a release consists of. `make bundle` and the release workflow run it: `python tools/release.py PART`.

bundle       dist/herniatui: the program in a folder, for a computer without Python, and a zip of it
wheelhouse   dist/wheelhouse: the program and all that it needs as wheels, for `pip install --no-index`, and a zip of it
notes        the section of CHANGELOG.md about this version, on standard output
checksums    dist/SHA256SUMS: of every file in dist that is for other people
target       the system and processor that files made here are for, on standard output
version TAG  nothing, if the tag is that of this version

Run with the Python of .venv, which has PyInstaller.
"""

import hashlib
import platform
import re
import runpy
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
DIST = ROOT / "dist"
EXTRAS = "pdf"


class NotReady(Exception):
    """A release cannot be made; the message tells why."""


def version() -> str:
    """Return the version of the program, from the one place that has it."""
    found: str = runpy.run_path(str(ROOT / "src" / "herniatui" / "__init__.py"))["__version__"]
    return found


def target() -> str:
    """Return the system and processor that files made here are for, as in their names."""
    return f"{platform.system()}-{platform.machine()}".lower().replace("darwin", "macos")


def bundle(folder: Path = DIST) -> Path:
    """Build the program into `folder`/herniatui, and return the path of a zip of it."""
    work = folder / "build"
    spec = ROOT / "tools" / "herniatui.spec"
    options: list[str | Path] = ["--noconfirm", "--log-level", "ERROR", "--distpath", folder, "--workpath", work]
    _call(sys.executable, "-m", "PyInstaller", *options, spec)
    shutil.rmtree(work)
    return _zipped(folder, "herniatui", f"herniatui-{version()}-{target()}")


def wheelhouse(folder: Path = DIST) -> Path:
    """Collect the program and its requirements as wheels for this system and Python, and return the path of a zip."""
    wheels = folder / "wheelhouse"
    shutil.rmtree(wheels, ignore_errors=True)
    constraints = ROOT / "constraints.txt"
    what = f"{ROOT}[{EXTRAS}]"
    _call(sys.executable, "-m", "pip", "wheel", "--quiet", "--wheel-dir", wheels, "--constraint", constraints, what)
    python = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return _zipped(folder, "wheelhouse", f"herniatui-{version()}-wheelhouse-{target()}-{python}")


def notes() -> str:
    """Return the section of the changelog about this version. Raises `NotReady` if there is none."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    section = re.search(rf"^## \[{re.escape(version())}\].*?\n(.*?)(?=^## \[|\Z)", text, re.MULTILINE | re.DOTALL)
    if not section or not section[1].strip():
        raise NotReady(f"CHANGELOG.md has no section [{version()}]")
    return section[1].strip() + "\n"


def checksums(folder: Path = DIST) -> Path:
    """Write and return SHA256SUMS, as `sha256sum --check` reads it."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
        if path.is_file() and path.name != "SHA256SUMS"
    ]
    sums = folder / "SHA256SUMS"
    sums.write_text("".join(lines), encoding="utf-8")
    return sums


def check_tag(tag: str) -> None:
    """Raise `NotReady` if this tag, `v` and a version, is not that of the program."""
    if tag != f"v{version()}":
        raise NotReady(f"the tag is {tag}, and src/herniatui/__init__.py says {version()}")


def _zipped(folder: Path, name: str, called: str) -> Path:
    return Path(shutil.make_archive(str(folder / called), "zip", root_dir=folder, base_dir=name))


def _call(*command: str | Path) -> None:
    done = subprocess.run([str(word) for word in command], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotReady(f"{' '.join(str(word) for word in command[1:4])} failed:\n{done.stdout}{done.stderr}")


def main(arguments: Sequence[str]) -> int:
    """Make a part of a release; return 0, 1 if it cannot be made, or 2 if there is no such part."""
    parts = {"bundle": bundle, "wheelhouse": wheelhouse, "checksums": checksums}
    try:
        match list(arguments):
            case [part] if part in parts:
                print(parts[part]().relative_to(ROOT))
            case ["notes"]:
                print(notes(), end="")
            case ["target"]:
                print(target())
            case ["version", tag]:
                check_tag(tag)
            case _:
                print(__doc__, file=sys.stderr)
                return 2
    except NotReady as why:
        print(why, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
