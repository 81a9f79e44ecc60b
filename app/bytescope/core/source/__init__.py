"""Immutable bytes under a document: files and their mappings, devices, anonymous memory.

The one package that may map files, build arrays over mappings or hold the SIGBUS guard. Knows
``ranges``, ``errors`` and nothing else of the core.
"""
