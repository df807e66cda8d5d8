"""Questions in: understanding them, finding passages, composing cited answers."""
