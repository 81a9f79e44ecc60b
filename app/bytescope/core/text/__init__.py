"""What people type and read: number and range expressions, byte text, encodings, formats.

Knows ``ranges`` and ``errors``.
"""
