"""What is said: the consult as an immutable value, and functions on it."""
