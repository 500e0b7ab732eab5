"""The lock of a talk."""

from pathlib import Path

from herniatui.storage.lock import Lock


def test_a_lock_that_is_released_twice_leaves_the_file_of_the_next_holder(tmp_path: Path) -> None:
    first, next_holder = Lock(tmp_path / "a.lock"), Lock(tmp_path / "a.lock")
    first.hold()
    first.release()
    next_holder.hold()
    first.release()
    assert (tmp_path / "a.lock").exists()
    next_holder.release()
