"""The one name that the edge needs: Engine.ask(reader, text, today, context) → Reply."""
