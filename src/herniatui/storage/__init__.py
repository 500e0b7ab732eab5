"""Talks on disk: the record, its writer, the store, locks, resuming and retention."""
