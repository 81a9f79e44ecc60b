"""In what state the pages are, and who touched them: asked of the kernel, the file system and ourselves."""
