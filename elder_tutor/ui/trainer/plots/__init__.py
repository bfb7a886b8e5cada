"""Plots of the trainer's pages: painted values, each with its numbers as a table."""
