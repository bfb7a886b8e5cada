"""What the checks walk through: screens, ways and words of a pack."""
