"""What helps an author write a pack: a skeleton of a lesson, and the schema for an editor."""
