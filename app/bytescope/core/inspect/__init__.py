"""What the bytes at an offset mean as numbers, times, characters, identifiers and colours, and back.

Pure functions over a few bytes: ``table`` lists every kind of value, the other modules know one group each.
Knows of the core only ``errors`` and ``text``.
"""
