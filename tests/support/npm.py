"""Packages of npm, brought into `.venv` once, without their dependencies and scripts."""

import subprocess
import sys
import tarfile
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

from tests.support.programs import do_without, program


def package(name: str, is_wanted: Callable[[str], bool] = lambda _path: True) -> Path:
    """Return the folder of this package, given as `name@version`.

    Without npm, or if npm cannot reach its registry, the calling test is skipped, or fails in CI.

    Args:
        name: The package and its version.
        is_wanted: Whether a file of it is to be unpacked, by its path in the package.
    """
    folder = Path(sys.prefix) / name
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            _bring(name, folder, is_wanted)
    return folder / "package"


def _bring(name: str, folder: Path, is_wanted: Callable[[str], bool]) -> None:
    npm = program("npm")
    with TemporaryDirectory(dir=folder.parent) as new:
        command = [npm, "pack", name, "--silent", "--pack-destination", new]
        done = subprocess.run(command, cwd=new, capture_output=True, encoding="utf-8", timeout=300, check=False)
        if done.returncode != 0:
            do_without("npm", f"npm could not bring {name}: {done.stderr[-300:]}")
        (packed,) = Path(new).glob("*.tgz")
        unpacked = Path(new) / "unpacked"
        with tarfile.open(packed) as archive:
            for file in archive:
                inside = file.name.removeprefix("package/")
                if is_wanted(inside) and ".." not in Path(file.name).parts and (content := archive.extractfile(file)):
                    path = unpacked / file.name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(content.read())
        unpacked.rename(folder)
