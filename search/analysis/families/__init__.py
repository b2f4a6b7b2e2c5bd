"""What forms of a word share, by families of languages, where nobody keeps rules for it."""
