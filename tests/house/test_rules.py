"""What must never come in: code from data, shells, networks, mappings, markup; each rule is seen to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from helpers.modules import APP, TESTS, Module, listed, modules
from helpers.rules import (
    Rule,
    bounded_reads,
    guarded_views_to_kernels,
    mappings_in_sources,
    no_code_from_data,
    no_markup,
    no_network,
    no_qt_streams,
    no_shell,
    plain_labels,
    plain_tips,
)

EXEMPT: dict[tuple[str, str], str] = {
    ("bytescope.core.document.transforms", "numpy.frombuffer in applied"): "bytes that were read already",
    ("bytescope.core.document.transforming", "numpy.frombuffer in _changed"): "bytes that were read already",
    ("bytescope.core.exchange.dump_rows", "numpy.frombuffer in read_rows"): "text that was read already",
    ("bytescope.core.exchange.dump_rows", "numpy.frombuffer in _bytes"): "bytes of that text",
    ("bytescope.core.document.words", "numpy.frombuffer in _many_bytes"): "fills the reader's own buffer",
    ("bytescope.core.pages.apart", "mmap"): "memory without a file, which can neither wait nor be cut off",
    ("bytescope.core.pages.apart", "numpy.frombuffer in zeros"): "over that memory",
    (
        "bytescope.core.pages.prints",
        "numpy.frombuffer in as_array",
    ): "over bytes, and buffers that were read into",
    ("bytescope.core.search.matcher", "numpy.frombuffer in bytes_of"): "over buffers that were read into",
    ("bytescope.core.pages.runs", "numpy.frombuffer in flat"): "over bytes that it joined itself",
    (
        "bytescope.core.storage.verify",
        "ctypes.c_char.from_buffer in __init__",
    ): "asks where its own buffer lies",
    ("bytescope.cli.window", "read_bytes"): "the system's list of libraries, which only root writes",
    ("bytescope.ui.icons", "read_bytes"): "a picture of the package",
    ("bytescope.ui.dialogs.definition", "QTextEdit"): "only for ExtraSelection, the mark of a fault",
    ("bytescope.ui.dialogs.help_page", "read_text"): "a text of the package",
    ("bytescope.ui.dialogs.help_page", "setMarkdown"): "a text of the package, of which nothing is loaded",
    ("bytescope.ui.dialogs.help_page", "QTextBrowser"): "a text of the package, of which nothing is loaded",
}
"""What a rule finds and may stay, by module and finding, with the reason."""

RULES: dict[Rule, str] = {
    no_code_from_data: "import pickle\n",
    no_shell: "import os\nos.system('ls ' + name)\n",
    no_qt_streams: "from PySide6.QtCore import QSettings\n",
    no_network: "import socket\n",
    bounded_reads: "def f(path):\n    return path.read_bytes()\n",
    mappings_in_sources: "import numpy as np\ndef f(m):\n    return np.frombuffer(m, np.uint8)\n",
    guarded_views_to_kernels: "def f(s):\n    with s.pages(0, 9) as lent:\n        return lent.array.sum()\n",
    plain_labels: "def f(name, parent):\n    return QLabel(name, parent)\n",
    no_markup: "from PySide6.QtWidgets import QMessageBox\n",
    plain_tips: "def f(widget, name):\n    widget.setToolTip(name)\n",
}
"""Each rule with a planted violation."""

PLANTED: list[tuple[Rule, str]] = [
    *RULES.items(),
    (no_code_from_data, "from pickle import loads\n"),
    (no_code_from_data, "def f():\n    import marshal\n"),
    (no_code_from_data, "x = eval(input())\n"),
    (no_code_from_data, "import numpy\nnumpy.load(f)\n"),
    (no_code_from_data, "from numpy import load as fetch\nfetch(f)\n"),
    (no_code_from_data, "f(x, allow_pickle=True)\n"),
    (no_code_from_data, "from ast import literal_eval\nliteral_eval(t)\n"),
    (no_shell, "from os import system as run\nrun(x)\n"),
    (no_shell, "import subprocess as s\ns.run(['ls'], shell=True)\n"),
    (no_shell, "import subprocess\nsubprocess.run('ls -l')\n"),
    (no_shell, "import subprocess\nsubprocess.run(f'ls {x}')\n"),
    (no_shell, "import subprocess\nc = f'ls {x}'\nsubprocess.Popen(c)\n"),
    (no_shell, "import os\nos.execvp(a, b)\n"),
    (no_shell, "import subprocess\nsubprocess.getoutput(x)\n"),
    (no_shell, "from PySide6.QtCore import QProcess\n"),
    (no_qt_streams, "import PySide6.QtCore as c\nc.QDataStream(x)\n"),
    (no_qt_streams, "x.readQVariant()\n"),
    (no_qt_streams, "getattr(window, 'restoreState')(x)\n"),
    (no_network, "import http.client\n"),
    (no_network, "from PySide6.QtNetwork import QTcpSocket\n"),
    (no_network, "from PySide6 import QtNetwork\n"),
    (bounded_reads, "with open(x) as f:\n    f.read()\n"),
    (bounded_reads, "import json\njson.load(f)\n"),
    (mappings_in_sources, "import mmap\n"),
    (mappings_in_sources, "def f():\n    from mmap import mmap\n"),
    (mappings_in_sources, "from numpy import memmap as m\nm(x)\n"),
    (mappings_in_sources, "import numpy as np\nnp.asarray(memoryview(x))\n"),
    (mappings_in_sources, "import ctypes\nctypes.string_at(p, n)\n"),
    (guarded_views_to_kernels, "with a.b.pages(0, 9) as x:\n    y = bytes(x.array)\n    measure(x.array)\n"),
    (plain_labels, "label = QLabel(self)\nlabel.setText(name)\n"),
    (plain_labels, "class Name(QLabel):\n    def __init__(self):\n        super().__init__()\n"),
    (plain_labels, "a = QLabel(self)\na.setText(t)\na.setTextFormat(Qt.TextFormat.RichText)\n"),
    (no_markup, "x.setHtml(name)\n"),
    (plain_tips, "x.setToolTip(f'<b>{name}</b>')\n"),
    (plain_tips, "x.setTabToolTip(1, name)\n"),
    (plain_tips, "QToolTip.showText(place, name, self)\n"),
]

HARMLESS: list[tuple[Rule, str]] = [
    (no_code_from_data, "dialog.exec()\nimport re\nre.compile('x')\n"),
    (no_shell, "import subprocess\ncommand = ['ls', x]\nsubprocess.run(command, check=True)\n"),
    (no_shell, "import subprocess\nsubprocess.run(['a', *b] + c, shell=False)\n"),
    (no_network, "from urllib.parse import quote\n"),
    (bounded_reads, "f.read(10)\n"),
    (guarded_views_to_kernels, "with a.pages(0, 9) as x:\n    y = self._measure(x.array)\n"),
    (plain_labels, "label = QLabel(self)\nlabel.setPixmap(p)\n"),
    (plain_labels, "a = QLabel(t, self)\na.setTextFormat(Qt.TextFormat.PlainText)\n"),
    (
        plain_labels,
        "a, b = QLabel(t), QLabel(u)\nfor x in (a, b):\n    x.setTextFormat(Qt.TextFormat.PlainText)\n",
    ),
    (plain_tips, "x.setToolTip(plain_tip(name) if name else '')\n"),
]


def found(module: Module, rule: Rule) -> list[tuple[str, str]]:
    """What ``rule`` finds in ``module`` and is not exempt."""
    return [(module.where(node), what) for node, what in rule(module) if (module.name, what) not in EXEMPT]


def planted(folder: Path, text: str) -> Module:
    path = folder / "bytescope" / "planted.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    return Module(path, folder)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps_to(rule: Rule) -> None:
    faults = [item for module in modules(APP) for item in found(module, rule)]
    assert not faults, f"{rule.__doc__}{listed(faults)}"


def test_its_tests_run_no_shell_either() -> None:
    own = {"house.test_rules", "helpers.rules"}
    banned = ("os.", "shell=", "pickle", "marshal")
    rules = (no_shell, no_code_from_data)
    checked = [module for module in modules(TESTS) if module.name not in own]
    items = [item for module in checked for rule in rules for item in found(module, rule)]
    faults = [item for item in items if item[1].startswith(banned)]
    assert not faults, listed(faults)


@pytest.mark.parametrize(("rule", "text"), PLANTED)
def test_a_planted_violation_is_found(tmp_path: Path, rule: Rule, text: str) -> None:
    assert found(planted(tmp_path, text), rule)


@pytest.mark.parametrize(("rule", "text"), HARMLESS)
def test_what_is_harmless_is_not(tmp_path: Path, rule: Rule, text: str) -> None:
    assert not found(planted(tmp_path, text), rule)


def test_every_exemption_is_in_use() -> None:
    used = {(module.name, what) for module in modules(APP) for rule in RULES for _, what in rule(module)}
    assert not set(EXEMPT) - used
