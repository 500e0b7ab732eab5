"""The terminal: filtered input, themes, ASCII output, clipboard, browser, signals and background calls."""
