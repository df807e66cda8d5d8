"""Which of several roles counts where one is shown."""

from collections.abc import Collection

from data.records import Role

ORDER: tuple[Role, ...] = ("chair", "attend", "observe", "speak", "absent")


def main_role(roles: Collection[Role]) -> Role:
    """The first that fits; somebody without a stated one took part all the same."""
    return next((role for role in ORDER if role in roles), "attend")
