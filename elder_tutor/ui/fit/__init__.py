"""What can be set, and the fitting of letters, touch and voice to a person."""
