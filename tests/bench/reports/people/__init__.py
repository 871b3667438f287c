"""The report on people and quotes: measurements, figures with their targets, the worst articles."""
