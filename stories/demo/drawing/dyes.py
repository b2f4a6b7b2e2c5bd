"""The colours of the prints: paper, ink, five dyes, and the same dyes let down with water."""

PAPER = "#f5eddc"
CREAM = "#ebdfc6"
INK = "#1d2630"
NIGHT = "#1b2947"
INDIGO = "#2c4272"
MADDER = "#a73b2c"
WELD = "#dba937"
VERDIGRIS = "#3f7d70"
WALNUT = "#5a4130"

PALE_INDIGO = "#93a7c4"
PALE_MADDER = "#dd9b80"
PALE_WELD = "#efd694"
PALE_VERDIGRIS = "#a8c8b9"
PALE_WALNUT = "#b79a7b"
DEEP_MADDER = "#76261f"
DEEP_VERDIGRIS = "#255248"
DEEP_WALNUT = "#38271d"
DEEP_WELD = "#b07d1f"

SKINS = ("#6b4530", "#c58f67", "#8b5a3b", "#e2b892", "#4d3225", "#a8724c")
