"""The part of the doctor that needs Qt: type, shaping, and the size of the screen."""
