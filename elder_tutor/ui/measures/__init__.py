"""What is measured on a page and on the screen."""
