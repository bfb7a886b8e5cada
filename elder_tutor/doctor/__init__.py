"""Find out whether this machine can do what the program needs, in plain words. No Qt."""
