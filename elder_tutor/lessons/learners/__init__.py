"""Simulated learners, what they meet, and playing a lesson with them."""
