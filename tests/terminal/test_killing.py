"""kill -9 at any moment: every painted mark is there after a restart."""

from pathlib import Path
from random import Random

from tests.support.killing import Marker
from tests.support.soak import soaking


def test_no_mark_that_was_painted_is_lost(tmp_path: Path) -> None:
    kills, painted, random = soaking(short=8, long=200), 0, Random(20261122)
    home = 0
    marker = Marker(_home(tmp_path, home), random)
    for _ in range(kills):
        if marker.is_done:
            home += 1
            marker = Marker(_home(tmp_path, home), random)
        painted += marker.mark_until_killed()
    assert painted >= kills  # otherwise nothing was tested
    print(f"{kills} kills, {painted} marks painted, 0 lost")


def _home(folder: Path, number: int) -> Path:
    home = folder / str(number)
    home.mkdir()
    return home
