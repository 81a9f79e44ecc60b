"""Plots over time and values, drawn by pyqtgraph. Each shows what the session knows and makes wishes of it.

May import the core, the session and ``ui.widgets``; not the map, the hex panel, dialogs or other panels.
"""
