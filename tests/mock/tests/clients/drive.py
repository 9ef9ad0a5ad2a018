"""Drives the mock service with an independent client along plan.json, through every operation of AWS Wickr.

Arguments: which client (`botocore`, `capo`), the endpoint URL, the access key ID, the secret access key. Prints a line
per step; ends with status 1 at the first answer that is not as the plan says, and if an operation was never called.

The plan is a list of scenes, each a title and steps. A step calls an operation `with` an input, and says what comes of
it: what the answer `gives`, member for member and none besides; what `all` the items are that the client's paginator
goes through, one to a page; or how it `fails`. `$name` stands for a value: the first answer that has it says which, and
from then on it is that. `<text>` and `<number>` are any text that isn't empty, and any number.
"""

import importlib
import json
import pathlib
import re
import sys

from refused import Refused


def filled(value, kept):
    """A value of the plan with what its names stand for."""
    if isinstance(value, dict):
        return {name: filled(member, kept) for name, member in value.items()}
    if isinstance(value, list):
        return [filled(item, kept) for item in value]
    if isinstance(value, str):
        return re.sub(r"\$([a-z]+)", lambda name: kept.get(name[1], name[0]), value)
    return value


def differences(found, expected, kept, where="answer"):
    """Where an answer isn't what the plan says. Keeps values that the plan gives a name to."""
    if isinstance(expected, dict) and isinstance(found, dict):
        for name in [*expected, *(found.keys() - expected.keys())]:
            if name not in expected or name not in found:
                yield f"{where}.{name} is {'missing' if name in expected else f'not in the plan: {found[name]!r}'}"
            else:
                yield from differences(found[name], expected[name], kept, f"{where}.{name}")
    elif isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        for index, (item, wanted) in enumerate(zip(found, expected)):
            yield from differences(item, wanted, kept, f"{where}[{index}]")
    elif expected == "<text>":
        if not (isinstance(found, str) and found):
            yield f"{where} is no text: {found!r}"
    elif expected == "<number>":
        if type(found) is not int:
            yield f"{where} is no number: {found!r}"
    else:
        if isinstance(found, str) and isinstance(expected, str) and expected.startswith("$"):
            kept.setdefault(expected[1:], found)
        expected = filled(expected, kept)
        if type(found) is not type(expected) or found != expected:
            yield f"{where} is {found!r}, not {expected!r}"


def outcome(client, step, kept):
    """What came of a step, in the plan's terms."""
    operation, arguments = step["call"], filled(step.get("with", {}), kept)
    try:
        if "all" in step:
            return {"all": list(client.items(operation, arguments))}
        return {"gives": client.call(operation, arguments)}
    except Refused as refused:
        return {"fails": refused.error}


def main(name, *place):
    client = importlib.import_module(f"with_{name}").Client(*place)
    plan = json.loads(pathlib.Path(__file__).with_name("plan.json").read_text())
    kept, called = {}, set()
    for scene in plan:
        print(f"\n{scene['scene']}")
        for number, step in enumerate(scene["steps"], 1):
            expected = {kind: step[kind] for kind in ("gives", "all", "fails") if kind in step}
            wrong = list(differences(outcome(client, step, kept), expected, kept))
            if wrong:
                sys.exit("\n".join([f"step {number}, {step['call']}, of {scene['scene']!r}:", *wrong]))
            called.add(step["call"])
            print(f"    {step['call']}")
    missing = client.operations() - called
    if missing:
        sys.exit(f"never called: {sorted(missing)}")
    print(f"\n{len(called)} operations with {client.version}")


if __name__ == "__main__":
    main(*sys.argv[1:])
