"""Signs in ASCII, for terminals and fonts without the other characters, each as wide as what it replaces."""

_BOXES = {chr(code): "+" for code in range(0x2500, 0x2580)} | dict.fromkeys("─╌┄╴╶", "-") | dict.fromkeys("━═╸╺", "=")
_BOXES |= dict.fromkeys("│┃║╎┆", "|") | {chr(code): "#" for code in range(0x2580, 0x25A0)} | {"▔": "-", "▁": "_"}

GLYPHS = _BOXES | {
    "▌": ">", "•": "*", "–": "-", "−": "-", "○": ".", "◐": "/", "●": "#", "◊": "~", "★": "*", "☆": ".",
    "▲": "^", "▼": "v", "←": "<", "→": ">", "↑": "^", "↓": "v", "…": ".", "▎": "|", "▊": "|",
    "“": '"', "”": '"', "·": "-", "✓": "x", "≈": "@", "░": ".", "\u2800": " ",
}  # fmt: skip
"""The signs that the program draws with."""

ALL_SIGNS = GLYPHS | {"‹": "<", "›": ">", "’": "'", "‘": "'", "„": '"', "—": "-", "‐": "-", "€": "E"}
"""Those, and the signs that stand in texts."""
