"""What the people who use the program have set: config.toml, read and explained."""
