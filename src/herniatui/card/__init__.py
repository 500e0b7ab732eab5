"""What may be shown: a card as data, read from YAML and proven against its source."""
