"""Rules about the program's own source that keep foreign data from acting, checked on its syntax trees.

A rule takes a module and yields (where in it, what was found). Names are followed through imports, so that
``from os import system as s; s("…")`` is found as well.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import cache

from helpers.modules import Module, dotted

Found = Iterator[tuple[ast.AST, str]]
Rule = Callable[[Module], Found]

CODE_FROM_DATA = {
    "pickle", "_pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "codeop", "runpy",
    "numpy.load", "numpy.save", "numpy.savez", "numpy.fromfile", "numpy.loadtxt", "ast.literal_eval", "yaml",
    "PySide6.QtUiTools", "PySide6.QtQml", "PySide6.QtQuick",
}  # fmt: skip
RUNNING_NAMES = {"eval", "exec", "compile", "__import__"}
SHELLS = (
    "os.system", "os.popen", "os.exec", "os.spawn", "os.posix_spawn", "os.startfile", "pty.", "commands.",
    "subprocess.getoutput", "subprocess.getstatusoutput", "asyncio.create_subprocess", "webbrowser",
)  # fmt: skip
QT_PROGRAMS = {"QProcess", "QDesktopServices"}
QT_STREAMS = {
    "QSettings",
    "QDataStream",
    "QPickle",
    "readQVariant",
    "writeQVariant",
    "QVariant",
    "restoreState",
}
QT_STATES = {"restoreGeometry"}
"""It reads a few numbers at fixed places, and is asked for at one place, with a bound."""

NETWORK = {
    "socket", "_socket", "ssl", "socketserver", "http", "urllib.request", "urllib3", "requests",
    "httpx", "aiohttp", "ftplib", "smtplib", "poplib", "imaplib", "telnetlib", "xmlrpc", "asyncio",
    "webbrowser", "logging.config",
    "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets",
    "PySide6.QtDBus",
}  # fmt: skip
MAPPING_MODULES = {"mmap"}
MAKERS = {
    "numpy.memmap", "numpy.frombuffer", "numpy.fromfile", "numpy.ctypeslib.as_array",
    "numpy.lib.format.open_memmap",
    "ctypes.string_at", "ctypes.memmove", "ctypes.memset", "ctypes.cast",
}  # fmt: skip
VIEWERS = {"numpy.asarray", "numpy.array", "numpy.ndarray", "numpy.from_dlpack", "numpy.ascontiguousarray"}
ADDRESSES = {"from_address", "from_buffer", "madvise"}
TIPS = {"setToolTip", "setWhatsThis", "setTabToolTip", "showText"}
MARKUP = {
    "setHtml", "insertHtml", "appendHtml", "toHtml", "setMarkdown", "RichText", "MarkdownText", "AutoText",
    "QTextEdit", "QTextBrowser", "QTextDocument", "QErrorMessage", "QStaticText", "LabelItem",
}  # fmt: skip


@cache
def aliases(module: Module) -> dict[str, str]:
    """What each imported name stands for: {"np": "numpy", "system": "os.system"}."""
    out: dict[str, str] = {}
    for node in module.nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                name = alias.name if alias.asname else alias.name.partition(".")[0]
                out[alias.asname or name] = name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                out[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return out


@cache
def calls(module: Module) -> list[tuple[str, ast.Call]]:
    """Every call with the full name of what is called, imports followed."""
    known = aliases(module)
    parted = [(name.partition("."), node) for name, node in module.calls()]
    return [(known.get(first, first) + dot + rest, node) for (first, dot, rest), node in parted]


def forget_calls() -> None:
    """Forget what was found for all modules."""
    aliases.cache_clear()
    calls.cache_clear()


def words(module: Module) -> Iterator[tuple[str, ast.AST]]:
    """Every name and attribute, and every name that is asked for by ``getattr`` with its text."""
    for node in module.nodes:
        if isinstance(node, ast.Attribute):
            yield node.attr, node
        elif isinstance(node, ast.Name):
            yield node.id, node
        elif isinstance(node, ast.alias):
            yield node.name.rpartition(".")[2], node
        elif isinstance(node, ast.Call) and dotted(node.func) == "getattr" and len(node.args) > 1:
            asked = node.args[1]
            if isinstance(asked, ast.Constant):
                yield str(asked.value), node


def begins(name: str, wanted: set[str]) -> bool:
    """Whether ``name`` is one of ``wanted`` or lies in it."""
    return any(name == one or name.startswith(one + ".") for one in wanted)


def no_code_from_data(module: Module) -> Found:
    """Nothing turns what a file or a person says into something that runs."""
    for name, node in module.imports():
        if begins(name, CODE_FROM_DATA):
            yield node, name
    for name, node in calls(module):
        if name in RUNNING_NAMES or begins(name, CODE_FROM_DATA):
            yield node, name
        if any(word.arg == "allow_pickle" for word in node.keywords):
            yield node, "allow_pickle"


def no_shell(module: Module) -> Found:
    """Programs are started with a list of words, so that no file name can become a command."""
    for name, node in calls(module):
        if name.startswith(SHELLS):
            yield node, name
        if any(word.arg == "shell" and not _is_false(word.value) for word in node.keywords):
            yield node, "shell="
        if name.startswith("subprocess.") and node.args and not _is_list(node.args[0], module):
            yield node, f"{name} without a list"
    for name, node in words(module):
        if name in QT_PROGRAMS:
            yield node, name


def no_qt_streams(module: Module) -> Found:
    """Qt's readers of foreign files stay out: up to 6.11 they unpickle."""
    for name, node in words(module):
        if name in QT_STREAMS or (name in QT_STATES and not module.name.endswith("ui.layout_memory")):
            yield node, name


def no_network(module: Module) -> Found:
    """Nothing is sent or asked anywhere."""
    for name, node in module.imports():
        if begins(name, NETWORK):
            yield node, name


def bounded_reads(module: Module) -> Found:
    """Whoever reads a file says how much at most."""
    for name, node in calls(module):
        last = name.rpartition(".")[2]
        if name == "json.load" or last in {"read_text", "read_bytes", "readlines"}:
            yield node, last
        if last in {"read", "readline"} and not node.args and not node.keywords:
            yield node, f"{last} without a length"


def _is_false(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and node.value is False


def _is_list(node: ast.AST, module: Module) -> bool:
    if isinstance(node, ast.List | ast.ListComp):
        return True
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _is_list(node.left, module) or _is_list(node.right, module)
    if not isinstance(node, ast.Name):
        return False
    given = [
        assigned.value
        for assigned in module.nodes
        if isinstance(assigned, ast.Assign) and node.id in map(dotted, assigned.targets)
    ]
    return bool(given) and all(_is_list(value, module) for value in given)


# -- mappings ---------------------------------------------------------------------------------


def mappings_in_sources(module: Module) -> Found:
    """A mapping that is touched elsewhere freezes the window, or dies of a shortened file."""
    if module.name.startswith("bytescope.core.source"):
        return
    for name, node in module.imports():
        if begins(name, MAPPING_MODULES):
            yield node, name
    for name, node in calls(module):
        last = name.rpartition(".")[2]
        if name in MAKERS or last in ADDRESSES:
            yield node, f"{name} in {function_of(module, node)}"
        if name in VIEWERS and node.args and _is_view(node.args[0]):
            yield node, f"{name} of a memoryview in {function_of(module, node)}"


def guarded_views_to_kernels(module: Module) -> Found:
    """Where a mapping is lent (``with source.pages(…) as lent``), only a kernel gets ``lent.array``."""
    if module.name.startswith("bytescope.core.source"):
        return
    for node in module.nodes:
        if not isinstance(node, ast.With):
            continue
        for item in node.items:
            lent = _lent(item)
            if lent is None:
                continue
            handed = {
                id(a)
                for n in ast.walk(node)
                if isinstance(n, ast.Call) and dotted(n.func).rpartition(".")[2] in {"_measure", "measure"}
                for a in n.args
            }
            for inner in ast.walk(node):
                if (
                    isinstance(inner, ast.Attribute)
                    and dotted(inner) == f"{lent}.array"
                    and id(inner) not in handed
                ):
                    yield inner, f"{lent}.array in {function_of(module, inner)}"


def _lent(item: ast.withitem) -> str | None:
    call = item.context_expr
    if isinstance(call, ast.Call) and dotted(call.func).endswith(".pages") and item.optional_vars is not None:
        return dotted(item.optional_vars)
    return None


def _is_view(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and dotted(node.func) == "memoryview"


def function_of(module: Module, node: ast.AST) -> str:
    """The innermost function that ``node`` stands in."""
    line = getattr(node, "lineno", 0)
    around = [f for f in module.functions() if f.lineno <= line <= (f.end_lineno or f.lineno)]
    return max(around, key=lambda f: f.lineno).name if around else "the module"


# -- plain text -------------------------------------------------------------------------------


def plain_labels(module: Module) -> Found:
    """Every label is told that its text is no markup, where it is made: names and bytes stand in them."""
    told = {
        dotted(node.func.value)
        for _, node in module.calls()
        if isinstance(node.func, ast.Attribute) and node.func.attr == "setTextFormat" and _is_plain(node)
    }
    told |= _told_in_loops(module, told)
    for class_ in module.classes():
        own = ast.unparse(class_)
        if any(dotted(base).endswith("QLabel") for base in class_.bases) and "self.setTextFormat" not in own:
            yield class_, class_.name
    for target, call in _made(module):
        name = dotted(call.func).rpartition(".")[2]
        if name == "QLabel" and target not in told and _has_text(module, target, call):
            yield call, f"QLabel {target}"
    for name, node in module.calls():
        if name.endswith("setTextFormat") and not _is_plain(node):
            yield node, ast.unparse(node)


def no_markup(module: Module) -> Found:
    """No widget that guesses or takes markup; message boxes are our own dialogs."""
    for name, node in words(module):
        if name in MARKUP or name == "QMessageBox":
            yield node, name


def plain_tips(module: Module) -> Found:
    """A tool tip guesses whether it is markup: what is not a fixed text goes through ``plain_tip``."""
    for name, node in module.calls():
        if name.rpartition(".")[2] in TIPS:
            text = node.args[1 if name.endswith(("setTabToolTip", "showText")) else 0]
            if not _is_tip(text):
                yield node, ast.unparse(node)


def _is_tip(node: ast.AST) -> bool:
    if isinstance(node, ast.IfExp):
        return _is_tip(node.body) and _is_tip(node.orelse)
    if isinstance(node, ast.Constant):
        return True
    return isinstance(node, ast.Call) and dotted(node.func).rpartition(".")[2] == "plain_tip"


def _is_plain(node: ast.Call) -> bool:
    return bool(node.args) and dotted(node.args[0]).endswith("PlainText")


def _made(module: Module) -> Iterator[tuple[str, ast.Call]]:
    """(target, call) of everything that is made, "" where nothing keeps it."""
    kept: dict[int, str] = {}
    for node in module.nodes:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                pairs = (
                    zip(target.elts, node.value.elts)
                    if _both_tuples(target, node.value)
                    else [(target, node.value)]
                )
                kept.update((id(value), dotted(name)) for name, value in pairs)
        elif isinstance(node, ast.NamedExpr):
            kept[id(node.value)] = dotted(node.target)
    for node in module.nodes:
        if isinstance(node, ast.Call):
            yield kept.get(id(node), ""), node


def _both_tuples(target: ast.AST, value: ast.AST) -> bool:
    return isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)


def _told_in_loops(module: Module, told: set[str]) -> set[str]:
    """``for label in (a, b): label.setTextFormat(…)`` tells a and b."""
    return {
        dotted(one)
        for node in module.nodes
        if isinstance(node, ast.For)
        and dotted(node.target) in told
        and isinstance(node.iter, ast.Tuple | ast.List)
        for one in node.iter.elts
    }


def _has_text(module: Module, target: str, call: ast.Call) -> bool:
    """Whether a label shows text at all; one for a picture alone has none."""
    given = bool(call.args) and not dotted(call.args[0]).endswith(("self", "parent", "widget", "window"))
    return given or any(name == f"{target}.setText" for name, _ in module.calls())
