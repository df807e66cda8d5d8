"""Evidence → Answer or NoAnswer, every word of it cited."""
