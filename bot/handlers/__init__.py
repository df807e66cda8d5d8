"""Telegram callbacks by theme; they neither think nor word anything."""
