"""Requests checked against the machine-readable Bot API.

The full description lies beside the checkout (shared/telegram/botapi-10.1.json). Where it is absent, `spec_subset.json`
stands in: the methods that a bot like this one uses, the same shape, taken from the public documentation.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .errors import METHOD_NOT_FOUND, bad_request

HERE = Path(__file__).parent
FULL = HERE.parents[2] / "shared" / "telegram" / "botapi-10.1.json"
SUBSET = HERE / "spec_subset.json"
INTEGER = re.compile(r"[+-]?\d{1,19}")


@dataclass(frozen=True)
class Upload:
    """A file that came with the request."""

    name: str
    data: bytes
    mime: str = "application/octet-stream"


@dataclass
class Checked:
    """Parameters as typed values, and what the request held that the Bot API does not know."""

    values: dict[str, Any] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)


class Mismatch(Exception):
    """A value that is not of the type it should be."""


class Spec:
    """The methods and types of the Bot API."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or (FULL if FULL.exists() else SUBSET)
        description = json.loads(self.path.read_text("utf-8"))
        self.methods: dict[str, dict[str, Any]] = {name.lower(): item for name, item in description["methods"].items()}
        self.types: dict[str, dict[str, Any]] = description["types"]

    def name(self, method: str) -> str:
        """The method as the documentation spells it; the Bot API takes any case.

        Raises:
            ApiError: 404, there is no such method.
        """
        try:
            return str(self.methods[method.lower()]["name"])
        except KeyError:
            raise METHOD_NOT_FOUND from None

    def check(self, method: str, raw: dict[str, Any]) -> Checked:
        """The parameters of a request, typed.

        Raises:
            ApiError: 400, one is missing or of the wrong type.
        """
        fields = {item["name"]: item for item in self.methods[method.lower()].get("fields", [])}
        checked = Checked()
        for key, value in raw.items():
            if key not in fields:
                if not isinstance(value, Upload):
                    checked.unknown.append(f"{method}: unknown parameter {key!r}")
                continue
            try:
                checked.values[key] = self._typed(fields[key]["types"], value, f"{method}.{key}", checked)
            except Mismatch as fault:
                raise bad_request(f'parameter "{key}" is wrong: {fault}') from None
        self._complete(fields, checked)
        checked.values = _attached(checked.values, raw)
        return checked

    @staticmethod
    def _complete(fields: dict[str, Any], checked: Checked) -> None:
        for name, item in fields.items():
            if item["required"] and checked.values.get(name) is None:
                if name == "chat_id":
                    raise bad_request("chat_id is empty")
                if name == "text":
                    raise bad_request("message text is empty")
                raise bad_request(f'parameter "{name}" is required')

    def _typed(self, types: list[str], value: Any, where: str, checked: Checked) -> Any:
        """`value` as the first of `types` that it fits."""
        faults = []
        for name in types:
            trial = Checked()
            try:
                typed = self._one(name, value, where, trial)
            except Mismatch as fault:
                faults.append(str(fault))
                continue
            if trial.unknown and len(types) > 1:
                faults.append("; ".join(trial.unknown))
                continue
            checked.unknown += trial.unknown
            return typed
        raise Mismatch(" or ".join(faults))

    def _one(self, name: str, value: Any, where: str, checked: Checked) -> Any:
        if name in SCALARS:
            return SCALARS[name](value)
        if name == "InputFile":
            return _file(value)
        value = _parsed(value)
        if name.startswith("Array of "):
            if not isinstance(value, list):
                raise Mismatch(f"{value!r:.60} is not an array")
            return [
                self._typed([name.removeprefix("Array of ")], item, f"{where}[{index}]", checked)
                for index, item in enumerate(value)
            ]
        return self._object(name, value, where, checked)

    def _object(self, name: str, value: Any, where: str, checked: Checked) -> Any:
        kind = self.types.get(name)
        if kind is None:
            return value
        if kind.get("subtypes"):
            return self._typed(kind["subtypes"], value, where, checked)
        if not isinstance(value, dict):
            raise Mismatch(f"{value!r:.60} is not a {name}")
        fields = {item["name"]: item for item in kind.get("fields", [])}
        _constants(fields, value)
        typed = {}
        for key, item in value.items():
            if key in fields:
                typed[key] = self._typed(fields[key]["types"], item, f"{where}.{key}", checked)
            else:
                checked.unknown.append(f"{where}: unknown field {key!r} of {name}")
        missing = [key for key, item in fields.items() if item["required"] and key not in value]
        if missing:
            raise Mismatch(f"{name} lacks {', '.join(missing)}")
        return typed


def _attached(value: Any, raw: dict[str, Any]) -> Any:
    """`attach://name`, wherever it stands, becomes the file of that name in the request."""
    if isinstance(value, dict):
        return {key: _attached(item, raw) for key, item in value.items()}
    if isinstance(value, list):
        return [_attached(item, raw) for item in value]
    if not (isinstance(value, str) and value.startswith("attach://")):
        return value
    upload = raw.get(value.removeprefix("attach://"))
    if not isinstance(upload, Upload):
        raise bad_request(f"file {value!r} is not in the request")
    return upload


def _constants(fields: dict[str, Any], value: dict[str, Any]) -> None:
    """Subtypes are told apart by a field of which the description says "must be ..." or "always ..."."""
    for key in ("type", "source", "status"):
        if key in fields and key in value:
            said = re.search(r"(?:must be|always) [\"“*]?([a-z_]+)", fields[key].get("description", ""))
            if said and value[key] != said[1]:
                raise Mismatch(f"{key} is {value[key]!r}, not {said[1]!r}")


def _parsed(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise Mismatch(f"{value!r:.60} is not JSON") from None


def _integer(value: Any) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and INTEGER.fullmatch(value):
        return int(value)
    raise Mismatch(f"{value!r:.60} is not an integer")


def _float(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        raise Mismatch(f"{value!r:.60} is not a number") from None


def _boolean(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in {"true", "false", "1", "0", "yes", "no"}:
        return value.lower() in {"true", "1", "yes"}
    raise Mismatch(f"{value!r:.60} is not a boolean")


def _string(value: Any) -> str:
    if isinstance(value, str):
        return value
    raise Mismatch(f"{value!r:.60} is not a string")


def _file(value: Any) -> Upload | str:
    if isinstance(value, Upload | str):
        return value
    raise Mismatch(f"{value!r:.60} is not a file")


SCALARS = {
    "Integer": _integer,
    "Integer or String": lambda value: value,
    "Float": _float,
    "Float number": _float,
    "Boolean": _boolean,
    "True": _boolean,
    "String": _string,
}
