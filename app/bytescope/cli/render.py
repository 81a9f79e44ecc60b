"""``bytescope render FILE -o OUT.png``: the page map alone, as a picture."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import open_source
from bytescope.cli.states import layers_named, states_of
from bytescope.cli.window import parse_size
from bytescope.core.errors import InputError
from bytescope.session.view_state import SCHEMES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.geometry.inks import Inks
    from bytescope.core.geometry.map_view import MapView
    from bytescope.core.geometry.marks import Marks
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.ranges import PageRange

BATCH = 64


def run(argv: list[str]) -> int:
    parser = parser_of("render", "Draw the page map of a whole file as PNG. No display is needed.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("-o", "--output", metavar="OUT.png", required=True)
    parser.add_argument("--layer", choices=[key for key, _ in SCHEMES if key != "age"], default="content")
    parser.add_argument("--layout", choices=("rows", "hilbert", "zorder"), default="rows")
    parser.add_argument("--marks", metavar="STATES", default="", help="mark the pages in these states: "
                        "resident,dirty,writing,evicted,hole,unwritten,shared, or all")  # fmt: skip
    parser.add_argument("--state", metavar="STATE", default="", help="this state alone in colour, "
                        "by its share of each cell, and the content in grey")  # fmt: skip
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="dark", help="the colours of the ground"
    )
    parser.add_argument("--size", metavar="WxH", default="1024x1024")
    parser.add_argument("--seconds", type=float, metavar="S", help="draw what is known after this long; "
                        "without it every page is read")  # fmt: skip
    options = parser.parse_args(argv)
    width, height = parse_size(options.size)
    marked, alone = layers_named(options.marks), layers_named(options.state)
    if len(alone) > 1:
        raise InputError("One state at a time can be alone in colour; name one with --state.")
    if options.seconds is not None and not 0 < options.seconds < math.inf:
        raise InputError("The seconds to draw after must be more than 0; leave them out to read every page.")
    from bytescope.core.document.document import Document
    from bytescope.core.geometry.map_view import MapView
    from bytescope.core.geometry.marks import Marks
    from bytescope.core.ranges import page_count
    from bytescope.core.storage.picture import check_target
    from bytescope.ui.map.inks import inks_of
    from bytescope.ui.theme import palette

    source = open_source(options.file)
    check_target(options.output, [source.path])
    view = MapView.fit(page_count(source.size), width, height, options.layout)
    # Asked first: the survey that follows brings pages into memory where the system cannot read past it.
    states = states_of(source, {*marked, *alone}, view.level)
    facts = survey(Document(source).snapshot(), options.seconds)
    marks = Marks.of(view, states, alone=alone[0] if alone else None)
    save(draw(view, facts, options.layer, marks, inks_of(palette(options.theme == "dark"))), options.output)
    return 0


def survey(snapshot: Snapshot, seconds: float | None = None, within: PageRange | None = None) -> FactStore:
    """Read every page, or what can be read in ``seconds``: samples over the whole file come first.

    Only the pages ``within`` are read, where they are given.
    """
    import numpy as np

    from bytescope.core.pages.examine import examine
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.kernels import measure
    from bytescope.core.pages.survey import SurveyOrder
    from bytescope.core.ranges import PageRange, page_count

    facts = FactStore(page_count(snapshot.size))
    order = SurveyOrder(snapshot)
    end = time.monotonic() + seconds if seconds is not None else float("inf")
    buffer = np.empty(1 << 20, np.uint8)
    first, whole = (PageRange(0, 0), True) if within is None else (within, False)
    while units := order.next_units(first, facts, BATCH, whole=whole):
        for unit in units:
            for found in examine(snapshot, unit, measure, buffer)[0]:
                found.put_into(facts)
            if time.monotonic() > end:
                return facts
    return facts


def draw(view: MapView, facts: FactStore, layer: str, marks: Marks, inks: Inks) -> NDArray[np.uint8]:
    """The pixels of the map: RGBA u1[height, width, 4]."""
    from bytescope.core.geometry.picture import make_picture
    from bytescope.core.geometry.raster import raster
    from bytescope.core.pages.palette import table

    cells = view.visible_cells
    known = facts.cells(view.level, cells.start, len(cells)) if len(cells) else None
    return raster(make_picture(view, known, layer, table(layer), inks, marks))


def save(pixels: NDArray[np.uint8], target: str) -> None:
    """Write RGBA pixels as PNG."""
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QImage

    from bytescope.core.storage.picture import write_picture

    height, width, _ = pixels.shape
    image = QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888)
    # Made in memory and written by us: Qt takes no name that is not UTF-8, and tells no reason.
    buffer = QBuffer()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    write_picture(buffer.data().data(), target)
