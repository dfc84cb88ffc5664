"""What is wrong with a rule file, told to the person who wrote it, not to a programmer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from checker.errors import RuleFault
from checker.rulebook.positions import Entries, Items, Node, Text, fault


def nearest(word: str, known: Iterable[str]) -> str:
    """ "; did you mean `…`?" with the known word most like this one, or nothing."""
    lower = {name.lower(): name for name in sorted(known, reverse=True)}
    found = get_close_matches(word.lower(), list(lower), n=1, cutoff=0.6)
    return f"; did you mean `{lower[found[0]]}`?" if found else ""


def unknown(word: str, what: str, known: Iterable[str]) -> str:
    """The sentence for a name that nothing answers to."""
    near = nearest(word, known)
    return f"No {what} is called `{word}`{near or '.'}"


def explain(problem: ValidationError, root: Entries, model: type[BaseModel]) -> list[RuleFault]:
    """Every fault that the model found in a file, each at the value or key it speaks of."""
    errors = problem.errors(include_url=False)
    strange = [
        (tuple(error["loc"][:-1]), str(error["loc"][-1])) for error in errors if error["type"] == "extra_forbidden"
    ]
    return [_explain(error, root, model) for error in errors if not _follows(error, strange)]


def _follows(error: Any, strange: Sequence[tuple[tuple[Any, ...], str]]) -> bool:
    """Whether a key is missing only because it was misspelt, or because a text fell apart into keys."""
    if error["type"] != "missing":
        return False
    *group, missing = error["loc"]
    return any(where == tuple(group) and (" " in key or nearest(key, [str(missing)])) for where, key in strange)


def _explain(error: Any, root: Entries, model: type[BaseModel]) -> RuleFault:
    path: Sequence[str | int] = [part for part in error["loc"] if part != "[key]"]
    kind, last = error["type"], str(path[-1]) if path else ""
    if kind == "missing":
        key, _, holder = _follow(root, path[:-1])
        group = next((f" in `{part}`" for part in reversed(path[:-1]) if isinstance(part, str)), "")
        return fault(key if isinstance(key, Text) else holder, f"`{last}:` is missing{group}.")
    key, value, holder = _follow(root, path)
    if kind == "wrong":
        at = error["ctx"].get("key", "")
        place = value.key(at) if isinstance(value, Entries) and at else None
        return fault(place or value, error["ctx"]["message"])
    if kind == "extra_forbidden":
        return fault(key, _extra(last, holder, keys_at(model, path[:-1])))
    if error["input"] is None and isinstance(holder, Items):
        return fault(value, "This item is empty; write something after the `-`, or delete it.")
    if kind in ("list_type", "tuple_type"):
        return fault(value, f"`{_key(path)}` should be a list: [one, two], or one a line after `- `.")
    if kind in ("model_type", "model_attributes_type", "dict_type"):
        return fault(value, f"`{_key(path)}` should hold `key: value` lines.")
    return fault(value, f"`{_key(path)}` cannot be read ({error['msg']}).")


def _key(path: Sequence[str | int]) -> str:
    return next((str(part) for part in reversed(path) if isinstance(part, str)), "the file")


def _extra(key: str, holder: Node, known: Sequence[str]) -> str:
    if isinstance(holder, Entries):
        value = holder.get(Text(key))
        if holder.inline and value is None:
            return "A comma inside { } ends the text; put the whole text in quotes."
        if " " in key.strip():
            return "A colon and a space inside a text make it a key; put the whole text in quotes."
    near = nearest(key, known)
    return f"`{key}` is not a key here{near or '.'}" + (f" Keys: {', '.join(known)}." if known and not near else "")


def _follow(root: Entries, path: Sequence[str | int]) -> tuple[Node, Node, Node]:
    """The key (or list item) at the end of a path, its value, and the group that holds them."""
    key: Node = root
    value: Node = root
    holder: Node = root
    for part in path:
        if isinstance(value, Entries) and isinstance(part, str) and (found := value.key(part)) is not None:
            key, holder, inner = found, value, value[found]
            value = found if inner is None else inner
        elif isinstance(value, Items) and isinstance(part, int) and part < len(value):
            holder, key = value, value.places[part]
            value = key
        else:
            break
    return key, value, holder


def keys_at(model: type[BaseModel], path: Sequence[str | int]) -> tuple[str, ...]:
    """The keys that a model knows at a path of keys and list numbers."""
    here: Any = model
    for part in path:
        if isinstance(part, int):
            continue
        fields = getattr(here, "model_fields", {})
        field = next((f for name, f in fields.items() if part in (name, f.alias)), None)
        if field is None:
            continue  # the name of a free entry, such as a list's
        here = _inside(field.annotation)
    fields = getattr(here, "model_fields", {})
    return tuple(field.alias or name for name, field in fields.items())


def _inside(annotation: Any) -> Any:
    """The model inside `list[Model]`, `dict[str, Model]` or `Model | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = [found for part in getattr(annotation, "__args__", ()) if (found := _inside(part)) is not None]
    return inner[-1] if inner else None
