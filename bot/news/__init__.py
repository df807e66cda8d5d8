"""What the bot says unasked: news of what a chat follows, and a digest every week.

A reason to speak becomes a post in the store, together with the note that it was seen to; the courier sends the posts.
So a restart neither loses nor repeats one. What a post says is written when it is sent, by what the chat may read then.
"""
