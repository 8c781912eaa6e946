"""The results as a picture: an SVG of a few bars, no library needed."""

from html import escape

from .results import Results, Row, rows

_COLOURS = {"ours": "#1a7f5a", "stock": "#b9b9b9", "plain": "#6f8fb8"}
_NAMES = {"ours": "this provider", "stock": "stock bundle", "plain": "plain boto3"}
_SHOWN = 4  # the rows that a user feels: cold, warm, delivered, memory
_WIDTH, _LEFT, _BAR, _GAP = 790, 230, 16, 26
_LONGEST = 400


def svg(results: Results) -> str:
    shown = [row for row in rows(results) if row.plain][:_SHOWN]
    shown += [row for row in rows(results) if row.name == "bundle"]
    body, y = [], 52
    for row in shown:
        body.append(_text(10, y + _BAR + 4, row.name, "bold"))
        for name, value in _values(row):
            body.append(_bar(y, value, row, name))
            y += _BAR + 3
        y += _GAP
    height = y + 14
    size = f'width="{_WIDTH}" height="{height}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif">',
            f'<rect {size} fill="#ffffff"/>',
            *_legend(),
            *body,
            _text(10, height - 10, results.machine, size=9),
            "</svg>",
            "",
        ]
    )


def _values(row: Row) -> list[tuple[str, float]]:
    values = {"ours": row.ours, "stock": row.stock, "plain": row.plain}
    return [(name, value) for name, value in values.items() if value is not None]


def _bar(y: int, value: float, row: Row, name: str) -> str:
    longest = max(value for _, value in _values(row))
    length = max(1, round(_LONGEST * value / longest))
    ratio = f"  ({value / row.plain:.2f}x)" if row.plain and name != "plain" else ""
    label = f"{value:.1f} {row.unit}{ratio}"
    return (
        f'<rect x="{_LEFT}" y="{y}" width="{length}" height="{_BAR}" fill="{_COLOURS[name]}"/>'
        + _text(_LEFT + length + 6, y + _BAR - 4, label)
    )


def _legend() -> list[str]:
    parts, x = [], _LEFT
    for name, colour in _COLOURS.items():
        parts.append(f'<rect x="{x}" y="18" width="12" height="12" fill="{colour}"/>')
        parts.append(_text(x + 18, 28, _NAMES[name]))
        x += 130
    return parts


def _text(x: int, y: int, text: str, weight: str = "normal", size: int = 12) -> str:
    return (
        f'<text x="{x}" y="{y}" font-weight="{weight}" font-size="{size}" fill="#222222">'
        f"{escape(text)}</text>"
    )
