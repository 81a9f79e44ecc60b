"""Bytes as machine code, and which machine a file is for. Knows ``document``."""
