"""Copy and paste of any length between the documents of the program, beside the system's clipboard."""

from __future__ import annotations

import secrets
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bytescope.core.errors import BytescopeError
from bytescope.core.ranges import ByteRange
from bytescope.core.text.formats import size_text
from bytescope.session.wording import tr

if TYPE_CHECKING:
    from bytescope.core.change import Change
    from bytescope.core.document.drafting import Draft
    from bytescope.core.exchange.carrying import Carried
    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import Jobs
    from bytescope.session.session import AnyDocument, Session


def carrier_of(jobs: Jobs) -> Carrier:
    """The one of all sessions that share ``jobs``; made when first asked for."""
    found = jobs.findChild(Carrier)
    return found if isinstance(found, Carrier) else Carrier(jobs)


class Carrier(QObject):
    """Holds what was copied last and is too long for the system's clipboard, which has its key only."""

    def __init__(self, jobs: Jobs) -> None:
        super().__init__(jobs)
        self._held: Carried | None = None
        self.key = ""

    def hold(self, session: Session, range_: ByteRange) -> bool:
        """Take a range of a document along; whether that can be."""
        from bytescope.core.exchange.carrying import carry
        from bytescope.session.storage.lending import lending_of

        lending = lending_of(session.jobs)
        known = lending.of(session.file) if session.file is not None else []
        try:
            self._held = carry(session.document.snapshot(), range_, session.name, known)
            if self._held.lent is not None:
                lending.hold(self._held.lent)
        except BytescopeError as error:
            session.told.emit("warning", str(error))
            return False
        self.key = secrets.token_hex(16)
        session.told.emit(
            "info",
            tr(
                "{length} were copied for the documents of this window; it is more than other"
                " programs can take from the clipboard.",
                length=size_text(range_.length),
            ),
        )
        return True

    def paste(self, session: Session, key: str) -> None:
        """Put what is held over the bytes at the caret, or before them in insert mode, as one step."""
        from bytescope.core.exchange.carrying import brought

        held, selection = self._held, session.selection
        if held is None or key != self.key:
            session.told.emit(
                "info", tr("What was copied was held by a program that has ended; copy it again.")
            )
            return
        at = selection.range.start if selection.range else selection.caret
        if not selection.insert and at + held.part.size > session.size:
            session.told.emit(
                "warning",
                tr(
                    "The {size:,} bytes do not fit before the end of the document;"
                    " press Insert for insert mode, or paste further up.",
                    size=held.part.size,
                ),
            )
            return
        replaced = (selection.range or ByteRange(at, at)) if selection.insert else None
        work = partial(brought, held, session.document.snapshot(), at, replaced)
        then = partial(
            self._on_brought,
            session,
            tr("Paste {size} of {name}", size=size_text(held.part.size), name=held.name),
        )
        session.jobs.run(tr("Paste"), work, then, session.fail, shown=True)

    def _on_brought(self, session: Session, name: str, draft: Draft) -> None:
        from bytescope.session.storage.lending import lending_of

        if session.adopt(partial(_adopt, session.document, draft, name)):
            lending_of(session.jobs).use_all(draft.snapshot(), session)


def _adopt(
    document: AnyDocument, draft: Draft, name: str, *, ticket: Ticket | None = None, no_undo: bool = False
) -> Change:
    from bytescope.core.document.drafting import adopt

    return adopt(document, draft, name, ticket)
