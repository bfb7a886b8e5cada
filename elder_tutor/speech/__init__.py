"""Text to sound: a worker that speaks, a cache, a player. No window system."""
