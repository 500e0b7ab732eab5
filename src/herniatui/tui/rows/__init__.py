"""Pure functions from card and talk to the rows that a page draws."""
