"""The statuses of chat members and what the Bot API tells about each."""

from typing import Any

ADMINS = frozenset({"creator", "administrator"})
PRESENT = ADMINS | {"member", "restricted"}
RIGHTS = [
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
]
PERMISSIONS = [
    "is_member",
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
]
MEMBER_FIELDS: dict[str, dict[str, Any]] = {
    "creator": {"is_anonymous": False},
    "administrator": dict.fromkeys(RIGHTS, False) | {"can_manage_chat": True, "can_delete_messages": True},
    "restricted": dict.fromkeys(PERMISSIONS, False) | {"is_member": True, "until_date": 0},
    "kicked": {"until_date": 0},
}
