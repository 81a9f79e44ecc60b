"""The edit log: unsaved edits on the disk within a second, and back into a document after a crash.

Append-only files of records in the private state folder, one for each document with unsaved edits. A log
is data of the person alone and never applied without being asked; reading it believes nothing.
"""
