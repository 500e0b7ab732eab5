"""What the people see, and what their keys do."""
