"""Export to a record system: a FHIR R4 (4.0.1) Bundle.

Valid base R4, without a claim to any profile. Contains no Patient resource and only codes whose source is confirmed.
"""

from herniatui.report.fhir.bundle import bundle, to_bytes
from herniatui.report.fhir.soep import Soep, soep_of

__all__ = ["Soep", "bundle", "soep_of", "to_bytes"]
