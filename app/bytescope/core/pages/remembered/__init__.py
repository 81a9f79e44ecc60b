"""What was learned of the pages of a file, kept on disk for the next time the file is opened.

Data only, behind checksums, in the person's private cache folder; nothing of it is believed unless the file
is the one that it was learned of.
"""
