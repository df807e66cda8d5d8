"""The edge: Telegram, the terminal and the command line over one engine."""
