"""How fast the program starts and answers keys, beside a bare Textual app and with the largest card there can be."""
