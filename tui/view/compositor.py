"""Painting only what an update reaches.

Textual renders every widget whose container an update touches, whole: a row that moves in the list
had the article, the panes beside it and the bars cut into strips as well, half of a key's work
(Textual 8.2.8, measured).
"""

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.strip import Strip


class BandCompositor(Compositor):
    """Renders those lines of a widget that lie in the update, and nothing that is hidden there."""

    def _get_renders(
        self, crop: Region | None = None
    ) -> Iterable[tuple[Region, Region, list[Strip]]]:
        """Yield where each widget stands, what of it is shown, and its lines, front to back."""
        if not crop:
            yield from super()._get_renders(crop)
            return
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            if not (shown and shown.overlaps(crop)):
                continue
            top, bottom = max(shown.y, crop.y), min(shown.bottom, crop.bottom)
            band = Region(shown.x, top, shown.width, bottom - top)
            yield region, band, widget.render_lines(band.translate(-region.offset))
            if shown.contains_region(crop):
                return
