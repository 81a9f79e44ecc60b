"""``bytescope render FILE -o OUT.png``: the page map alone, as a picture."""

from __future__ import annotations

import math
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from bytescope.cli.arguments import parser_of
from bytescope.cli.files import open_source
from bytescope.cli.states import layers_named, states_of
from bytescope.cli.window import parse_size
from bytescope.core.errors import InputError
from bytescope.session.view_state import SCHEMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from bytescope.core.document.snapshot import Snapshot
    from bytescope.core.geometry.inks import Inks
    from bytescope.core.geometry.map_legend import Legend
    from bytescope.core.geometry.map_view import MapView
    from bytescope.core.geometry.marks import Marks
    from bytescope.core.geometry.picture import MapPicture
    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.own_palette import Palette
    from bytescope.core.ranges import PageRange
    from bytescope.core.source.file import FileSource
    from bytescope.core.touched.file_prints import FilePrints
    from bytescope.core.touched.layers import Layer
    from bytescope.core.touched.state_runs import StateRuns

BATCH = 64

PATIENCE = 1.0
"""Seconds after which what was found is looked at."""


def run(argv: list[str]) -> int:
    parser = parser_of("render", "Draw the page map of a whole file as PNG or SVG. No display is needed.")
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "-o", "--output", metavar="OUT", required=True, help="a name that ends with .png or .svg"
    )
    parser.add_argument("--layer", choices=[key for key, _ in SCHEMES if key != "age"], default="content")
    parser.add_argument("--layout", choices=("rows", "hilbert", "zorder"), default="rows")
    parser.add_argument("--marks", metavar="STATES", default="", help="mark the pages in these states: "
                        "resident,dirty,writing,evicted,hole,unwritten,shared, or all")  # fmt: skip
    parser.add_argument("--state", metavar="STATE", default="", help="this state alone in colour, "
                        "by its share of each cell, and the content in grey")  # fmt: skip
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="dark", help="the colours of the ground"
    )
    parser.add_argument("--palette", metavar="PALETTE", default="default", help="default, soft, contrast, "
                        "or a file (JSON, .pal or .gpl)")  # fmt: skip
    parser.add_argument("--legend", action="store_true", help="explain the colours below the map")
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
    from bytescope.core.touched.file_prints import FilePrints
    from bytescope.session.palettes import named
    from bytescope.ui.map.inks import inks_of
    from bytescope.ui.theme import palette

    own = named(options.palette)
    source = open_source(options.file)
    check_target(options.output, [source.path])
    view = MapView.fit(page_count(source.size), width, height, options.layout)
    # Asked first: the survey that follows brings pages into memory where the system cannot read past it.
    states = states_of(source, {*marked, *alone}, view.level)
    prints = FilePrints(source.size, source.size) if options.layer == "copies" else None
    facts = survey(Document(source).snapshot(), options.seconds, prints=prints)
    marks = Marks.of(view, states, alone=alone[0] if alone else None)
    dark = options.theme == "dark"
    picture = draw(view, facts, options.layer, marks, inks_of(palette(dark)), prints, own)
    legend = None
    if options.legend:
        legend = legend_of(source, view, facts, options.layer, picture.inks, states, marks.alone, dark)
        legend = replace(legend, own=own)
    save(picture, legend, options.output, [source.path])
    return 0


def survey(
    snapshot: Snapshot,
    seconds: float | None = None,
    within: PageRange | None = None,
    prints: FilePrints | None = None,
) -> FactStore:
    """Read every page, or what can be read in ``seconds``: samples over the whole file come first.

    Only the pages ``within`` are read, where they are given. ``prints`` gets the fingerprints.
    """
    from collections import deque

    from bytescope.core.pages.facts import FactStore
    from bytescope.core.pages.kernels import measure
    from bytescope.core.pages.survey import SurveyOrder
    from bytescope.core.pages.working import IN_ORDER, SCATTERED, Batch, work_off
    from bytescope.core.ranges import PageRange, page_count
    from bytescope.core.source import scattered
    from bytescope.core.ticket import Ticket
    from bytescope.session.jobs import side_by_side

    scattered.warm()
    facts = FactStore(page_count(snapshot.size))
    order = SurveyOrder(snapshot)
    end = time.monotonic() + seconds if seconds is not None else math.inf
    first = PageRange(0, 0) if within is None else within
    came: list[Batch] = []

    def work(number: int) -> None:
        patience = max(0.0, min(PATIENCE, end - time.monotonic()))
        came.append(
            work_off(
                waiting,
                snapshot,
                measure,
                seconds=patience,
                prints=prints is not None,
                ticket=Ticket(),
                in_order=number < IN_ORDER,
            )
        )

    while waiting := deque(order.next_units(first, facts, BATCH)):
        side_by_side(work, min(SCATTERED, len(waiting)))
        for batch in came:
            for part in batch.parts:
                part.put_into(facts)
            if prints is not None:
                prints.saw(batch.seen)
        came.clear()
        if time.monotonic() > end or (within is not None and not facts.unknown_runs(within)):
            break
    return facts


def draw(
    view: MapView,
    facts: FactStore,
    layer: str,
    marks: Marks,
    inks: Inks,
    prints: FilePrints | None,
    own: Palette,
) -> MapPicture:
    """The map of all of ``facts`` in the colours ``own``; copies are those of ``prints``."""
    from bytescope.core.geometry.picture import make_picture
    from bytescope.core.pages.palette import table

    cells = view.visible_cells
    known = facts.cells(view.level, cells.start, len(cells), lead=layer == "dominant") if len(cells) else None
    if prints is not None and known is not None:
        from bytescope.core.pages.copies import PrintsNow, cell_copies, repeated

        now = PrintsNow(prints.file, prints.edited, ((), ()))
        known = known.coded(*cell_copies(now, repeated(now), view.level, cells.start, len(cells)).codes())
    return make_picture(view, known, layer, table(layer, own), inks, marks)


def legend_of(
    source: FileSource,
    view: MapView,
    facts: FactStore,
    layer: str,
    inks: Inks,
    states: Mapping[Layer, StateRuns],
    alone: Layer | None,
    dark: bool,
) -> Legend:
    """What explains the map of a file."""
    from bytescope.core.geometry.map_legend import Legend, Said
    from bytescope.core.pages.confidence import confidence
    from bytescope.core.source.shown import printable_name
    from bytescope.core.text.map_words import map_lines

    said = Said(printable_name(source.name), map_lines(source.size, view, confidence(facts)))
    pages = {which: runs.pages for which, runs in states.items()}
    counts = facts.class_counts()
    return Legend(said, layer, inks, counts=counts, states=pages, alone=alone, level=view.level, dark=dark)


def save(picture: MapPicture, legend: Legend | None, target: str, shown: Iterable[bytes]) -> None:
    """Write the map as PNG, or as SVG where the name of the file ends so."""
    from bytescope.core.storage.picture import write_picture
    from bytescope.ui.map.export import encoded

    kind = "svg" if target.lower().endswith(".svg") else "png"
    if legend is None or kind == "svg":
        write_picture(encoded(picture, legend, kind), target, shown)
        return
    from PySide6.QtGui import QGuiApplication

    # Letters need an application; "offscreen" has no need of a display.
    application = QGuiApplication.instance() or QGuiApplication(["bytescope", "-platform", "offscreen"])
    write_picture(encoded(picture, legend, kind), target, shown)
    del application
