"""The commands that search: the bar with its history, all hits, replace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.ui.commands.of_document import DocumentCommands

if TYPE_CHECKING:
    from bytescope.ui.finding import Finding

HISTORY = 30
"""Searches that are remembered."""


class SearchCommands(DocumentCommands):
    """Opens the find bar and the list of hits."""

    def open(self, *, replace: bool = False) -> Finding:
        """Show the find bar of the document in front, with what was searched for before."""
        view = self._view
        fresh = view.finding is None
        finding = view.show_find()
        if fresh:
            finding.searched.connect(self._on_searched)
            finding.listed.connect(self._on_listed)
        finding.bar.offer(self._window.workspace.settings.needles)
        if replace:
            finding.bar.show_replace(True)
        return finding

    def find_all(self) -> None:
        bar = self.open().bar
        if bar.fields.pattern.text():
            bar.wish_all()

    def replace(self) -> None:
        self.open(replace=True)

    def show_found(self) -> None:
        if self._window.docks is not None:
            self._window.docks.show("found")

    def clear(self) -> None:
        from bytescope.session.search.found_list import found_of

        found_of(self._session).clear()

    def _on_searched(self, line: str) -> None:
        workspace = self._window.workspace
        lines = dict.fromkeys((line, *workspace.settings.needles))
        workspace.remember(needles=tuple(lines)[:HISTORY])

    def _on_listed(self) -> None:
        """Show the list, and leave the keyboard in the bar."""
        if self._window.docks is not None:
            dock = self._window.docks.dock("found")
            dock.show()
            dock.raise_()
