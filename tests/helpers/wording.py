"""The words of the interface that are wired for translation, and the file of a translation."""

from __future__ import annotations

import ast
import json
import re
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

from bytescope.ui.phrasebook import JOINS, STOP
from bytescope.ui.widgets.tips import CONTEXT, LANGUAGE, sentences
from helpers.sentences import every, templates

APP = Path(__file__).parents[2] / "app"
FOLDER = Path(__file__).parents[2] / "resources" / "bytescope_data" / "translations"
LOOKED_UP = {
    "tr": slice(0, 1),
    "tr_tip": slice(0, 1),
    "tr_later": slice(0, 1),
    "tr_n": slice(1, 3),
}
"""Which arguments of a call are texts of the interface."""

QT_WORDS = {
    "zh": {
        ("QFileDialog", "&Look in:"): "查找范围(&L)：",
        ("QFileDialog", "Files of &type:"): "文件类型(&T)：",
        ("QFileDialog", "Date Modified"): "修改日期",
    }
}
"""What Qt's own translations lack of its dialogs, by class and text."""

_NUMBERS = re.compile(r"[\d.,]+( (MiB|GiB|pt))?")


@cache
def wired() -> dict[str, str]:
    """Every text that is looked up in a translation, with where it stands."""
    found: dict[str, str] = {}
    for where, text in [*_tables(), *_calls()]:
        if text and not _NUMBERS.fullmatch(text):
            found.setdefault(text, where)
    for text, sentence in every().items():
        found.setdefault(text, sentence.where)
    for join in (*JOINS, STOP):
        found.setdefault(join, "between phrases")
    found[LANGUAGE] = "the name of the language of this file, as in its name"
    return found


def write_templates() -> None:
    """What ``ui.phrasebook`` finds the sentences by, whatever the language."""
    body = json.dumps(templates(), indent=0, ensure_ascii=False)
    (FOLDER / "sentences.json").write_text(f"{body}\n", encoding="utf-8")


def _tables() -> list[tuple[str, str]]:
    from bytescope.ui.actions import ACTS
    from bytescope.ui.commands.help import PANEL_KEYS
    from bytescope.ui.dialogs.preference_fields import FIELDS, PAGES
    from bytescope.ui.dialogs.shortcuts import BUTTONS, FILTER, HEADS
    from bytescope.ui.late_acts import HEX_MENU, LATE_ACTS, LATE_MENUS, MAP_MENU
    from bytescope.ui.menus import MENUS
    from bytescope.ui.palette_entries import WHY_NOT
    from bytescope.ui.panels.docks import DOCKS
    from bytescope.ui.tour import STEPS

    found = []
    for act in (*ACTS, *LATE_ACTS):
        found.append((act.id, act.text))
        found += [(act.id, part) for part in _parts(act.tip)]
    for title, entries in MENUS:
        found += [("menu", title), *_titles(entries)]
    for menu in (*LATE_MENUS.values(), MAP_MENU, HEX_MENU):
        found += _titles(menu)
    found += [("dock", dock.title) for dock in DOCKS]
    for field in FIELDS:
        found += [("preferences", field.label), ("preferences", field.tip)]
        found += [("preferences", text) for _, text in field.choices if text != "中文"]
    found.append(("preferences", "Shortcuts"))
    for page, note in PAGES:
        found += [("preferences", page), ("preferences", note)]
    for step in STEPS:
        found += [("tour", step.title), ("tour", step.text)]
    found += [("palette", text) for text in WHY_NOT.values()]
    found += [("shortcuts", text) for text in (*HEADS, FILTER, *(text for _, text in BUTTONS))]
    found += [("keys", row[place]) for row in PANEL_KEYS for place in (0, 1, 2)]
    return found


def _parts(tip: str) -> list[str]:
    """A tip that stands for itself alone, or the sentences that a table put together."""
    return sentences(tip) if tip.startswith(("All colour to", "Next and Previous go")) else [tip]


def _titles(entries: tuple) -> list[tuple[str, str]]:
    found = []
    for entry in entries:
        if isinstance(entry, tuple):
            found += [("menu", entry[0]), *_titles(entry[1])]
    return found


def _calls() -> list[tuple[str, str]]:
    """The texts that the source gives to ``tr`` and its kin."""
    found = []
    for folder in ("ui", "session"):
        for path in sorted((APP / "bytescope" / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    found += [(path.stem, text) for text in _given(node)]
    return found


def _given(node: ast.Call) -> list[str]:
    """The texts that a call has looked up in a translation."""
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    if name not in LOOKED_UP:
        return []
    return [text for argument in node.args[LOOKED_UP[name]] for text in _literals(argument)]


def _literals(node: ast.expr) -> list[str]:
    """The texts that an expression can be, as far as they stand in it."""
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body), *_literals(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def read(path: Path) -> dict[str, str]:
    """Source and translation of a .ts file."""
    root = ElementTree.parse(path).getroot()
    return {
        message.findtext("source") or "": message.findtext("translation") or ""
        for context in root.iter("context")
        if context.findtext("name") == CONTEXT
        for message in context.iter("message")
    }


def write(path: Path, language: str, words: dict[str, str], places: dict[str, str]) -> None:
    """A .ts file as Qt Linguist reads it; what has no translation is marked unfinished."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    for text in sorted(words):
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        ElementTree.SubElement(message, "extracomment").text = places.get(text, "")
        translation = ElementTree.SubElement(message, "translation")
        if words[text]:
            translation.text = words[text]
        else:
            translation.set("type", "unfinished")
    for (class_, text), said in QT_WORDS.get(language, {}).items():
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = class_
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = text
        ElementTree.SubElement(message, "translation").text = said
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
