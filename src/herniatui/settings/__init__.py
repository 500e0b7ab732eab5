"""Settings: config.toml, declared once, read with every problem located, and explained in an example file."""
