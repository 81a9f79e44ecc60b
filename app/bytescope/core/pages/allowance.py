"""How fast what nobody waits for may be read."""

from __future__ import annotations


class Allowance:
    """When background reading may go on, so that it keeps to a rate (bytes a second; 0: no limit)."""

    SECONDS = 0.1

    def __init__(self, rate: int = 0) -> None:
        self.rate = rate
        self._free = 0.0

    def spend(self, count: int, now: float) -> None:
        """``count`` bytes were read."""
        if self.rate:
            self._free = max(self._free, now - self.SECONDS) + count / self.rate

    def wait(self, now: float) -> float:
        """Seconds until more may be read."""
        return max(0.0, self._free - now) if self.rate else 0.0

    def most(self, page: int, unlimited: int) -> int:
        """Pages to be read at once."""
        return max(16, int(self.rate * self.SECONDS) // page) if self.rate else unlimited
