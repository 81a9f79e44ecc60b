"""The journal of a save in place: what is needed to put a file back as it was, or to finish it.

A journal is a file of records in the private state folder. ``coding`` is its format, ``writing`` makes one,
``reading`` takes one apart, ``comparing`` says what of a save a file has, and ``recovery`` acts on that.
Offsets in a journal are those of the file, not of a window of it. What reads journals uses ``Calls`` only.
"""
