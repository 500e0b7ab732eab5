"""Sentences in a text of the card."""

import re

_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-ÖØ-Þ“‘„«(])")
"""Between two sentences: white space after a full stop, and before a capital. `bijv. 5` is no end."""


def sentence_with(text: str, quote: str) -> str:
    """Return the sentences of the text that hold the quote, verbatim."""
    at = text.index(quote)
    starts = [0, *(end.end() for end in _END.finditer(text))]
    ends = [*(end.start() for end in _END.finditer(text)), len(text)]
    first = max(start for start in starts if start <= at)
    last = min(end for end in ends if end >= at + len(quote))
    return text[first:last]
