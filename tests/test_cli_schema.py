"""`herniatui schema`."""

import pytest

from tests.support.program import ROOT, run


@pytest.mark.parametrize("of", ["card", "consult"])
def test_schema_prints_what_stands_in_the_tree(of: str) -> None:
    done = run("schema", of)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (ROOT / "schema" / f"{of}.schema.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", [["schema"], ["schema", "paars"], ["schema", "card", "nog een"]])
def test_schema_of_something_else_is_refused_in_one_sentence(words: list[str]) -> None:
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("herniatui: ")
    assert len(done.stderr.splitlines()) == 1
