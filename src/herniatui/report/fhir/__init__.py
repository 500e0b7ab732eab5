"""Export to a record system: a FHIR R4 (4.0.1) Bundle.

Valid base R4, without a claim to any profile. Contains no Patient resource; every code is confirmed, or of a code
system of our own in the Bundle.
"""

from herniatui.report.fhir.bundle import About, bundle, to_bytes
from herniatui.report.fhir.soep import Soep, soep_of

__all__ = ["About", "Soep", "bundle", "soep_of", "to_bytes"]
