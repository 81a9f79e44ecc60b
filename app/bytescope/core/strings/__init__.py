"""Texts in a range of a snapshot: runs of characters that can be printed. Knows ``document``, ``search``."""
