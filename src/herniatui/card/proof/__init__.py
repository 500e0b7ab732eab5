"""The proof of a card against its source: every word of the one is in the other, and in its place."""
