"""The commands for statistics: to the dock, with what it is to show, and out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bytescope.session.analysis.statistics import Scope
from bytescope.ui.commands.of_document import DocumentCommands
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.ui.plots.statistics import StatisticsPanel


class StatisticsCommands(DocumentCommands):
    """Shows the dock first: what is saved or copied is what it shows."""

    def of_file(self) -> None:
        self._show(Scope.FILE)

    def of_selection(self) -> None:
        self._show(Scope.SELECTION)

    def of_page(self) -> None:
        self._show(Scope.PAGE)

    def save_plots(self) -> None:
        if (panel := self._shown()) is not None:
            panel.exporting.save_plots()

    def save_numbers(self) -> None:
        if (panel := self._shown()) is not None:
            panel.exporting.save_numbers()

    def copy(self) -> None:
        if (panel := self._shown()) is not None:
            panel.exporting.copy()

    def _show(self, scope: Scope) -> StatisticsPanel | None:
        if self._window.docks is None:
            return None
        panel: StatisticsPanel = self._window.docks.show("statistics")  # type: ignore[assignment]
        panel.choose(scope)
        return panel

    def _shown(self) -> StatisticsPanel | None:
        """The dock's panel; None (and a sentence) where it has nothing yet."""
        if self._window.docks is None:
            return None
        panel: StatisticsPanel = self._window.docks.show("statistics")  # type: ignore[assignment]
        if panel.summary() is None:
            self._window.tell(
                "info", tr("Nothing is counted yet; try it again when the dock shows something.")
            )
            return None
        return panel
