"""Speed of start and keys, compared with a bare Textual app, and with the largest possible card."""
