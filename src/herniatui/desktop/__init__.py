"""Other programs on the user's desktop: clipboard, browser, printer."""
