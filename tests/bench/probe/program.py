"""The real program, watched: ``program.py DRIVE OPTIONS-AS-JSON ARGUMENTS…``.

Hooks are put on its modules as they are imported, so that nothing is loaded sooner than without them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.machinery import ModuleSpec, PathFinder
from typing import TYPE_CHECKING, Any

from bench.probe.telling import now, tell

if TYPE_CHECKING:
    # Not to be loaded: with it comes importlib.resources, which takes longer than the first paint.
    from importlib.abc import Loader
    from types import ModuleType


class Watch:
    """A finder of ``sys.meta_path`` that calls ``hooks[name](module)`` when ``name`` was imported."""

    def __init__(self, hooks: dict[str, Callable[[Any], None]]) -> None:
        self._hooks = hooks

    def find_spec(self, name: str, path: Any = None, target: ModuleType | None = None) -> ModuleSpec | None:
        hook = self._hooks.pop(name, None)
        if hook is None:
            return None
        spec = PathFinder.find_spec(name, path, target)
        if spec is None or spec.loader is None:
            raise ImportError(f"there is no {name} to be watched")
        spec.loader = _Hooked(spec.loader, hook)  # type: ignore[assignment]
        return spec


class _Hooked:
    def __init__(self, loader: Loader, hook: Callable[[Any], None]) -> None:
        self._loader, self._hook = loader, hook

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        self._loader.exec_module(module)
        self._hook(module)


class Start:
    """Tells of the first bytes and of the first map with facts. The base of all drives."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        self._bytes = self._map = False

    @property
    def hooks(self) -> dict[str, Callable[[Any], None]]:
        return {
            "bytescope.ui.window": self._on_window_module,
            "bytescope.ui.hex.grid_view": self._on_hex_module,
            "bytescope.ui.map.view": self._on_map_module,
        }

    def shown(self, window: Any) -> None:
        """The window was shown for the first time."""

    def hex_painted(self, view: Any) -> None:
        if not self._bytes and min(view.frame.kinds, default=99) < 8:  # Kind.LOST: behind it no byte is known
            self._bytes = True
            tell("bytes")

    def map_painted(self, surface: Any) -> None:
        if not self._map and map_has_facts(surface):
            self._map = True
            tell("map")

    def _on_window_module(self, module: Any) -> None:
        shown, drive = module.Window.showEvent, self

        def show_event(window: Any, event: Any) -> None:
            shown(window, event)
            if not hasattr(window, "bench_seen"):
                window.bench_seen = True
                drive.shown(window)

        module.Window.showEvent = show_event

    def _on_hex_module(self, module: Any) -> None:
        paint, drive = module.HexGridView.paintEvent, self

        def paint_event(view: Any, event: Any) -> None:
            paint(view, event)
            drive.hex_painted(view)

        module.HexGridView.paintEvent = paint_event

    def _on_map_module(self, module: Any) -> None:
        paint, drive = module.MapSurface.paintEvent, self

        def paint_event(surface: Any, event: Any) -> None:
            paint(surface, event)
            drive.map_painted(surface)

        module.MapSurface.paintEvent = paint_event


def panel_of(surface: Any) -> Any:
    """The map panel around a surface."""
    widget = surface
    while not hasattr(widget, "model"):
        widget = widget.parentWidget()
    return widget


def map_has_facts(surface: Any) -> bool:
    """Whether at least one cell that the surface shows is known: neither outside nor hatched (``Body``)."""
    picture = panel_of(surface)._shown
    return picture is not None and bool(((picture.body > 0) & (picture.body < 10)).any())


def main() -> None:
    name, options = sys.argv[1], sys.argv[2]
    if name == "start":
        drive: Any = Start({})
    else:
        import json

        from bench.probe import drives

        drive = drives.DRIVES[name](json.loads(options))
    sys.meta_path.insert(0, Watch(drive.hooks))
    drive.began = now()
    from bytescope.cli import main as program

    sys.exit(program(sys.argv[3:]))


if __name__ == "__main__":
    # Drives derive from this module's class: let there be one module of that name.
    sys.modules["bench.probe.program"] = sys.modules["__main__"]
    main()
