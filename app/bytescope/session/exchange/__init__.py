"""Bytes on their way in and out: files, patches, the clipboard, other programs."""
