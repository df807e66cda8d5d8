"""What the pictures show, as values: chosen, ordered and counted, without a line drawn."""
