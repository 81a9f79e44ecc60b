"""Places and ranges of a document that a person named: where they are, how they follow edits, their files.

May import the core's ranges, text and storage; knows nothing of sessions or windows.
"""
