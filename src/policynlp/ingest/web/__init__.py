"""From a web address to the bytes that were sent, with their final address and the time."""

from policynlp.ingest.web.fetching import Fetched, Limits, fetch
from policynlp.ingest.web.keeping import keep
from policynlp.ingest.web.reading import read_address
from policynlp.ingest.web.sources import OfficialText, official_texts

__all__ = ["Fetched", "Limits", "OfficialText", "fetch", "keep", "official_texts", "read_address"]
