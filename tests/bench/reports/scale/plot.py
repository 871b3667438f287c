"""The plot: how a few figures grow with the library, both axes logarithmic, as SVG."""

from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, floor, log10

from ..children import Measured
from ..figures import Results

WIDTH, HEIGHT = 760, 420
LEFT, RIGHT, TOP, BOTTOM = 60, 230, 20, 40
FONT = 'font-family="sans-serif" font-size="12"'
LINES = (
    ("start, ms", ("reader", "start"), "#4477aa", ""),
    ("memory, MB", ("reader", "MB"), "#66ccee", "6 3"),
    ("next article p99, ms", ("reader", "open_p99"), "#ccbb44", ""),
    ("key p99, ms", ("reader", "key_p99"), "#228833", ""),
    ("facets of a frequent word, ms", ("inside", "facets, a word of a quarter"), "#aa3377", "6 3"),
    ("search for a word, ms", ("inside", "search, a word of a quarter"), "#ee6677", ""),
    ("related, ms", ("inside", "related, stored"), "#888888", "2 3"),
)
"""Label, where the value is, colour (Tol, "Colour schemes", bright: safe for the colour-blind), and
dashes."""


def plot(results: Results, sizes: Sequence[int]) -> str:
    """Return the plot."""
    series = [
        (label, colour, dashes, list(_points(results, sizes, path)))
        for label, path, colour, dashes in LINES
    ]
    values = [value for *_, points in series for _, value in points if value > 0]
    low = floor(log10(min(values, default=1.0)))
    high = max(low + 1, ceil(log10(max(values, default=10.0))))
    first, last = log10(min(sizes)), log10(max(sizes))

    def x(size: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * (log10(size) - first) / max(last - first, 1e-9)

    def y(value: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (log10(value) - low) / (high - low)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" {FONT}>',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for power in range(low, high + 1):
        at = y(10.0**power)
        lines.append(
            f'<path d="M{LEFT} {at:.1f}H{WIDTH - RIGHT}" stroke="#dddddd"/>'
            f'<text x="{LEFT - 6}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g}</text>'
        )
    lines += [
        f'<text x="{x(size):.1f}" y="{HEIGHT - 18}" text-anchor="middle">{size:,}</text>'
        for size in sizes
    ]
    ends: list[float] = []
    for label, colour, dashes, points in series:
        if points:
            path = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in points)
            lines.append(
                f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"'
                f' stroke-dasharray="{dashes or "none"}"/>'
            )
            at = _free(y(points[-1][1]), ends)
            ends.append(at)
            lines.append(
                f'<text x="{WIDTH - RIGHT + 8}" y="{at + 4:.1f}" fill="{colour}">'
                f"{escape(label)}</text>"
            )
    lines.append(
        f'<text x="{(WIDTH - RIGHT + LEFT) / 2:.0f}" y="{HEIGHT - 3}" text-anchor="middle">'
        "articles in the library</text></svg>"
    )
    return "\n".join(lines) + "\n"


def _points(
    results: Results, sizes: Sequence[int], path: tuple[str, str]
) -> Iterator[tuple[int, float]]:
    for size in sizes:
        result = results.get(f"{path[0]} {size}")
        if isinstance(result, Measured):
            found = result.found.get("milliseconds", result.found).get(path[1])
            value = found.get("p50") if isinstance(found, dict) else found
            if value:
                yield size, float(value)


def _free(at: float, taken: Sequence[float]) -> float:
    """Return a height for a label that no other one has, `at` or near it."""
    for step in range(40):
        for candidate in (at + 7 * step, at - 7 * step):
            if all(abs(candidate - other) >= 14 for other in taken):
                return candidate
    return at
