"""LHC-Forms of the National Library of Medicine, which shows FHIR Questionnaires in a browser; an npm package."""

from pathlib import Path

from tests.support.npm import package

_WANTED = ("dist/lforms/webcomponent/", "dist/lforms/fhir/R4/")


def lforms() -> Path:
    """Return the folder of its scripts and styles."""
    folder = package("lforms@40.1.3", lambda path: path.startswith(_WANTED) and not path.endswith(".map"))
    return folder / "dist" / "lforms"
