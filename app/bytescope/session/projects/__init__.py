"""What a person keeps about files: bookmarks, and what was open."""
