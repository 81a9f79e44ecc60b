"""Structures in C laid over bytes: parsed with bounds, placed lazily, read and edited field by field.

Definitions come from anybody: nothing of them is evaluated but bounded integer arithmetic, nothing of them
becomes code, and every size, depth, count and walk has a limit. May import from the core ``errors``,
``ranges``, ``ticket``, ``text`` and ``inspect``.
"""
