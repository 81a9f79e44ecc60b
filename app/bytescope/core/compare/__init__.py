"""What differs between two documents, position by position: planned without reading, then judged by bytes.

Knows ``document`` (snapshots), ``source`` and ``pages`` (sets of pages).
"""
