"""Somebody who types, fills, moves and changes his mind, the same on each run."""

from __future__ import annotations

import random

from bytescope.core.change import Change
from bytescope.core.document.document import Document
from bytescope.core.document.patterns import Phase
from bytescope.core.document.transforms import problem
from bytescope.core.errors import RefusedError
from bytescope.core.ranges import ByteRange
from helpers.scripts import PATTERNS
from helpers.transformed import random_rule


class Typist:
    """Makes one random edit after another, with pauses and without."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.last = 0

    def data(self) -> bytes:
        return self.random.randbytes(self.random.choice((12, 70)))

    def act(self, document: Document) -> Change | None:
        """One edit, or None where the one that was chosen does not apply now."""
        chance = self.random
        place = chance.randint(0, document.size)
        ends = sorted((chance.randint(0, document.size), place))
        range_, pattern = ByteRange(*ends), chance.choice(PATTERNS)
        data = chance.randbytes(chance.randint(1, 5))
        phase = chance.choice(list(Phase))
        acts = (
            lambda: self.type(document, place),
            lambda: self.type(document, place),
            lambda: self.type(document, place),
            lambda: document.write(place, data),
            lambda: document.insert(place, data),
            lambda: document.fill(range_, pattern, phase),
            lambda: document.insert_fill(place, len(data), pattern, phase),
            lambda: document.delete(range_),
            lambda: document.copy_block(range_, place),
            lambda: document.overwrite_block(range_, place),
            lambda: document.move_block(range_, chance.randint(0, document.size)),
            lambda: document.resize(max(0, document.size + chance.randint(-9, 9))),
            lambda: document.revert(range_),
            lambda: self.transform(document, range_),
            lambda: document.replace_each([ByteRange.of(place, 0), range_.shifted(place)], data[:3]),
            document.undo,
            document.undo,
            document.redo,
            document.end_typing,
        )
        try:
            return chance.choice(acts)()
        except RefusedError:
            return None

    def transform(self, document: Document, range_: ByteRange) -> Change | None:
        rule, length = random_rule(self.random, range_.length)
        return None if problem(rule, length) else document.transform(ByteRange.of(range_.start, length), rule)

    def type(self, document: Document, place: int) -> Change:
        """Mostly where it was; now and then elsewhere."""
        at = place if self.random.random() < 0.3 else min(self.last, document.size)
        self.last = at + 1
        kind = document.write if self.random.random() < 0.7 else document.insert
        return kind(at, self.random.randbytes(1), typing=True)
