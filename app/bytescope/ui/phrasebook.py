"""Finds the sentence of the program that a shown sentence was made from, and says it in another language."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

LONGEST = 1000
"""Characters of a text that is looked up; no sentence of ours is as long."""

MOST_CHARACTERS = 1 << 20
"""Of the file of templates, which is ours."""

DEEPEST = 6
"""Phrases within phrases."""

_HOLE = re.compile(r"%(\d)")
_QUOTED_HOLE = re.compile(r"[“\"]%(\d)")
_NUMBER = r"(?:≈ )?[-+−±≥~]?(?:0x)?[0-9A-Fa-f](?:[0-9A-Fa-f,._]*[0-9A-Fa-f])?(?:e[-+]?[0-9]+)?"
_KINDS = {"n": f"({_NUMBER})", "v": r"([\s\S]*?)", ".": "(.+?)"}
_WORD = re.compile(r"[A-Za-z]+")
_OWN_WORD = re.compile(r"(?<![A-Za-z\0])[A-Za-z]+(?![A-Za-z\0])")
_ENGLISH = re.compile(r"[a-z]{3}")
_NAME = re.compile(r"“[^”]*”|\"[^\"]*\"")
_LETTERS = re.compile(r"[A-Za-z]")
_WIDE = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_WIDE_STOPS = re.compile(r"([，；：。（）、\n])")
_BRACKETS = re.compile(r"(.+?) \((.+)\)([.,;:]?)")
_NEXT_SENTENCE = re.compile(r"[.?!] [A-Z“]")
_SENTENCE_END = re.compile(r"(?<=[.?!:]) ")

JOINS = (" · ", " — ", "; ", ": ", ", ", " and ", " or ")
"""What phrases are put together with, in the order in which a text is divided; they are translated too."""

STOP = "."
"""What is put behind a phrase that is a whole sentence somewhere."""

WITHIN = (", ", " and ", " or ")
"""Those that stand within sentences too, which must not be said by halves."""

FEW = 6
"""Characters: a template that has no more of its own ("%1 is %2.") is taken where its phrases are known."""


@dataclass(frozen=True)
class Template:
    """A sentence with numbered holes: ``%1``, ``%2``; ``kinds``: a letter for each hole.

    "n" is a number, "v" is shown as it stands (names, what was typed), "." may itself be a phrase.
    """

    text: str
    kinds: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        parts = _HOLE.split(self.text)
        out = [re.escape(parts[0])]
        for hole, fixed in zip(parts[1::2], parts[2::2], strict=True):
            out += [_KINDS[self.kinds[int(hole) - 1]], re.escape(fixed)]
        return re.compile("".join(out))

    @property
    def words(self) -> frozenset[str]:
        """The words that are in each sentence made from it."""
        return frozenset(_OWN_WORD.findall(_HOLE.sub("\0", self.text)))

    @property
    def fixed(self) -> int:
        """How many characters of it are its own."""
        return len(_HOLE.sub("", self.text))


class PhraseBook:
    """``look`` gives the translation of a text or a template, and the text itself where there is none."""

    def __init__(self, templates: Mapping[str, str], look: Callable[[str], str]) -> None:
        self._look = look
        made = [Template(text, kinds) for text, kinds in templates.items()]
        often = Counter(word for item in made for word in item.words)
        self._by_word: dict[str, list[tuple[Template, frozenset[str]]]] = {}
        for item in made:
            words = item.words
            if words:
                rarest = min(words, key=lambda word: (often[word], word))
                self._by_word.setdefault(rarest, []).append((item, words))
        self.told = lru_cache(4096)(self._told_once)

    def _told_once(self, text: str) -> str:
        """``text`` in the other language as far as it is known; never an error."""
        if len(text) > LONGEST:
            return text
        return self._told(text, 0)

    def _told(self, text: str, depth: int) -> str:
        if depth > DEEPEST or not _LETTERS.search(text):
            return text
        bare = text.strip(" ")
        at = text.index(bare)
        said = self._whole(bare, depth)
        if said is None and bare.endswith(STOP):
            said = self._whole(bare[: -len(STOP)], depth)
            said = None if said is None else said + self._look(STOP)
        if said is None:
            said = self._in_parts(bare, depth)
        if said is None or said == bare:
            return text
        behind = "" if _WIDE.search(said[-1:]) else text[at + len(bare) :]
        return text[:at] + said + behind

    def _whole(self, text: str, depth: int) -> str | None:
        """As one text, or one template, also where its first letter is a capital or is none."""
        for begin in (text, text[:1].swapcase() + text[1:]):
            exact = self._look(begin)
            if exact != begin:
                return exact
            for template in self._candidates(begin):
                match = template.pattern.fullmatch(begin)
                if match is None or _reaches_on(template, match.groups()):
                    continue
                said = self._look(template.text)
                values = self._values(template, match.groups(), depth)
                if said != template.text and not _is_by_chance(template, match.groups(), values):
                    return _filled(template, said, values)
        return None

    def _candidates(self, text: str) -> Iterable[Template]:
        """The templates all of whose words are in ``text``, those with the most text of their own first."""
        words = set(_WORD.findall(text))
        found = [
            template
            for word in words
            for template, own in self._by_word.get(word, ())
            if own <= words and template.fixed <= len(text)
        ]
        return sorted(found, key=lambda template: (-template.fixed, template.text))

    def _values(self, template: Template, values: tuple[str, ...], depth: int) -> tuple[str, ...]:
        """What stands in the holes, phrases in the other language."""
        kinds = [template.kinds[int(hole) - 1] for hole in _HOLE.findall(template.text)]
        return tuple(
            self._told(value, depth + 1) if kind == "." and not _NAME.fullmatch(value) else value
            for kind, value in zip(kinds, values, strict=True)
        )

    def _in_parts(self, text: str, depth: int) -> str | None:
        """As several phrases that were put together; None where none of them is known."""
        if "\n" in text:
            return self._joined("\n", text, depth)
        if _WIDE.search(text):
            return self._joined_wide(text, depth)
        if _SENTENCE_END.search(text):
            said = self._sentences(_SENTENCE_END.split(text), depth)
            if said is not None:
                return said
        aside = _BRACKETS.fullmatch(text)
        if aside is not None:
            before, inner = self._told(aside[1], depth + 1), self._told(aside[2], depth + 1)
            if (before, inner) != (aside[1], aside[2]):
                return f"{before}（{inner}）{aside[3]}"
        for join in JOINS:
            if join in text:
                said = self._joined(join, text, depth)
                if said is not None:
                    return said
        return None

    def _sentences(self, parts: list[str], depth: int) -> str | None:
        """Sentences in a row, as many of them at once as are one text."""
        out: list[str] = []
        known = False
        at = 0
        while at < len(parts):
            for end in range(len(parts), at, -1):
                if (at, end) == (0, len(parts)):
                    continue
                piece = " ".join(parts[at:end])
                said = self._whole(piece, depth + 1) if end - at > 1 else self._told(piece, depth + 1)
                if said is not None and (said != piece or end - at == 1):
                    known = known or said != piece
                    out.append(said)
                    at = end
                    break
        return _spaced(out) if known else None

    def _joined(self, join: str, text: str, depth: int) -> str | None:
        parts = _split(text, join)
        said = [self._told(part, depth + 1) for part in parts]
        if said == parts or (join in WITHIN and any(map(_is_clause, parts, said))):
            return None
        return self._look(join).join(said)

    def _joined_wide(self, text: str, depth: int) -> str | None:
        """English phrases in a sentence that was translated already."""
        parts = _WIDE_STOPS.split(text)
        if len(parts) == 1:
            return None
        said = [part if _WIDE.search(part) else self._told(part, depth + 1) for part in parts]
        return None if said == parts else "".join(said)


def _is_by_chance(template: Template, values: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether few words of its own and English in its holes say that the text was made from another one."""
    kinds = [template.kinds[int(hole) - 1] for hole in _HOLE.findall(template.text)]
    return template.fixed <= FEW and any(
        kind == "." and value == other and _ENGLISH.search(_NAME.sub("", value))
        for kind, value, other in zip(kinds, values, said, strict=True)
    )


def _is_clause(part: str, said: str) -> bool:
    """Whether words that belong together have stayed English: then so does what they are part of."""
    return part == said and len(_WORD.findall(part)) > 2 and not part.startswith("“")


def _filled(template: Template, said: str, values: tuple[str, ...]) -> str:
    by_hole = dict(zip(_HOLE.findall(template.text), values, strict=True))
    return _HOLE.sub(lambda hole: by_hole.get(hole[1], ""), said)


def _reaches_on(template: Template, values: tuple[str, ...]) -> bool:
    """Whether what is to be a phrase or a name goes on into another sentence; in quotes it may."""
    quoted = _QUOTED_HOLE.findall(template.text)
    return any(
        hole not in quoted and _NEXT_SENTENCE.search(_NAME.sub("“”", value))
        for hole, value in zip(_HOLE.findall(template.text), values, strict=True)
    )


def _split(text: str, join: str) -> list[str]:
    """The parts of ``text`` between ``join``, but for those inside of quotes, which are names."""
    out = [""]
    for at, part in enumerate(text.split(join)):
        if at and out[-1].count("“") > out[-1].count("”"):
            out[-1] += join + part
        elif at:
            out.append(part)
        else:
            out[0] = part
    return out


def _spaced(sentences: list[str]) -> str:
    """In a row; a wide full stop has its space in it."""
    out = ""
    for said in sentences:
        out += said if not out or _WIDE.match(out[-1]) else f" {said}"
    return out


@lru_cache(maxsize=4)
def phrasebook(language: str, look: Callable[[str], str]) -> PhraseBook:
    """For the translator that is installed; ``language`` keeps those of two languages apart."""
    file = resources.files("bytescope_data").joinpath("translations", "sentences.json")
    with file.open(encoding="utf-8") as lines:
        return PhraseBook(json.loads(lines.read(MOST_CHARACTERS)), look)
