"""A box to choose what a tool looks at: the selection, the page of the caret, the whole document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QComboBox, QWidget

from bytescope.session.analysis.scope import SCOPES, range_in
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.ranges import ByteRange
    from bytescope.session.session import Session


class ScopeBox(QComboBox):
    """Called ``name``.scope."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.scope")
        self.setAccessibleName(tr("Which bytes are looked at"))
        for key, title in SCOPES.items():
            self.addItem(tr(title), key)

    def choose(self, scope: str) -> None:
        """As if ``scope`` had been picked."""
        self.setCurrentIndex(self.findData(scope))

    def range_in(self, session: Session, *, may_be_empty: bool = False) -> ByteRange:
        """The bytes that are meant; ``InputError`` where there are none, if an empty document will not do."""
        return range_in(session, str(self.currentData()), may_be_empty=may_be_empty)
