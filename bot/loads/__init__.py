"""Reports coming in by `/load`.

A report that is new and sound is taken in at once, and its card takes it back or gives it to a group. One that is in
doubt waits, where nobody reads it, until its loader says yes: see `doubts`. `/load ?` lets every report wait.
"""
