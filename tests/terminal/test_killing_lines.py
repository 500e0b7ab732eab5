"""kill -9 at any moment of the walk in lines: every mark that was told is there after a restart."""

import os
import re
import subprocess
from pathlib import Path
from random import Random

from tests.support.program import HERNIA, deck_of, herniatui
from tests.support.saved import saved_records
from tests.support.soak import soaking

CARD = deck_of(HERNIA).card
TOLD = re.compile(r"Bij uitspraak (\d+) staat: ", re.MULTILINE)


def test_no_mark_that_was_told_is_lost(tmp_path: Path) -> None:
    kills, told, random = soaking(short=5, long=100), 0, Random(20261126)
    for kill in range(kills):
        home = tmp_path / str(kill)
        home.mkdir()
        told += mark_until_killed(home, random)
    assert told >= kills  # otherwise nothing was tested
    print(f"{kills} kills, {told} marks told, 0 lost")


def mark_until_killed(home: Path, random: Random) -> int:
    """Mark statements of a question until the program is killed; return how many marks were told."""
    question = random.randrange(len(CARD.questions))
    keys = [found.id for option in range(2) for found, _depth in CARD.questions[question].statements(option)]
    order = random.sample(range(len(keys)), len(keys))
    enough = random.randint(1, len(keys))
    env = {**os.environ, "HOME": str(home), "PYTHONUNBUFFERED": "1"}
    env.pop("XDG_STATE_HOME", None)
    with subprocess.Popen(herniatui("--linear"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env) as program:
        assert program.stdin
        assert program.stdout
        answers = [f"vraag {question + 1}", "a", "b", *(f"+ {number + 1}" for number in order)]
        program.stdin.write("".join(f"{answer}\n" for answer in answers).encode())
        program.stdin.flush()
        output = ""
        while len(TOLD.findall(output)) < enough:
            read = os.read(program.stdout.fileno(), 4096)
            assert read, output
            output += read.decode(errors="replace")
        program.kill()
        output += program.stdout.read().decode(errors="replace")
    marked = {keys[int(number) - 1] for number in TOLD.findall(output)}
    (record,) = saved_records(home)
    assert marked <= {statement for statement, _mark in record.consult.marks}
    return len(marked)
