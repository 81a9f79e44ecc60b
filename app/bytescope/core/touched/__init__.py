"""Which pages were touched, and by whom: the page cache, holes, changes from outside.

Knows ``source`` and ``ranges``; says "not permitted" and "not available", never guesses.
"""
