"""What a session file says: which files are open, where in them, how they look. Data only.

May import the core's bookmarks, text and errors; restoring a session is the session layer's work.
"""
