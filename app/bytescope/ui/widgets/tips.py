"""Texts for tool tips, which guess whether they are markup: names and sentences stay what they are."""

from __future__ import annotations


def plain_tip(text: str) -> str:
    """``text`` for ``setToolTip``: whatever could be taken for markup is escaped in a tag of our own.

    What Qt takes for it: ``Qt::mightBeRichText`` looks for a tag, and for ``&lt;``.
    """
    if "<" not in text and "&lt;" not in text:
        return text
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"
