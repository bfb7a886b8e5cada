"""The voices a sentence can be spoken with, and how fast each must be told to run."""
