"""The inside of the tutor: gates, ways, hints, mistakes, the words that are said."""
