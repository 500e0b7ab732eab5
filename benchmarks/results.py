"""Comparisons of the figures, and their targets."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks.documents import DOCUMENTS, EMPTY_PAGE
from benchmarks.measure import Figures
from benchmarks.programs import ANY_KEY, CURSOR, KINDS, MARK, OPTION, PICTURE, QUESTION

BARE, HERNIA, LARGE = "bare app", "hernia card", "large card"
SAVING, SLOW = "saving", "slow disk"

START_RATIO, MEMORY_RATIO = 1.25, 1.3
"""Maximum ratios of the hernia card to the bare app."""
LARGE_START_RATIO, LARGE_KEY_RATIO = 1.5, 1.2
"""Maximum ratios of the large card to the hernia card."""
DOCUMENT_MS = {"note": 100.0, "soep": 100.0, "html": 100.0, "fhir": 100.0, "pdf": 1500.0}
"""Maximum milliseconds of a document of the hernia card."""
ONE_FRAME = 1000 / 60
KEPT_MS = 50.0
"""Maximum milliseconds from painting a change to keeping it (fsync)."""
KEY_MS = {CURSOR: ONE_FRAME, OPTION: ONE_FRAME, MARK: ONE_FRAME, QUESTION: 2 * ONE_FRAME, PICTURE: 2 * ONE_FRAME}
"""Maximum of the 95th percentile of each kind of key, in milliseconds."""


@dataclass(frozen=True)
class Result:
    """One row of the table: a value of ours, the value to compare with, and a maximum for the value or the ratio."""

    what: str
    unit: str
    ours: float
    beside: float
    beside_what: str
    at_most: float | None = None
    at_most_ratio: float | None = None

    @property
    def ratio(self) -> float:
        """Our value divided by the other."""
        return self.ours / self.beside

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without a target."""
        if self.at_most is not None:
            return self.ours <= self.at_most
        return None if self.at_most_ratio is None else self.ratio <= self.at_most_ratio


def results(figures: Mapping[str, Figures]) -> Iterator[Result]:
    """Yield all comparisons of these figures, given by program name."""
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
    """Yield comparisons of documents with an empty page by typst."""
    empty = median(ours.again_ms[EMPTY_PAGE])
    for document in DOCUMENTS:
        for when, times in (("first time", ours.first_ms), ("again", ours.again_ms)):
            what = f"{name}: {document}, {when}, p95"
            yield Result(what, "ms", p95(times[document]), empty, EMPTY_PAGE, at_most=at_most.get(document))


def _saving(name: str, ours: Figures, hernia: Figures, kept_ms: float | None) -> Iterator[Result]:
    """Yield key times while saving, and times from painting a mark to writing and keeping it."""
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
    """Return the 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[-1]


def _start(name: str, ours: Figures, other_name: str, other: Figures, ratio: float) -> Result:
    times = median(ours.start_ms), median(other.start_ms)
    return Result(f"{name}: start, median", "ms", *times, other_name, at_most_ratio=ratio)


def _memory(name: str, ours: Figures, other_name: str, other: Figures, ratio: float | None) -> Result:
    peaks = median(ours.peak_mb), median(other.peak_mb)
    return Result(f"{name}: peak memory, median", "MB", *peaks, other_name, at_most_ratio=ratio)
