"""What is wrong with this machine, and the one thing to do about it."""
