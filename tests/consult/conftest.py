"""Hypothesis without deadlines: a test must not fail on a slow machine."""

from hypothesis import settings

settings.register_profile("without deadline", deadline=None)
settings.load_profile("without deadline")
