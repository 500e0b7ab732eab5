"""Commands and their keys: declared once, remapped by the settings."""
