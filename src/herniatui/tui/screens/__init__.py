"""One screen for each stop of the walk, and those that ask or explain."""
