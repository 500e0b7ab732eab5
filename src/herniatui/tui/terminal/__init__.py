"""The terminal that the program runs in: what comes from it, before Textual takes it for keys."""
