"""What belongs together: which pages lead on to which others, and why."""
