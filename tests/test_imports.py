"""What the packages may import; the layers themselves are held by import-linter."""

import ast
import subprocess
import sys
from collections.abc import Collection, Iterator, Mapping, Set
from pathlib import Path

from tests.support.program import ROOT

PACKAGE = ROOT / "src" / "herniatui"
SOURCES = sorted(PACKAGE.rglob("*.py"))


def test_no_module_of_card_consult_report_and_settings_imports_textual() -> None:
    names = [
        _module_name(path, PACKAGE)
        for path in SOURCES
        if path.parent.name in ("card", "consult", "storage", "report", "settings")
    ]
    assert len(names) > 15
    code = f"import sys, {', '.join(names)}; print('textual' in sys.modules, 'rich' in sys.modules)"
    assert run(code) == "False False"


def test_the_command_line_shows_and_checks_a_card_without_textual() -> None:
    code = (
        "import sys; from herniatui.cli import main;"
        "codes = [main(['list']), main(['show']), main(['check', 'hernia-in-de-rug']), main(['--version'])];"
        "print(codes, 'textual' in sys.modules)"
    )
    assert run(code).splitlines()[-1] == "[0, 0, 0, 0] False"


def test_no_modules_import_each_other_in_a_circle() -> None:
    assert list(circles(import_graph())) == []


def test_a_circle_is_found_wherever_the_import_stands(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("def f():\n    from herniatui import two\n")
    (tmp_path / "two.py").write_text("if TYPE_CHECKING:\n    from herniatui.three import x\n")
    (tmp_path / "three.py").write_text("import herniatui.one\n")
    (tmp_path / "four.py").write_text("from herniatui import one\n")
    found = list(circles(import_graph(tmp_path)))
    assert found == [["herniatui.one", "herniatui.three", "herniatui.two"]]


def import_graph(root: Path = PACKAGE) -> dict[str, set[str]]:
    """Return which module imports which, imports inside functions and under `TYPE_CHECKING` included."""
    trees = {_module_name(path, root): ast.parse(path.read_text(encoding="utf-8")) for path in root.rglob("*.py")}
    return {name: set(_imports(tree, trees)) - {name} for name, tree in trees.items()}


def _module_name(path: Path, root: Path) -> str:
    parts = ("herniatui", *path.relative_to(root).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _imports(tree: ast.AST, modules: Collection[str]) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield from (name,) if name in modules else {node.module} & set(modules)


def circles(graph: Mapping[str, Set[str]]) -> Iterator[list[str]]:
    """Yield the modules of each circle: those that reach each other."""
    reached = {module: _reachable(graph, module) for module in graph}
    seen: set[str] = set()
    for module in sorted(graph):
        circle = {other for other in reached[module] if module in reached[other]}
        if circle and module not in seen:
            seen |= circle
            yield sorted(circle)


def _reachable(graph: Mapping[str, Set[str]], start: str) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        for module in graph[waiting.pop()] - found:
            found.add(module)
            waiting.append(module)
    return found


def test_what_is_typeset_is_not_remembered_in_our_process() -> None:
    code = (
        "import sys; from datetime import date; from herniatui.card.library import *; "
        "from herniatui.report.handout import pdf_bytes; "
        "print(pdf_bytes(open_deck(find(DEFAULT_CARD)), None, None, date(2031, 2, 3))[:5], 'typst' in sys.modules)"
    )
    assert run(code) == "b'%PDF-' False"


def run(code: str) -> str:
    """Run this in a Python of its own, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=True
    )
    return done.stdout.strip()
