"""Pictures of the facts: who attended what, a topic over time, one person over time; and the numbers behind them."""
