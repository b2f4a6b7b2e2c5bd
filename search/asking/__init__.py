"""How the index is asked."""
