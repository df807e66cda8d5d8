"""What can be set and what is known of the language, as data."""
