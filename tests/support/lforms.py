"""LHC-Forms of the National Library of Medicine, which shows FHIR Questionnaires in a browser; an npm package."""

import subprocess
import sys
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock

from tests.support.programs import do_without, program

PACKAGE = "lforms@40.1.3"
_WANTED = ("package/dist/lforms/webcomponent/", "package/dist/lforms/fhir/R4/")


def lforms() -> Path:
    """Return the folder of its scripts and styles; npm brings the package into `.venv` once.

    Without npm, or if npm cannot reach its registry, the calling test is skipped, or fails in CI.
    """
    folder = Path(sys.prefix) / PACKAGE
    with FileLock(f"{folder}.lock"):
        if not folder.is_dir():
            _bring(folder)
    return folder / "package" / "dist" / "lforms"


def _bring(folder: Path) -> None:
    npm = program("npm")
    with TemporaryDirectory(dir=folder.parent) as new:
        command = [npm, "pack", PACKAGE, "--silent", "--pack-destination", new]  # without its dependencies and scripts
        done = subprocess.run(command, cwd=new, capture_output=True, encoding="utf-8", timeout=300, check=False)
        if done.returncode != 0:
            do_without("npm", f"npm could not bring {PACKAGE}: {done.stderr[-300:]}")
        (packed,) = Path(new).glob("*.tgz")
        unpacked = Path(new) / "unpacked"
        with tarfile.open(packed) as archive:
            for file in archive:
                wanted = file.name.startswith(_WANTED) and not file.name.endswith(".map")
                if wanted and ".." not in Path(file.name).parts and (content := archive.extractfile(file)):
                    path = unpacked / file.name
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_bytes(content.read())
        unpacked.rename(folder)
