"""The talk as an immutable value, and functions on it."""
