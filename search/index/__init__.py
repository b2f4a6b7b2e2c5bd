"""How the index is kept."""
