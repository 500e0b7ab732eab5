"""The linear walk: the whole talk as lines that are appended, for speech and braille, and for scripts."""
