"""Everything about a finger, for every page: what it meant, what it did twice, and what was no finger."""
