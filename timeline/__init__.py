"""News articles in, a timeline of events out."""
