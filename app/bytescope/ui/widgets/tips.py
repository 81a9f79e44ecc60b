"""The texts of the interface: in the language of the person, and in tool tips never taken for markup."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from bytescope.core.text.formats import size_text
from bytescope.session.wording import CONTEXT as CONTEXT
from bytescope.session.wording import tr as tr
from bytescope.session.wording import tr_later as tr_later
from bytescope.session.wording import tr_n as tr_n

LANGUAGE = "(language)"
"""Translated by the name of the language of the translation."""


def told(text: str) -> str:
    """A sentence that was made elsewhere, in the language that was chosen; the same where it is not known.

    The core and the session speak English and know no Qt. Here the sentence is taken for what it was made
    from ("There are only %1 bytes behind %2."), and what stood in the holes is put into the translation.
    An f-string of the interface itself may be given as well: ``told(f"page {n:,} of {m:,}")``.
    """
    if not text or language() == "en":
        return text
    from bytescope.ui.phrasebook import phrasebook

    return phrasebook(language(), tr).told(text)


def told_size(size: float) -> str:
    """``size`` bytes as ``size_text`` writes them, in the language that was chosen."""
    return told(size_text(size))


def language() -> str:
    """The language of the translation that is in use; "en" without one."""
    name = QCoreApplication.translate(CONTEXT, LANGUAGE)
    return "en" if name == LANGUAGE else name


def tr_tip(text: str) -> str:
    """The same for a tip that tables put together of sentences: where the whole is unknown, each of them."""
    whole = tr(text)
    if whole != text or ". " not in text:
        return whole
    return " ".join(tr(part) for part in sentences(text))


def without_key(text: str) -> str:
    """``text`` without its mnemonic, also "(&X)" at its end, which languages without letters have."""
    cut = text.find("(&")
    if cut > 0 and text[cut + 3 : cut + 4] == ")":
        text = text[:cut] + text[cut + 4 :]
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def title_of(text: str) -> str:
    """The text of a command as a title: without its mnemonic, and without "…"."""
    return without_key(text).replace("…", "")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its full stop."""
    parts = text.split(". ")
    return [*(f"{part}." for part in parts[:-1]), parts[-1]]


def wanted_language(choice: str) -> str:
    """ "en" or "zh": as ``choice`` says, which may be "system"."""
    if choice == "system":
        return "zh" if QLocale.system().language() == QLocale.Language.Chinese else "en"
    return choice


def plain_tip(text: str) -> str:
    """``text`` for ``setToolTip``: whatever could be taken for markup is escaped in a tag of our own.

    What Qt takes for it: ``Qt::mightBeRichText`` looks for a tag, and for ``&lt;``.
    """
    if "<" not in text and "&lt;" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"
