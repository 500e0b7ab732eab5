"""What is written tersely looks the same."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from herniatui.tui.widgets.terse_strip import TerseStrip
from tests.support.emulator import Cells, Emulator

CONSOLE = Console(force_terminal=True, color_system="truecolor")
STYLES = st.builds(
    Style,
    color=st.sampled_from([None, "#112233", "#445566"]),
    bgcolor=st.sampled_from([None, "#ffffff", "#eeeeee"]),
    bold=st.sampled_from([None, True]),
    underline=st.sampled_from([None, True]),
    dim=st.sampled_from([None, None, True]),
    italic=st.sampled_from([None, None, True]),
    reverse=st.sampled_from([None, None, True]),
    strike=st.sampled_from([None, None, True]),
)
SEGMENTS = st.lists(st.builds(Segment, st.sampled_from(["a", "é ", " ", "   ", "▌ ", "漢"]), STYLES), max_size=8)


def shown(strip: Strip) -> Cells:
    assert CONSOLE._color_system is ColorSystem.TRUECOLOR
    emulator = Emulator(60, 1)
    emulator.feed(strip.render(CONSOLE).encode())
    return emulator.cells()


@given(SEGMENTS, st.integers(0, 30), st.integers(0, 30))
@settings(deadline=None)
def test_it_looks_the_same_whole_and_in_part(segments: list[Segment], start: int, end: int) -> None:
    strip = Strip(segments)
    terse = TerseStrip(segments, strip.cell_length)
    assert shown(terse) == shown(strip)
    assert shown(terse.crop(start, end)) == shown(strip.crop(start, end))
    assert len(terse.render(CONSOLE)) <= len(strip.render(CONSOLE))


def test_neighbours_that_look_the_same_are_written_as_one() -> None:
    plain, bold = Style.parse("#112233 on #ffffff"), Style.parse("bold #112233 on #ffffff")
    terse = TerseStrip([Segment("  ", plain), Segment("tekst", plain), Segment("   ", bold)], 10)
    assert terse.render(CONSOLE).count("\x1b[0m") == 1
    assert "  tekst   " in terse.render(CONSOLE)


def test_of_the_next_style_only_the_difference_is_written() -> None:
    plain = Style.parse("#112233 on #ffffff")
    terse = TerseStrip([Segment("een ", plain), Segment("woord", plain + Style(underline=True))], 9)
    assert terse.render(CONSOLE).endswith("een \x1b[4mwoord\x1b[0m")


def test_its_segments_are_as_they_were_drawn() -> None:
    segments = [Segment("a", Style(bold=True)), Segment(" ")]
    assert list(TerseStrip(segments, 2)) == segments
