"""The commands of the Export menu."""

from __future__ import annotations

import datetime
import os
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from bytescope.core.errors import BytescopeError
from bytescope.core.geometry.map_legend import Legend, Said
from bytescope.core.geometry.map_view import MapView
from bytescope.core.source.shown import printable_name, quoted_name
from bytescope.core.storage.picture import write_picture
from bytescope.core.text.map_words import map_lines
from bytescope.ui.dialogs.export_picture import ExportPictureDialog, PictureWish
from bytescope.ui.map.export import encoded
from bytescope.ui.map.inks import inks_of
from bytescope.ui.theme import is_dark, palette
from bytescope.ui.widgets.tips import tr

if TYPE_CHECKING:
    from bytescope.core.geometry.picture import MapPicture
    from bytescope.core.ticket import Ticket
    from bytescope.session.session import Session
    from bytescope.ui.map.model import MapModel
    from bytescope.ui.window import Window


class ExportCommands(QObject):
    """Asks for the file, makes the picture or table, and says what came of it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window

    def picture(self) -> None:
        view = self._window.current
        if view is None or view.map is None:
            return
        model, session = view.map.model, view.session
        size = round(model.view.width / model.view.scale), round(model.view.height / model.view.scale)
        dialog = ExportPictureDialog(
            self._proposed(session, "map.png"),
            size,
            is_dark(self._window.palette()),
            _shown(session),
            self._window,
        )
        dialog.exec()
        if (wish := dialog.wish()) is not None:
            self.save_picture(model, wish)

    def save_picture(self, model: MapModel, wish: PictureWish) -> None:
        """Make the picture here, and encode and write it in a job."""
        picture, legend = picture_of(model, wish)
        session = model.session
        session.jobs.run(
            f"picture {wish.path}",
            partial(_save, picture, legend, wish, _shown(session)),
            partial(self._on_saved, wish.path),
            self._on_failed,
            queued=True,
        )

    def facts(self) -> None:
        from bytescope.session.survey.fact_export import FactExport
        from bytescope.ui.dialogs.export_facts import ExportFactsDialog

        view = self._window.current
        if view is None or view.session.facts is None:
            return
        session = view.session
        dialog = ExportFactsDialog(
            self._proposed(session, "facts.csv"), session.page_count, _shown(session), self._window
        )
        dialog.exec()
        if (wish := dialog.wish()) is not None:
            try:
                FactExport(session, *wish)
            except BytescopeError as error:
                self._window.tell("error", str(error))

    def _proposed(self, session: Session, ending: str) -> str:
        path = os.fsdecode(session.file.path) if session.file is not None else session.name
        return os.path.join(os.path.dirname(os.path.abspath(path)), f"{os.path.basename(path)}-{ending}")

    def _on_saved(self, path: str, _: object) -> None:
        self._window.tell("info", tr("The map was saved as {name}.", name=quoted_name(path)))

    def _on_failed(self, error: Exception) -> None:
        self._window.tell("error", str(error))


def picture_of(model: MapModel, wish: PictureWish) -> tuple[MapPicture, Legend | None]:
    """What ``wish`` asks for of the session that ``model`` shows, with the states that are shown."""
    session, inks = model.session, inks_of(palette(wish.dark))
    scale, now = wish.scale, model.view
    width, height = wish.width * scale, wish.height * scale
    if wish.whole:
        view = MapView.fit(now.pages, width, height, now.layout, float(scale))
    else:
        wide = max(1, width // now.columns) * now.columns
        view = replace(now, width=wide, height=height, scale=float(scale), fitted=False)
    picture = model.picture_of(view, inks)
    if not wish.legend:
        return picture, None
    told = session.survey.sentence()
    lines = map_lines(session.size, view, told)
    if wish.date:
        lines = (*lines, datetime.datetime.now().astimezone().strftime("%Y-%m-%d %H:%M %Z"))
    counts = session.facts.class_counts() if session.facts is not None else None
    legend = Legend(
        Said(printable_name(session.name), lines),
        session.view.scheme,
        inks,
        counts=counts,
        states={layer: model.states.pages(layer) for layer in model.states.shown},
        alone=model.states.layers.alone,
        level=view.level,
        dark=wish.dark,
    )
    own = session.view.palette
    return picture, legend if own is None else replace(legend, own=own)


def _save(
    picture: MapPicture, legend: Legend | None, wish: PictureWish, shown: list[bytes], ticket: Ticket
) -> None:
    write_picture(encoded(picture, legend, wish.kind, wish.scale), wish.path, shown)


def _shown(session: Session) -> list[bytes]:
    return [session.file.path] if session.file is not None else []
