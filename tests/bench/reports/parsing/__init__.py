"""The report on parsing: measurements, figures with their targets, sections on time and memory."""
