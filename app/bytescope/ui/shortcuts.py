"""The keys that a person has given to commands: kept as text, checked, given to the table."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from bytescope.core.errors import InputError
from bytescope.ui.actions import Actions
from bytescope.ui.widgets.tips import tr

Keys = tuple[str, ...]

MOST_KEYS = 4
"""Keys of one command."""

MOST_BYTES = 1 << 20
FORMAT = "bytescope shortcuts"
VERSION = 1


_NO_KEYS = (
    Qt.Key(0),
    Qt.Key.Key_unknown,
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
)


class Kept(NamedTuple):
    """What can be used of a text, and how many entries of it cannot."""

    keys: dict[str, Keys]
    left_out: int


def as_settings(keys: Mapping[str, Keys]) -> tuple[str, ...]:
    """One text for each command whose keys are not the usual ones: id and keys with tabs between."""
    return tuple("\t".join((id_, *own)) for id_, own in sorted(keys.items()))


def from_settings(texts: Iterable[str]) -> dict[str, Keys]:
    """The opposite; what is no key is left out."""
    found = {}
    for text in texts:
        id_, *keys = text.split("\t")
        found[id_] = tuple(key for key in (normal(key) for key in keys[:MOST_KEYS]) if key)
    return found


def normal(key: str) -> str:
    """A key as Qt writes it in settings ("Ctrl+Shift+P"), or "" for none."""
    if len(key) > 60:
        return ""
    sequence = QKeySequence.fromString(key, QKeySequence.SequenceFormat.PortableText)
    text = sequence.toString(QKeySequence.SequenceFormat.PortableText)
    return text if sequence.count() == 1 and first_of(sequence).key() not in _NO_KEYS else ""


def first_of(sequence: QKeySequence) -> QKeyCombination:
    """The first press of a sequence that is not empty."""
    return sequence[0]  # type: ignore[index,no-any-return]


def native(keys: Keys) -> str:
    """Keys as the desktop writes them."""
    style = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(style) for key in keys)


def present(actions: Actions) -> dict[str, Keys]:
    """The keys of every command now."""
    return {act.id: act.keys for act, _ in actions}


def changed(actions: Actions) -> dict[str, Keys]:
    """Of the commands whose keys are not the usual ones, the keys."""
    usual = actions.usual_keys
    return {id_: keys for id_, keys in present(actions).items() if keys != usual[id_]}


def owner(actions: Actions, key: str, besides: str) -> str:
    """The id of another command that has ``key``; "" for none."""
    wanted = normal(key)
    for act, _ in actions:
        if act.id != besides and any(normal(own) == wanted for own in act.keys):
            return act.id
    return ""


def give(actions: Actions, wished: Mapping[str, Keys]) -> int:
    """Give each command the keys that are wished, and all others their usual ones.

    No key goes to two commands, as then neither would get it: what was wished comes before what is usual.
    The answer is how many keys were left out for that, or as there is no such command.
    """
    usual = actions.usual_keys
    taken: set[str] = set()
    given: dict[str, Keys] = {}
    lost = sum(1 for id_ in wished if id_ not in usual)
    for id_ in (*(id_ for id_ in usual if id_ in wished), *(id_ for id_ in usual if id_ not in wished)):
        keys = wished.get(id_, usual[id_])
        free = tuple(key for key in keys if normal(key) not in taken)
        taken.update(normal(key) for key in free)
        given[id_] = free
        lost += len(keys) - len(free) if id_ in wished else 0
    for id_, keys in given.items():
        actions.rekey(id_, keys)
    return lost


def exported(actions: Actions) -> bytes:
    """The keys that are not the usual ones, for another computer."""
    keys = {id_: list(own) for id_, own in sorted(changed(actions).items())}
    return json.dumps({FORMAT: VERSION, "keys": keys}, indent=1).encode("ascii")


def imported(raw: bytes, known: Iterable[str]) -> Kept:
    """What ``exported`` has written. Raises ``InputError``; then nothing of it is to be used."""
    if len(raw) > MOST_BYTES:
        raise InputError(
            tr("This file is too large for a file of shortcuts; choose one that was exported here.")
        )
    try:
        data = json.loads(raw)
    except (ValueError, RecursionError):
        raise InputError(tr("This is no JSON; choose a file that was exported here.")) from None
    if not isinstance(data, dict) or data.get(FORMAT) != VERSION or not isinstance(data.get("keys"), dict):
        raise InputError(tr("This is no file of shortcuts; choose one that was exported here."))
    names = set(known)
    good: dict[str, Keys] = {}
    left_out = 0
    for number, (id_, keys) in enumerate(data["keys"].items(), 1):
        if not isinstance(keys, list) or len(keys) > MOST_KEYS or not all(isinstance(k, str) for k in keys):
            raise InputError(
                tr("Entry {number} of the shortcuts is no list of keys; nothing was changed.", number=number)
            )
        own = tuple(normal(key) for key in keys)
        if not all(own):
            raise InputError(
                tr(
                    "Entry {number} of the shortcuts has something that is no key; nothing was changed.",
                    number=number,
                )
            )
        if id_ in names:
            good[id_] = own
        else:
            left_out += 1
    return Kept(good, left_out)
