"""Commands in the documents, run as they stand there."""

import os
import re
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tests.support.program import ROOT


def commands_of(document: str, heading: str) -> str:
    """Return the first block of commands below this heading of a document."""
    text = (ROOT / document).read_text(encoding="utf-8")
    found = re.search(rf"^#+ {re.escape(heading)}.*?^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def run_documented(commands: str, folder: Path, instead: Mapping[str, str]) -> str:
    """Run commands in this folder, with words replaced that differ there; return their output, or fail with it."""
    for word, other in instead.items():
        assert word in commands, word
        commands = commands.replace(word, other)
    env = {**os.environ, "LANGUAGE": ""}  # set by a command line that ran in this process: argparse then speaks Dutch
    done = subprocess.run(["sh", "-ec", commands], cwd=folder, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
