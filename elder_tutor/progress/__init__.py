"""Everything that is remembered: events, summaries, people. SQL only here, no Qt."""
