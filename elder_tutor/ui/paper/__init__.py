"""What leaves the program on paper: step cards, a report for the family, a certificate."""
