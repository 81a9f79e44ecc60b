"""The hex panel: offsets, bytes and text of the document, painted and typed into."""
