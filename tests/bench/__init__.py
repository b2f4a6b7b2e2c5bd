"""What the site costs, measured: `make bench`. docs/performance.md says what is measured and why."""
