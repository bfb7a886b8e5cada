"""For those who hear the page or go through it by keys."""
