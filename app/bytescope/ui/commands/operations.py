"""The commands of the Operations menu."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from bytescope.core.document.transforms import Way
from bytescope.ui.commands.of_document import DocumentCommands

if TYPE_CHECKING:
    from bytescope.core.document.transforming import Preview
    from bytescope.core.ticket import Ticket
    from bytescope.ui.dialogs.operation import OperationDialog, OperationWish

_PREVIEW = "operation.preview"


class OperationCommands(DocumentCommands):
    """One dialog for all of them; each command chooses one in it."""

    def choose(self) -> None:
        self._ask(None)

    def conjoin(self) -> None:
        self._ask(Way.AND)

    def disjoin(self) -> None:
        self._ask(Way.OR)

    def xor(self) -> None:
        self._ask(Way.XOR)

    def invert(self) -> None:
        self._ask(Way.NOT)

    def add(self) -> None:
        self._ask(Way.ADD)

    def subtract(self) -> None:
        self._ask(Way.SUBTRACT)

    def shift(self) -> None:
        self._ask(Way.SHIFT_LEFT)

    def rotate(self) -> None:
        self._ask(Way.ROTATE_LEFT)

    def swap(self) -> None:
        self._ask(Way.SWAP)

    def reverse(self) -> None:
        self._ask(Way.REVERSE)

    def turn(self) -> None:
        self._ask(Way.TURN)

    def _ask(self, way: Way | None) -> None:
        from bytescope.ui.dialogs.operation import OperationDialog

        session = self._session
        dialog = OperationDialog(
            session.names(),
            session.target(),
            session.size,
            way=way,
            history=list(self._window.workspace.settings.patterns),
            parent=self._window,
        )
        dialog.looked.connect(partial(self._preview, dialog))
        dialog.look()
        confirmed = self._confirmed(dialog)
        session.jobs.cancel(_PREVIEW)
        if not confirmed:
            return
        wish = dialog.wish()
        if wish is not None:
            if dialog.used_pattern():
                self._window.workspace.remember(patterns=tuple(dialog.history())[:30])
            session.transform(wish.range, wish.rule)

    def _preview(self, dialog: OperationDialog, wish: OperationWish) -> None:
        """Work the preview out in a job: the bytes may have to be read first."""
        session = self._session
        work = partial(_looked, session.document.snapshot(), wish)
        then = partial(dialog.show_preview, wish)
        session.jobs.run(_PREVIEW, work, then, dialog.no_preview)


def _looked(snapshot: object, wish: OperationWish, ticket: Ticket) -> Preview:
    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.document.transforming import preview

    assert isinstance(snapshot, Snapshot)
    return preview(snapshot, wish.range, wish.rule, 32, ticket)
