"""How well a few typed letters fit a title, for lists that are narrowed while somebody types."""

from __future__ import annotations

LONGEST = 200
"""Letters of what was typed that are looked at."""

WHOLE, START, WORD, INSIDE, INITIALS, SCATTERED, ASIDE = 100, 80, 60, 40, 30, 20, 8


def fitness(typed: str, title: str, aside: str = "") -> int:
    """How well ``title`` fits every word that was ``typed``, in any order; 0 for not at all.

    A word that begins the title counts most, then one that begins a word of it, then one inside, then
    initials of words, then its letters in their order with others between them. What is only found in
    ``aside`` counts least.
    """
    whole, more = title.casefold(), aside.casefold()
    total = 0
    for word in typed[:LONGEST].casefold().split():
        found = _fitness(word, whole) or (ASIDE if word in more else 0)
        if not found:
            return 0
        total += found
    # Of two that fit alike the shorter one is meant more likely.
    return 4 * total - min(len(whole), 60) // 4 if total else 0


def _fitness(word: str, title: str) -> int:
    if word == title:
        return WHOLE
    at = title.find(word)
    if at == 0:
        return START
    while at > 0:
        if not title[at - 1].isalnum():
            return WORD
        at = title.find(word, at + 1)
    if word in title:
        return INSIDE
    if len(word) > 1 and _in_order(word, "".join(part[0] + " " for part in title.split())):
        return INITIALS
    return SCATTERED if len(word) > 1 and _in_order(word, title) else 0


def _in_order(letters: str, title: str) -> bool:
    """Whether the letters come in this order, the first of them at the start of a word."""
    rest = iter(title)
    before = " "
    for letter in rest:
        if letter == letters[0] and not before.isalnum():
            return all(wanted in rest for wanted in letters[1:])
        before = letter
    return False
