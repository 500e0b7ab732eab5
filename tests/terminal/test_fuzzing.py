"""Whatever is sent, in windows of any size: it stays alive or ends properly, and says only what people said."""

import os
import time
from collections import Counter
from itertools import count
from pathlib import Path

from tests.support.fuzzing import Session
from tests.support.soak import soaking

SEED = int(os.environ.get("FUZZ_SEED", "20261126"))
"""Set FUZZ_SEED to the seed that a failure tells, to send the same again."""


def test_nothing_that_is_sent_breaks_it_or_says_what_nobody_said(tmp_path: Path) -> None:
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
