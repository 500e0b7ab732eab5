"""Flows across screens: ending a talk, keeping it, saving a document."""
