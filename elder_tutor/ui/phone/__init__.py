"""The simulated phone: its frame, one widget per kind of element, and the keyboard tray."""
