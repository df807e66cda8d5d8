"""What the commands of `huiwen` do: batches, loading, showing facts with their proof."""
