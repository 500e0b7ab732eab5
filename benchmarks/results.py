"""From figures to results: what is compared with what, and what it should be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks.documents import DOCUMENTS, EMPTY_PAGE
from benchmarks.measure import Figures
from benchmarks.programs import ANY_KEY, CURSOR, KINDS, MARK, OPTION, PICTURE, QUESTION

BARE, HERNIA, LARGE = "bare app", "hernia card", "large card"
SAVING, SLOW = "saving", "slow disk"

START_RATIO, MEMORY_RATIO = 1.25, 1.3
"""The hernia card beside the bare app."""
LARGE_START_RATIO, LARGE_KEY_RATIO = 1.5, 1.2
"""The large card beside the hernia card."""
DOCUMENT_MS = {"note": 100.0, "soep": 100.0, "html": 100.0, "fhir": 100.0, "pdf": 1500.0}
"""A document of the hernia card takes at most so long."""
ONE_FRAME = 1000 / 60
KEPT_MS = 50.0
"""A change is on the disk at most so long after it was painted."""
KEY_MS = {CURSOR: ONE_FRAME, OPTION: ONE_FRAME, MARK: ONE_FRAME, QUESTION: 2 * ONE_FRAME, PICTURE: 2 * ONE_FRAME}
"""At most so many milliseconds, 95 times out of 100."""


@dataclass(frozen=True)
class Result:
    """One line of the table: a value of ours beside another. A target is at most so much, of the value or the ratio."""

    what: str
    unit: str
    ours: float
    beside: float
    beside_what: str
    at_most: float | None = None
    at_most_ratio: float | None = None

    @property
    def ratio(self) -> float:
        """Ours as so many times the other."""
        return self.ours / self.beside

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.at_most is not None:
            return self.ours <= self.at_most
        return None if self.at_most_ratio is None else self.ratio <= self.at_most_ratio


def results(figures: Mapping[str, Figures]) -> Iterator[Result]:
    """Yield every comparison between these figures of the bare app, the hernia card and the large card."""
    bare, hernia, large = figures[BARE], figures[HERNIA], figures[LARGE]
    yield _start(HERNIA, hernia, BARE, bare, START_RATIO)
    yield _memory(HERNIA, hernia, BARE, bare, MEMORY_RATIO)
    for kind in (*KINDS, PICTURE):
        ours, other = hernia.key_ms[kind], bare.key_ms[ANY_KEY]
        yield Result(f"{HERNIA}: {kind}, p50", "ms", median(ours), median(other), BARE)
        yield Result(f"{HERNIA}: {kind}, p95", "ms", p95(ours), p95(other), BARE, at_most=KEY_MS[kind])
    yield _start(LARGE, large, HERNIA, hernia, LARGE_START_RATIO)
    yield _memory(LARGE, large, HERNIA, hernia, None)
    for kind in KINDS:
        ours, other = large.key_ms[kind], hernia.key_ms[kind]
        yield Result(f"{LARGE}: {kind}, p50", "ms", median(ours), median(other), HERNIA)
        yield Result(f"{LARGE}: {kind}, p95", "ms", p95(ours), p95(other), HERNIA, at_most_ratio=LARGE_KEY_RATIO)
    yield from _documents(HERNIA, hernia, DOCUMENT_MS)
    yield from _documents(LARGE, large, {})
    yield from _saving(SAVING, figures[SAVING], hernia, KEPT_MS)
    yield from _saving(SLOW, figures[SLOW], hernia, None)


def _documents(name: str, ours: Figures, at_most: Mapping[str, float]) -> Iterator[Result]:
    """Yield what documents cost beside an empty page by typst."""
    empty = median(ours.again_ms[EMPTY_PAGE])
    for document, most in ((one, at_most.get(one)) for one in DOCUMENTS):
        for when, times in (("first time", ours.first_ms), ("again", ours.again_ms)):
            what = f"{name}: {document}, {when}, p95"
            yield Result(what, "ms", p95(times[document]), empty, EMPTY_PAGE, at_most=most)


def _saving(name: str, ours: Figures, hernia: Figures, kept_ms: float | None) -> Iterator[Result]:
    """Yield what keys cost while it saves, and when a mark is written and on the disk, beside painting it."""
    paint = median(hernia.key_ms[MARK])
    for kind in KINDS:
        other = p95(hernia.key_ms[kind])
        yield Result(f"{name}: {kind}, p95", "ms", p95(ours.key_ms[kind]), other, HERNIA, at_most=KEY_MS[kind])
    for what, lags in (("written", ours.written_ms), ("on the disk", ours.kept_ms)):
        at_most = kept_ms if lags is ours.kept_ms else None
        yield Result(f"{name}: painted to {what}, p50", "ms", median(lags), paint, "painting a mark")
        yield Result(f"{name}: painted to {what}, p95", "ms", p95(lags), paint, "painting a mark", at_most=at_most)
        yield Result(f"{name}: painted to {what}, most", "ms", max(lags), paint, "painting a mark", at_most=at_most)


def p95(values: Sequence[float]) -> float:
    """Return what 95 of 100 values do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]


def _start(name: str, ours: Figures, other_name: str, other: Figures, ratio: float) -> Result:
    times = median(ours.start_ms), median(other.start_ms)
    return Result(f"{name}: start, median", "ms", *times, other_name, at_most_ratio=ratio)


def _memory(name: str, ours: Figures, other_name: str, other: Figures, ratio: float | None) -> Result:
    peaks = median(ours.peak_mb), median(other.peak_mb)
    return Result(f"{name}: peak memory, median", "MB", *peaks, other_name, at_most_ratio=ratio)
