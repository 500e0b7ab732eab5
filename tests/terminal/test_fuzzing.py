"""Any input, in windows of any size: the program runs on or ends properly, and records only answers by keys."""

import os
import time
from collections import Counter
from itertools import count
from pathlib import Path

from tests.support.fuzzing import Session
from tests.support.soak import soaking

SEED = int(os.environ.get("FUZZ_SEED", "20261126"))
"""Set FUZZ_SEED to the seed of a failure to repeat its input."""


def test_no_input_breaks_the_program_or_records_an_answer_that_was_not_given(tmp_path: Path) -> None:
    deadline, sent, sessions = time.monotonic() + soaking(short=12, long=300), Counter[str](), 0
    for seed in count(SEED):
        if time.monotonic() > deadline and sessions:
            break
        home = tmp_path / str(seed)
        home.mkdir()
        session = Session(home, seed)
        session.run(deadline)
        sent, sessions = sent + session.sent, sessions + 1
    print(
        f"{sessions} sessions from seed {SEED}: "
        + ", ".join(f"{number} {kind}" for kind, number in sorted(sent.items()))
    )
