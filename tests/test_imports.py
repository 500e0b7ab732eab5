"""What the packages may import and what they may use of Textual. import-linter checks the layers."""

import ast
import importlib
import inspect
import subprocess
import sys
import textwrap
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from functools import cache
from pathlib import Path

import pytest
from textual.widget import Widget

from tests.support.program import ROOT

PACKAGE = ROOT / "src" / "herniatui"
SOURCES = sorted(PACKAGE.rglob("*.py"))
_WITHOUT_TEXTUAL = ("card", "consult", "storage", "report", "settings", "commands", "desktop", "linear")
LONGEST_MODULE = 300
"""Maximum lines of a module."""


def test_no_module_below_the_screens_imports_textual_and_neither_does_the_linear_walk() -> None:
    names = [_module_name(path, PACKAGE) for path in SOURCES if path.relative_to(PACKAGE).parts[0] in _WITHOUT_TEXTUAL]
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


INTERNALS = PACKAGE / "tui" / "textual_internals.py"
LIBRARIES = ("textual", "rich", "asyncio")
PUBLIC = {"_exit"}
"""Names that begin with an underscore but are documented: `os._exit`."""


def test_only_textual_internals_uses_private_names_of_other_objects_and_libraries() -> None:
    found = {
        str(path.relative_to(PACKAGE)): list(private_uses(ast.parse(path.read_text(encoding="utf-8"))))
        for path in SOURCES
        if path != INTERNALS
    }
    assert {name: uses for name, uses in found.items() if uses} == {}


def test_no_class_outside_textual_internals_uses_or_replaces_a_private_name_of_its_textual_base_classes() -> None:
    assert [f"{cls.__name__}: {name}" for cls in classes_of_the_tui() for name in inherited_private_names(cls)] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("from textual._queue import Queue", ["textual._queue"]),
        ("import rich._wrap", ["rich._wrap"]),
        ("def f():\n    from textual.keys import _character_to_key", ["textual.keys._character_to_key"]),
        ("screen._refresh_layout(size)", ["screen._refresh_layout"]),
        ("self.app._registry", ["self.app._registry"]),
        ("self._rows = cls._made; super()._style(x); os._exit(1); x.__dict__", []),
    ],
)
def test_a_private_name_is_found_wherever_it_stands(code: str, found: list[str]) -> None:
    assert list(private_uses(ast.parse(code))) == found


def test_a_private_name_of_a_textual_base_class_is_found() -> None:
    class Replaces(Widget):
        def _on_mount(self, event: object) -> None:
            """Replace Textual's handler."""

    class Uses(Widget):
        def use(self) -> None:
            self._own = self._layout_required

    assert list(inherited_private_names(Replaces)) == ["_on_mount"]
    assert list(inherited_private_names(Uses)) == ["_layout_required"]


def private_uses(tree: ast.AST) -> Iterator[str]:
    """Yield private modules and names of libraries, and private attributes of objects other than `self` and `cls`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if _is_private_in_library(alias.name))
        elif isinstance(node, ast.ImportFrom) and node.module and _is_private_in_library(node.module):
            yield node.module
        elif isinstance(node, ast.ImportFrom):
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name for name in names if _is_private_in_library(name))
        elif isinstance(node, ast.Attribute) and _is_private(node.attr) and node.attr not in PUBLIC:
            owner = ast.unparse(node.value)
            if owner not in ("self", "cls", "super()"):
                yield f"{owner}.{node.attr}"


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def _is_private_in_library(dotted: str) -> bool:
    library, *names = dotted.split(".")
    return library in LIBRARIES and any(_is_private(name) for name in names)


def classes_of_the_tui() -> Iterator[type]:
    """Yield every class of the tui except those of `textual_internals`; the Windows driver only on Windows."""
    for path in sorted((PACKAGE / "tui").rglob("*.py")):
        if path == INTERNALS or (path.stem == "windows" and sys.platform != "win32"):
            continue
        module = importlib.import_module(_module_name(path, PACKAGE))
        for thing in vars(module).values():
            if isinstance(thing, type) and thing.__module__ == module.__name__:
                yield thing


def inherited_private_names(cls: type) -> Iterator[str]:
    """Yield the private names that this class uses or defines and that one of its Textual base classes defines."""
    of_textual: set[str] = set()
    for base in cls.__mro__:
        if base.__module__.partition(".")[0] == "textual":
            of_textual |= _private_names(base)
    yield from sorted(_private_names(cls) & of_textual) if of_textual else ()


@cache
def _private_names(cls: type) -> set[str]:
    """Return the private methods of this class, and the private attributes of `self`, `cls` and `super()` in it."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(cls)))
    methods = {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    attributes = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in ("self", "cls", "super()")
    }
    return {name for name in methods | attributes if _is_private(name)}


def test_no_module_is_too_long_to_hold_in_the_head() -> None:
    lines = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in PACKAGE.rglob("*.py")}
    assert {name: count for name, count in lines.items() if count > LONGEST_MODULE} == {}


def test_no_two_classes_have_the_same_name() -> None:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES)
    names = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []


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


def test_a_walk_imports_no_other_command_and_no_proof_of_a_card() -> None:
    code = (
        "import sys, herniatui.cli, herniatui.tui.run; "
        "print(*(name for name in sys.modules if name.endswith('_command') or '.proof' in name or '.handout' in name))"
    )
    assert run(code) == ""
