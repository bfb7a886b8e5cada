"""The inside of the route: what counts, what can be left out, the graph and its table."""
