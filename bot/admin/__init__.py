"""Administration in the chat: corrections, undoing, versions, aliases, gaps, figures, and who did what."""
