"""Bytescope: see and change every page of a file of any size.

Imports go one way: ``cli`` → ``ui`` → ``session`` → ``core``.
"""

__version__ = "0.1.0"
