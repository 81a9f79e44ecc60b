"""The commands of the window, by group; each group is loaded when the first of its commands is used."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from bytescope.ui.actions import Act
    from bytescope.ui.commands.bookmarks import BookmarkCommands
    from bytescope.ui.commands.compare import CompareCommands
    from bytescope.ui.commands.edits import EditCommands
    from bytescope.ui.commands.exchange import ExchangeCommands
    from bytescope.ui.commands.exports import ExportCommands
    from bytescope.ui.commands.files import FileCommands
    from bytescope.ui.commands.go import GoCommands
    from bytescope.ui.commands.help import HelpCommands
    from bytescope.ui.commands.inspecting import InspectCommands
    from bytescope.ui.commands.layers import LayerCommands
    from bytescope.ui.commands.look import LookCommands
    from bytescope.ui.commands.memory import MemoryCommands
    from bytescope.ui.commands.operations import OperationCommands
    from bytescope.ui.commands.pages import PageCommands
    from bytescope.ui.commands.palettes import PaletteCommands
    from bytescope.ui.commands.search import SearchCommands
    from bytescope.ui.commands.sessions import SessionCommands
    from bytescope.ui.commands.settings import SettingsCommands
    from bytescope.ui.commands.split import SplitCommands
    from bytescope.ui.commands.statistics import StatisticsCommands
    from bytescope.ui.commands.understand import UnderstandCommands
    from bytescope.ui.commands.watching import WatchCommands
    from bytescope.ui.recovering import Recovering
    from bytescope.ui.window import Window


class Commands:
    """``group.name`` of the action table is the method ``name`` of the attribute ``group``."""

    def __init__(self, window: Window) -> None:
        self._window = window

    def follow(self, acts: Iterable[tuple[Act, QAction]]) -> None:
        """Do these when they are triggered."""
        for act, action in acts:
            if act.choice:
                action.triggered.connect(partial(self.choose, act.choice, act.value))
            else:
                action.triggered.connect(partial(self.run, act.id))

    def run(self, id_: str, checked: bool = False) -> None:
        """Do the command ``id_``; ``checked`` is what a triggered action says and does not matter."""
        group, _, name = id_.partition(".")
        getattr(getattr(self, group), name)()

    def choose(self, choice: str, value: str, checked: bool = False) -> None:
        """Do a command that chooses ``value`` for ``choice``."""
        if choice in ("layer", "alone", "walked"):
            self.layers.take(choice, value)
        elif choice == "map_memory":
            self.memory.take(int(value))
        elif choice in ("copy_as", "paste_as"):
            self.exchange.choose(choice, value)
        else:
            self.look.choose(choice, value)

    def font_chosen(self, points: int) -> None:
        """The size of the letters was changed in a hex panel."""
        self.look.font_chosen(points)

    @cached_property
    def files(self) -> FileCommands:
        from bytescope.ui.commands.files import FileCommands

        return FileCommands(self._window)

    @cached_property
    def recovering(self) -> Recovering | None:
        """What earlier runs have left behind; None where nothing is kept."""
        from bytescope.ui.recovering import Recovering

        folder = self._window.workspace.private_folder
        return Recovering(self._window, folder) if folder is not None else None

    @cached_property
    def edits(self) -> EditCommands:
        from bytescope.ui.commands.edits import EditCommands

        return EditCommands(self._window)

    @cached_property
    def go(self) -> GoCommands:
        from bytescope.ui.commands.go import GoCommands

        return GoCommands(self._window)

    @cached_property
    def pages(self) -> PageCommands:
        from bytescope.ui.commands.pages import PageCommands

        return PageCommands(self._window)

    @cached_property
    def inspecting(self) -> InspectCommands:
        from bytescope.ui.commands.inspecting import InspectCommands

        return InspectCommands(self._window)

    @cached_property
    def layers(self) -> LayerCommands:
        from bytescope.ui.commands.layers import LayerCommands

        return LayerCommands(self._window)

    @cached_property
    def watching(self) -> WatchCommands:
        from bytescope.ui.commands.watching import WatchCommands

        return WatchCommands(self._window)

    @cached_property
    def compare(self) -> CompareCommands:
        from bytescope.ui.commands.compare import CompareCommands

        return CompareCommands(self._window)

    @cached_property
    def statistics(self) -> StatisticsCommands:
        from bytescope.ui.commands.statistics import StatisticsCommands

        return StatisticsCommands(self._window)

    @cached_property
    def palettes(self) -> PaletteCommands:
        from bytescope.ui.commands.palettes import PaletteCommands

        return PaletteCommands(self._window)

    @cached_property
    def exchange(self) -> ExchangeCommands:
        from bytescope.ui.commands.exchange import ExchangeCommands

        return ExchangeCommands(self._window)

    @cached_property
    def operations(self) -> OperationCommands:
        from bytescope.ui.commands.operations import OperationCommands

        return OperationCommands(self._window)

    @cached_property
    def exports(self) -> ExportCommands:
        from bytescope.ui.commands.exports import ExportCommands

        return ExportCommands(self._window)

    @cached_property
    def memory(self) -> MemoryCommands:
        from bytescope.ui.commands.memory import MemoryCommands

        return MemoryCommands(self._window)

    @cached_property
    def search(self) -> SearchCommands:
        from bytescope.ui.commands.search import SearchCommands

        return SearchCommands(self._window)

    @cached_property
    def bookmarks(self) -> BookmarkCommands:
        from bytescope.ui.commands.bookmarks import BookmarkCommands

        return BookmarkCommands(self._window)

    @cached_property
    def understand(self) -> UnderstandCommands:
        from bytescope.ui.commands.understand import UnderstandCommands

        return UnderstandCommands(self._window)

    @cached_property
    def sessions(self) -> SessionCommands:
        from bytescope.ui.commands.sessions import SessionCommands

        return SessionCommands(self._window)

    @cached_property
    def split(self) -> SplitCommands:
        from bytescope.ui.commands.split import SplitCommands

        return SplitCommands(self._window)

    @cached_property
    def look(self) -> LookCommands:
        from bytescope.ui.commands.look import LookCommands

        return LookCommands(self._window)

    @cached_property
    def settings(self) -> SettingsCommands:
        from bytescope.ui.commands.settings import SettingsCommands

        return SettingsCommands(self._window)

    @cached_property
    def help(self) -> HelpCommands:
        from bytescope.ui.commands.help import HelpCommands

        return HelpCommands(self._window)
