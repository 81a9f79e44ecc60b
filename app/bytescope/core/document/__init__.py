"""The bytes as the person sees them: spans over sources, patterns, edits and their history.

Knows ``source``, ``ranges``, ``change``, ``errors`` and ``ticket``.
"""
