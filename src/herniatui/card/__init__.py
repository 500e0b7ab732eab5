"""The card as data: its model, the reader from YAML, stand-off annotations, and the proof against its source."""
