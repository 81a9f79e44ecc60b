"""What became of a page that was to be read: the words between ``scattered`` and its compiled loop."""

from __future__ import annotations

READ, HOLE, ALONE = 0, 1, 2
"""It was read, it is a hole, it is to be read by itself (and may fail)."""
