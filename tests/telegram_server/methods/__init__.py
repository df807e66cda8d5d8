"""Every method that the server carries out, by the name in the documentation."""

from collections.abc import Callable
from typing import Any

from telegram_server.world import World

from . import callbacks, chats, documents, editing, messages, settings

Method = Callable[[World, dict[str, Any]], Any]

METHODS: dict[str, Method] = {
    "getMe": settings.get_me,
    "logOut": settings.done,
    "close": settings.done,
    "setMyCommands": settings.set_my_commands,
    "getMyCommands": settings.get_my_commands,
    "deleteMyCommands": settings.delete_my_commands,
    "setMyName": settings.setter("name", 64),
    "getMyName": settings.getter("name"),
    "setMyDescription": settings.setter("description", 512),
    "getMyDescription": settings.getter("description"),
    "setMyShortDescription": settings.setter("short_description", 120),
    "getMyShortDescription": settings.getter("short_description"),
    "setChatMenuButton": settings.done,
    "setMyDefaultAdministratorRights": settings.done,
    "setWebhook": settings.set_webhook,
    "deleteWebhook": settings.delete_webhook,
    "getWebhookInfo": settings.get_webhook_info,
    "sendMessage": messages.send_message,
    "sendMessageDraft": messages.send_message_draft,
    "editMessageText": editing.edit_message_text,
    "editMessageCaption": editing.edit_message_caption,
    "editMessageReplyMarkup": editing.edit_message_reply_markup,
    "deleteMessage": editing.delete_message,
    "deleteMessages": editing.delete_messages,
    "copyMessage": messages.copy_message,
    "forwardMessage": messages.forward_message,
    "setMessageReaction": messages.set_message_reaction,
    "pinChatMessage": messages.pin_chat_message,
    "unpinChatMessage": messages.unpin_chat_message,
    "sendChatAction": chats.send_chat_action,
    "getChat": chats.get_chat,
    "getChatMember": chats.get_chat_member,
    "getChatMemberCount": chats.get_chat_member_count,
    "getChatAdministrators": chats.get_chat_administrators,
    "leaveChat": chats.leave_chat,
    "sendDocument": documents.send_document,
    "sendPhoto": documents.send_photo,
    "sendMediaGroup": documents.send_media_group,
    "editMessageMedia": documents.edit_message_media,
    "getFile": documents.get_file,
    "answerCallbackQuery": callbacks.answer_callback_query,
    "answerInlineQuery": callbacks.answer_inline_query,
    "answerGuestQuery": callbacks.answer_guest_query,
}
