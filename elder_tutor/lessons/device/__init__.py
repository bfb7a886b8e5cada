"""The inside of the working phone: state, effects, conditions, keyboard, what is seen."""
