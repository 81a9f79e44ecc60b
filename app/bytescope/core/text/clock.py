"""Times of the system's clock for people."""

from __future__ import annotations

from datetime import datetime


def clock(at: float) -> str:
    """Seconds of the system's clock as time of the day; with the day where it is not today."""
    when = datetime.fromtimestamp(at)
    today = when.date() == datetime.now().date()
    return when.strftime("%H:%M:%S" if today else "%Y-%m-%d %H:%M:%S")
