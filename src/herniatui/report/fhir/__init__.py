"""What leaves the room for a record system: a FHIR R4 (4.0.1) Bundle.

Valid base R4; no claim is made of any profile. No Patient is made, and no code is used that is not confirmed.
"""

from herniatui.report.fhir.bundle import NoReference, bundle, to_bytes
from herniatui.report.fhir.reading import NotOfThisCard, consult_of
from herniatui.report.fhir.soep import Soep, soep_of

__all__ = ["NoReference", "NotOfThisCard", "Soep", "bundle", "consult_of", "soep_of", "to_bytes"]
