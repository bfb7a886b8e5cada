"""At home: the first questions, and the page of the family."""
