"""Statistics of any range of a snapshot: counts of bytes, entropy by place, pairs, runs, tests for chance.

May import ``core`` only. Nothing here is loaded before somebody asks for statistics.
"""
