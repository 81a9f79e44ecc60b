"""Docks beside the document: history, the page under the cursor."""
