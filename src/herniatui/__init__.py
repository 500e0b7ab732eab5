"""herniatui: a keuzekaart, gone through together by clinician and patient, in the terminal."""

__version__ = "0.1.0"
