"""Checksums of a range of a snapshot, many in one pass. Knows ``document`` and ``search.stretches``."""
