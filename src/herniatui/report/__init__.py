"""Exports: note, handout, FHIR and CSV, made from card and talk."""
