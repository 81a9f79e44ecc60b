"""From edits to the disk: saves, the log of what is unsaved, what earlier runs left behind."""
