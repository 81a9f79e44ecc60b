"""Finding bytes in a snapshot of a document, in windows, with holes skipped. Knows ``document``."""
