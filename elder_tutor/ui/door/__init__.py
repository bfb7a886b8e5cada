"""The door: who comes in, by picture, three symbols or a printed card."""
