"""Talks on disk: record, writer, store, session, locks, resuming and retention."""
