"""Screenshots of every screen in every theme, drawn from the running program."""
