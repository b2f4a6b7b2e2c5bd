"""The demo's pictures, drawn like small prints: flat dyes on paper, cut by hand."""
