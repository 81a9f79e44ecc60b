"""How a document reaches the disk: the plan of a save, its execution, and what is kept of the old bytes.

Plan first, execution second. Knows ``document`` and ``source``. The edit log, the journal and recovery
belong here as well.
"""
