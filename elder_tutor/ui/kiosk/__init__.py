"""A machine that strangers use: nobody leaves it by accident, and nothing of anybody stays on it."""
