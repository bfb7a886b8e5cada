"""How files become a pack: YAML with its places, schema, references, faults, the cache."""
