"""Commands, declared once, and the rules of what they do that every view of a talk shares. No screens."""
