"""Comparing in the window: a strip that says how it stands, and a second hex panel beside the first."""
