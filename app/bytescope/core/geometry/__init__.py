"""Arithmetic of grids, carets, viewports and zoom, and pure pictures made from state; no widgets.

Every off-by-one error of a hex editor would live here, and here it is tested in microseconds. Knows
``ranges`` and, for pictures, the arrays of ``pages``.
"""
