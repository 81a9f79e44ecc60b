"""About Bytescope: version, licence, and what it runs on."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from bytescope import __version__
from bytescope.ui.icons import app_icon
from bytescope.ui.widgets.captions import caption
from bytescope.ui.widgets.tips import tr


def about_text() -> str:
    """What the dialog says and what a report of a fault should contain."""
    return tr(
        "Bytescope {version}\n"
        "See and change every page of a file of any size.\n\n"
        "MIT licence; it comes without any warranty.\n\n"
        "Python {python}, Qt {qt}\n"
        "{system} {release}, {machine}",
        version=__version__,
        python=platform.python_version(),
        qt=qVersion(),
        system=platform.system(),
        release=platform.release(),
        machine=platform.machine(),
    )


class AboutDialog(QDialog):
    """Shows ``about_text``; it can be selected and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setWindowTitle(tr("About Bytescope"))
        picture = QLabel(self)
        picture.setPixmap(app_icon().pixmap(64, 64))
        text = caption(about_text(), self)
        text.setObjectName("about.text")
        text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        close = QPushButton(tr("&Close"), self)
        close.setObjectName("about.close")
        close.setAccessibleName(tr("Close"))
        close.setDefault(True)
        buttons = QDialogButtonBox(self)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(16)
        layout.addLayout(row)
        layout.addWidget(buttons)

    def exec(self) -> int:
        """As QDialog's; the widgets go away afterwards."""
        result = super().exec()
        self.deleteLater()
        return result
