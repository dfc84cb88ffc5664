"""What the models of rule files are built from: words with their place, days, groups that know where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from checker.rulebook.faults import nearest
from checker.rulebook.positions import Entries, Node, Text

_TYPED: dict[str, Any] = {"type": ["string", "number", "boolean"]}
"""What an editor takes plain words for: `2030` looks like a number to it, `no` like false."""


def wrong(message: str, key: str = "") -> PydanticCustomError:
    """A fault in the words that the person who wrote the rule will read, at a value or at a `key` of its group."""
    return PydanticCustomError("wrong", "{message}", {"message": message, "key": key})


class Value:
    """One kind of value: what it must look like, here and in an editor. It stays `Text` with its place."""

    def __init__(self, refusal: Callable[[str], str], editor: dict[str, Any]) -> None:
        self._refusal = refusal
        self._editor = editor

    def _check(self, value: Any) -> Text:
        if not isinstance(value, Text):
            raise wrong("Words are missing here." if value is None else "Words should stand here, not a list or keys.")
        if not value.strip():
            raise wrong("Words are missing here; this is empty.")
        if refusal := self._refusal(value):
            raise wrong(refusal)
        return value

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """How pydantic tries a value."""
        return core_schema.no_info_plain_validator_function(self._check)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """How an editor tries it."""
        return dict(self._editor)


def one_of(*values: str) -> Value:
    """One of a few words; the fault names the nearest."""

    def refusal(value: str) -> str:
        if value in values:
            return ""
        return f"`{value}` is not known here{nearest(value, values) or '.'} Known: {', '.join(values)}."

    # An editor takes 1 for a number.
    return Value(refusal, {"enum": [*values, *(int(value) for value in values if value.isdecimal())]})


def like(pattern: str, refusal: str, editor: dict[str, Any]) -> Value:
    """Words of one shape; `{}` in the refusal stands for what was typed."""
    return Value(lambda value: "" if re.fullmatch(pattern, value) else refusal.format(value), editor)


def _no_day(value: str) -> str:
    try:
        if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            date.fromisoformat(value)
            return ""
    except ValueError:
        pass
    return f"`{value}` is no date; write year-month-day, such as 2026-11-22."


_ID = r"[A-Za-z0-9][A-Za-z0-9._-]*"
_NO_ID = "`{}` cannot be an id: only letters, digits, dots, hyphens and underscores, no spaces."

Words = Annotated[Text, Value(lambda _: "", _TYPED)]
"""Any words."""
Id = Annotated[Text, like(_ID, _NO_ID, {"type": "string", "pattern": f"^{_ID}$"})]
"""A name that other files refer to."""
Day = Annotated[Text, Value(_no_day, {"type": "string", "format": "date"})]
"""A day written as 2026-11-22."""
Count = Annotated[
    Text, like(r"[1-9]\d{0,3}", "`{}` should be a whole number from 1 to 9999.", {"type": "integer", "minimum": 1})
]
"""A whole number."""
Amount = Annotated[
    Text,
    like(
        r"\d{1,15}(\.\d{1,6})?",
        "`{}` should be a number without signs or commas, such as 10 or 5000000.",
        {"type": "number", "minimum": 0},
    ),
]
"""A number of pounds or percent."""


class Entry(BaseModel):
    """A group of `key: value` lines; it remembers where they stand."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)
    SHORT: ClassVar[str] = ""
    """The key that a plain text stands for, where the group may be shortened to one text."""
    _at: Entries | Text | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _keep_place(cls, data: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        if isinstance(data, Text) and cls.SHORT and data.strip():
            # Most of a rule book is plain phrases, so they take the shortest way.
            made = cls.model_construct(None, **{cls.SHORT: data})
        elif isinstance(data, Entries):
            made = handler(cls._given(data))
        else:
            return handler(data)
        made._at = data
        return made

    @classmethod
    def _given(cls, data: Entries) -> dict[Text, Any]:
        """What is given: a key without a value says the same as no key, unless the value is needed."""
        if None not in data.values():
            return data
        optional = {field.alias or name for name, field in cls.model_fields.items() if not field.is_required()}
        return {key: value for key, value in data.items() if value is not None or key not in optional}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """How an editor tries the group, or the one text that it may be shortened to."""
        made = handler(schema)
        return {"anyOf": [_TYPED, made]} if cls.SHORT else made

    def place(self, key: str = "") -> Node:
        """Where the value of a key stands; the key where it has no value, the group where it has no such key."""
        if self._at is None:
            raise LookupError(f"{type(self).__name__} was not read from a file")
        if isinstance(self._at, Text):
            return self._at
        value = self._at.get(Text(key)) if key else None
        return value if value is not None else (self._at.key(key) or self._at)


def no_list(**more: Any) -> Any:
    """A list that may be left out."""
    return Field(default_factory=list, **more)


def no_group(**more: Any) -> Any:
    """A group of names that may be left out."""
    return Field(default_factory=dict, **more)
