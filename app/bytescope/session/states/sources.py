"""Attaches to a session everything that finds out in what state its pages are."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bytescope.session.session import Session


def attach(session: Session) -> None:
    """Give ``session.layers`` their sources: children of the session, a line each.

    Called once, when the map of the session has been made: a source must cost next to nothing until one
    of its layers is ``wanted``, poll nothing while ``asleep``, and end what it does with ``ended``.
    """
    from bytescope.session.states.auditing import auditing_of
    from bytescope.session.states.extent_states import ExtentStates
    from bytescope.session.states.kernel_states import KernelStates
    from bytescope.session.states.own_states import OwnStates
    from bytescope.session.states.touches import touches_of
    from bytescope.session.states.watching import watching_of

    OwnStates(session)
    KernelStates(session)
    ExtentStates(session)
    touches_of(session)
    watching_of(session)  # and with it the processes that map the file
    auditing_of(session)
