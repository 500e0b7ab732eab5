"""Dialogs: small screens in front of the walk that return one answer."""
