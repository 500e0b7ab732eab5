"""From figures to results: what is compared with what, and what it should be.

Every target is a ratio to the bare app (or, for the large card, to the hernia card) in the same run, because what a
millisecond is worth depends on the machine and on what else it does. A ratio of key presses is the median over all
presses, each divided by the bare app's press made just before it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median, quantiles

from benchmarks.documents import DOCUMENTS, EMPTY_PAGE
from benchmarks.measure import Figures
from benchmarks.programs import ALL_KINDS, CURSOR, KINDS, MARK, OPTION, PICTURE, QUESTION

BARE, HERNIA, LARGE = "bare app", "hernia card", "large card"
SAVING, SLOW = "saving", "slow disk"

START_RATIO, MEMORY_RATIO = 1.2, 1.5
"""The hernia card beside the bare app."""
KEY_RATIO = {CURSOR: 1.3, OPTION: 2.0, MARK: 1.3, QUESTION: 2.2, PICTURE: 8.0}
"""A key of the hernia card beside a key of the bare app, which changes one line."""
LARGE_START_RATIO, LARGE_KEY_RATIO = 1.5, 1.2
"""The large card beside the hernia card."""
PDF_RATIO, LARGE_PDF_RATIO = 6.0, 46.0
"""What the earlier page of five sheets took, beside an empty page; half of that for the large card."""
DOCUMENT_RATIO = {"note": 0.4, "soep": 0.4, "html": 0.4, "fhir": 0.4, "pdf, short": PDF_RATIO, "pdf": PDF_RATIO}
"""A document of the hernia card beside the start of the bare app; a PDF beside an empty page."""
KEPT_RATIO = 12.0
"""A change is on the disk so many bare keys after it was painted, 95 times out of 100."""


@dataclass(frozen=True)
class Result:
    """One line of the table: a value of ours beside another, and how many times the other it is."""

    what: str
    unit: str
    ours: float
    beside: float
    beside_what: str
    ratio: float
    at_most: float | None = None
    """The target: what the ratio should not exceed."""
    written: float | None = None
    """Bytes written to the terminal for one key."""
    changed: float | None = None
    """Bytes of UTF-8 in the cells that it changed."""

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        return None if self.at_most is None else self.ratio <= self.at_most


def results(figures: Mapping[str, Figures]) -> Iterator[Result]:
    """Yield every comparison between these figures."""
    bare, hernia, large = figures[BARE], figures[HERNIA], figures[LARGE]
    yield _start(HERNIA, hernia, BARE, bare, START_RATIO)
    yield _memory(HERNIA, hernia, BARE, bare, MEMORY_RATIO)
    yield Result(
        f"{BARE}: key", "ms", median(bare.key_ms[MARK]), median(bare.key_ms[MARK]), BARE, 1.0, None, *_bytes(bare, MARK)
    )
    for kind in ALL_KINDS:
        yield from _key(HERNIA, hernia, BARE, bare, kind, KEY_RATIO[kind])
    yield _start(LARGE, large, HERNIA, hernia, LARGE_START_RATIO)
    yield _memory(LARGE, large, HERNIA, hernia, None)
    for kind in KINDS:
        yield from _key(LARGE, large, HERNIA, hernia, kind, LARGE_KEY_RATIO)
    yield from _documents(HERNIA, hernia, bare, DOCUMENT_RATIO)
    yield from _documents(LARGE, large, bare, {"pdf": LARGE_PDF_RATIO})
    yield from _saving(SAVING, figures[SAVING], bare, KEPT_RATIO)
    yield from _saving(SLOW, figures[SLOW], bare, None)


def _key(name: str, ours: Figures, other_name: str, other: Figures, kind: str, at_most: float) -> Iterator[Result]:
    """Yield what a key of this kind costs: the time until it is drawn, and the processor's time."""
    for what, times, others, most in (
        ("p50", ours.key_ms, other.key_ms, at_most),
        ("processor, p50", ours.cpu_ms, other.cpu_ms, None),
    ):
        if kind not in times:
            continue  # this system does not tell it
        values = median(times[kind]), median(others[kind])
        ratio = _paired(times[kind], others[kind])
        sizes = _bytes(ours, kind) if most else (None, None)
        yield Result(f"{name}: {kind}, {what}", "ms", *values, other_name, ratio, most, *sizes)


def _bytes(ours: Figures, kind: str) -> tuple[float, float]:
    return mean(ours.written[kind]), mean(ours.changed[kind])


def _paired(ours: Sequence[float], others: Sequence[float]) -> float:
    """Return the median of each value divided by the one that was measured beside it."""
    return median(one / other for one, other in zip(ours, others, strict=True))


def _documents(name: str, ours: Figures, bare: Figures, at_most: Mapping[str, float]) -> Iterator[Result]:
    """Yield what documents cost beside the start of the bare app, and a PDF beside an empty page."""
    for document in DOCUMENTS if ours.first_ms else ():
        for when, times in (("first time", ours.first_ms), ("again", ours.again_ms)):
            took = median(times[document])
            beside, beside_what = median(bare.start_ms), f"{BARE}'s start"
            if document.startswith("pdf"):
                beside, beside_what = median(times[EMPTY_PAGE]), EMPTY_PAGE
            what = f"{name}: {document}, {when}, p50"
            yield Result(what, "ms", took, beside, beside_what, took / beside, at_most.get(document))


def _saving(name: str, ours: Figures, bare: Figures, kept_ratio: float | None) -> Iterator[Result]:
    """Yield what keys cost while it saves, and when a mark is written and on the disk, counted from its painting."""
    for kind in KINDS:
        yield from _key(name, ours, BARE, bare, kind, KEY_RATIO[kind])
    paint = median(bare.key_ms[MARK])
    for what, lags in (("written", ours.written_ms), ("on the disk", ours.kept_ms)):
        at_most = kept_ratio if lags is ours.kept_ms else None
        for which, lag, most in (("p50", median(lags), None), ("p95", p95(lags), at_most), ("most", max(lags), None)):
            yield Result(f"{name}: painted to {what}, {which}", "ms", lag, paint, f"{BARE}'s key", lag / paint, most)


def p95(values: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(values, n=20, method="inclusive")[-1]


def _start(name: str, ours: Figures, other_name: str, other: Figures, ratio: float) -> Result:
    times = median(ours.start_ms), median(other.start_ms)
    paired = _paired(ours.start_ms, other.start_ms)
    return Result(f"{name}: start, median", "ms", *times, other_name, paired, ratio)


def _memory(name: str, ours: Figures, other_name: str, other: Figures, ratio: float | None) -> Result:
    peaks = median(ours.peak_mb), median(other.peak_mb)
    return Result(f"{name}: peak memory, median", "MB", *peaks, other_name, peaks[0] / peaks[1], ratio)
