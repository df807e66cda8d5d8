"""A stateful Bot API server on 127.0.0.1 for tests, and the real bot process on its other side.

Reading order: server (what tests use), actors and rooms (who does what), records and world (state), methods, rules and
html (what Telegram does and refuses), updates (offsets), transport and webhook (HTTP), spec (what may be asked), faults
and flood (what goes wrong), bot_process (the bot).
"""

from .actors import Press, User
from .bot_process import BotProcess
from .errors import ApiError
from .faults import Fault, Faults
from .journal import Call
from .records import Message, Topic
from .rooms import Room
from .server import TOKEN, TelegramServer
from .spec import Spec

__all__ = [
    "TOKEN",
    "ApiError",
    "BotProcess",
    "Call",
    "Fault",
    "Faults",
    "Message",
    "Press",
    "Room",
    "Spec",
    "TelegramServer",
    "Topic",
    "User",
]
