"""Hypothesis says when a law is broken, and not how fast the machine is."""

from hypothesis import settings

settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")
