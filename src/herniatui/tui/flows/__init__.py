"""Flows across screens: end a talk, keep or continue one, save a document, look up words."""
