"""PDF and pictures of it, read with the tools that other people read them with."""

import re
import shutil
import subprocess
from pathlib import Path

PACKAGES = {
    "chromium": "chromium",
    "java": "default-jre-headless",
    "pdffonts": "poppler-utils",
    "pdfinfo": "poppler-utils",
    "pdftoppm": "poppler-utils",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "zbarimg": "zbar-tools",
}
"""Programs that no Python package brings, and the package of Debian that does."""

OTHERWISE = {"chromium": "google-chrome"}
"""What the same program is called elsewhere."""


def tool(name: str) -> str:
    """Return where this program is; fail, and say how to get it, if it is not there."""
    found = shutil.which(name) or shutil.which(OTHERWISE.get(name, name))
    assert found, f"this test needs the program {name}; on Debian and Ubuntu: apt install {PACKAGES[name]}"
    return found


def told(name: str, *arguments: str | Path) -> str:
    """Return what this program prints; fail if it fails."""
    done = subprocess.run([tool(name), *arguments], capture_output=True, encoding="utf-8", timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def text(pdf: Path) -> str:
    """Return all words of a PDF in the order in which they are read, with one space between them."""
    return one_line(told("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").replace("\u200b", ""))


def pages(pdf: Path) -> list[list[str]]:
    """Return the lines of every page, each from left to right."""
    every = told("pdftotext", "-layout", "-enc", "UTF-8", pdf, "-").split("\f")[:-1]
    return [[one_line(line) for line in page.split("\n") if line.strip()] for page in every]


def codes(pdf: Path, folder: Path) -> list[str]:
    """Return what the codes on the pages say, as a telephone reads them."""
    told("pdftoppm", "-r", "120", "-gray", "-png", pdf, folder / "page")
    read = [tool("zbarimg"), "--quiet", "--raw", *map(str, sorted(folder.glob("page-*.png")))]
    done = subprocess.run(read, capture_output=True, encoding="utf-8", timeout=60, check=False)
    return done.stdout.split()


def one_line(words: str) -> str:
    """Return the words with one space between them."""
    return re.sub(r"\s+", " ", words).strip()
