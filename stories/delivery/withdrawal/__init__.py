"""Pages that are taken back: in every language, at every address, for good."""
