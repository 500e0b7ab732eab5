"""A text of the card in pieces, as it is printed."""

from collections.abc import Sequence

from herniatui.card.links import Link, links_in
from herniatui.card.quoted_words import Bold, bold_spans
from herniatui.report.handout.document import Piece
from herniatui.report.word_notes import Numbers, told_of


def pieces(text: str, links: Sequence[Link], numbers: Numbers, bold: tuple[Bold, ...] = ()) -> tuple[Piece, ...]:
    """Return a text of the card in pieces: words with a known page are links, with a note they are followed by it."""
    places = links_in(text, [link for link in links if not link.look_up])
    spans = bold_spans(text, bold)
    edges = {0, len(text), *(edge for place in places for edge in (place.start, place.end))}
    edges |= {edge for span in spans for edge in span}
    found, start = [], 0
    for end in sorted(edges - {0}):
        link = next((place.link for place in places if place.start <= start < place.end), None)
        is_last = any(place.end == end for place in places)
        found.append(
            Piece(
                text[start:end],
                link.address if link else "",
                any(first <= start < last for first, last in spans),
                numbers.get(told_of(link), 0) if link and is_last else 0,
            )
        )
        start = end
    return tuple(found)
