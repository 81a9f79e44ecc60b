"""Two documents, or one and its snapshot, side by side."""
