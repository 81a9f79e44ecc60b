"""What the pattern fields hold, and the pattern text that says the same, without widgets."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass, replace

from bytescope.core.text.encodings import ENCODINGS
from bytescope.core.text.numbers import Names, parse_number
from bytescope.ui.widgets.tips import tr, tr_later


class PatternKind(enum.Enum):
    """The kinds of pattern, in the order of the list; the value is part of no file."""

    HEX = tr_later("Hex bytes")
    TEXT = tr_later("Text")
    NUMBER = tr_later("Typed number")
    COUNTER = tr_later("Counter")
    OFFSETS = tr_later("Offset stamp")
    PAGES = tr_later("Page stamp")
    RANDOM = tr_later("Random")
    FILE = tr_later("File bytes")


FINITE = (PatternKind.HEX, PatternKind.TEXT, PatternKind.NUMBER)
"""The kinds that have a length of their own."""
NUMBER_TYPES = ("u8", "i8", "u16", "i16", "u32", "i32", "u64", "i64", "f32", "f64")
WIDTHS = (1, 2, 4, 8)
ORDERS = {"le": tr_later("Little-endian"), "be": tr_later("Big-endian")}


@dataclass(frozen=True, slots=True)
class PatternForm:
    """The fields of all kinds at once, so that changing the kind loses nothing."""

    kind: PatternKind = PatternKind.HEX
    hex: str = "00"
    text: str = ""
    encoding: str = "utf-8"
    number_type: str = "u32"
    number: str = "0"
    start: str = "0"
    step: str = "1"
    width: int = 4
    order: str = "le"
    seed: str = "1"
    path: str = ""

    def as_text(self) -> str:
        """The pattern text of these fields, as ``parse_pattern`` reads it."""
        kind = self.kind
        if kind is PatternKind.TEXT:
            return f"text:{self.text}" if self.encoding == "utf-8" else f"text({self.encoding}):{self.text}"
        if kind is PatternKind.NUMBER:
            order = "" if self.number_type in ("u8", "i8") else self.order
            return f"{self.number_type}{order}:{self.number.strip()}"
        if kind is PatternKind.COUNTER:
            return f"counter:{self.start.strip()},{self.step.strip()},{self._word()}"
        if kind is PatternKind.OFFSETS:
            return f"offset:{self._word()}"
        if kind is PatternKind.PAGES:
            return f"page:{self._word()}"
        if kind is PatternKind.RANDOM:
            return f"random:{self.seed.strip()}"
        if kind is PatternKind.FILE:
            return f"file:{self.path}"
        return self.hex.strip()

    def missing(self) -> str:
        """What must still be typed before the fields can mean anything; "" for nothing."""
        needed = {
            PatternKind.HEX: (self.hex.strip(), tr("Type hex bytes, such as AA or DE AD BE EF.")),
            PatternKind.TEXT: (self.text, tr("Type the text.")),
            PatternKind.NUMBER: (self.number.strip(), tr("Type the number.")),
            PatternKind.COUNTER: (
                self.start.strip() and self.step.strip(),
                tr("Type the start and the step."),
            ),
            PatternKind.RANDOM: (self.seed.strip(), tr("Type a seed, any number.")),
            PatternKind.FILE: (self.path, tr("Choose the file whose bytes are taken.")),
        }
        filled, sentence = needed.get(self.kind, ("yes", ""))
        return "" if filled else sentence

    def worked_out(self, names: Names) -> PatternForm:
        """The same with plain numbers in place of expressions; raises the InputError of one that is none."""
        if self.kind is PatternKind.NUMBER and self.number_type[0] != "f":
            parts = [_worked_out(part, names) for part in self.number.split(",")]
            return replace(self, number=",".join(parts))
        if self.kind is PatternKind.COUNTER:
            return replace(self, start=_worked_out(self.start, names), step=_worked_out(self.step, names))
        if self.kind is PatternKind.RANDOM:
            return replace(self, seed=_worked_out(self.seed, names))
        return self

    def _word(self) -> str:
        return f"{self.width}{self.order}"


def _worked_out(text: str, names: Names) -> str:
    return str(parse_number(text, names, relative=False))


_TEXT = re.compile(r"text(?:\(([^)]*)\))?:(.*)", re.DOTALL)
_NUMBER = re.compile(r"([uif](?:8|16|32|64))(le|be)?:(.*)")
_STAMP = re.compile(r"(offset|page):([1248])?(le|be)?")
_COUNTER = re.compile(r"counter:([^,]*)(?:,([^,]*)(?:,\s*([1248])\s*(le|be)?\s*)?)?")


def form_of(text: str) -> PatternForm:
    """The fields that give the pattern ``text``; what has no fields of its own stands as it is under hex."""
    return _of_words(text) or PatternForm(hex=text)


def _of_words(text: str) -> PatternForm | None:
    if found := _TEXT.fullmatch(text):
        encoding = found.group(1) or "utf-8"
        if encoding in ENCODINGS:
            return PatternForm(PatternKind.TEXT, text=found.group(2), encoding=encoding)
        return None
    if (found := _NUMBER.fullmatch(text)) and found.group(1) in NUMBER_TYPES:
        return PatternForm(
            PatternKind.NUMBER,
            number_type=found.group(1),
            order=found.group(2) or "le",
            number=found.group(3),
        )
    if found := _STAMP.fullmatch(text):
        kind = PatternKind.OFFSETS if found.group(1) == "offset" else PatternKind.PAGES
        width = int(found.group(2) or (8 if kind is PatternKind.OFFSETS else 4))
        return PatternForm(kind, width=width, order=found.group(3) or "le")
    if found := _COUNTER.fullmatch(text):
        return PatternForm(
            PatternKind.COUNTER,
            start=found.group(1),
            step=found.group(2) or "1",
            width=int(found.group(3) or 4),
            order=found.group(4) or "le",
        )
    if text.startswith("random:"):
        return PatternForm(PatternKind.RANDOM, seed=text[7:])
    if text.startswith("file:"):
        return PatternForm(PatternKind.FILE, path=text[5:])
    return None
