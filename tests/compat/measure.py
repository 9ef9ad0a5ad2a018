#!/usr/bin/env python3
"""How much of a program written for an official crate compiles against another crate.

    python3 tests/compat/measure.py CRATE_PATH CRATE_NAME [--official CRATE[@VERSION]] [--features a,b]
                                    [--no-default-features] [--brief]

Has calls.py write the calls of the official crate, aws-sdk-wickr unless another is named, if that was not done yet. Copies
the project to target/compat/OFFICIAL/runs/CRATE_NAME, points the dependency and the `use` line at the crate,
and checks it again and again, each time without the functions that failed, until it compiles.
A later round finds what an earlier stop (names before types before borrows) kept hidden.
Exit status: 0 all build, 1 some fail, 2 no measurement.
"""
import argparse
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
ROOM = os.path.normpath(os.path.join(HERE, "..", "..", "target", "compat"))
MAX_ROUNDS = 30
NOT_COUNTED = ("same type", "runtime uses")      # reported, but not part of N of M


def read_calls(work, use):
    """The head of calls.rs and its functions as (item, category, text)."""
    with open(os.path.join(work, "src", "calls.rs")) as f:
        head, *blocks = f.read().rstrip("\n").split("\n\n")
    calls = []
    for block in blocks:
        m = re.match(r"// (.+) \| (.+)\n", block)
        calls.append((m[1], m[2], block))
    assert use in head
    return head, calls


def project(args, work, official):
    """Make the copy of the project; its directory."""
    crate = os.path.abspath(args.crate_path)
    with open(os.path.join(crate, "Cargo.toml"), "rb") as f:
        package = tomllib.load(f)["package"]["name"]
    name = args.crate_name.replace("-", "_")
    run = os.path.join(work, "runs", name)
    shutil.rmtree(run, ignore_errors=True)
    os.makedirs(os.path.join(run, "src"))
    with open(os.path.join(work, "Cargo.toml")) as f:
        manifest = f.read()
    dep = f'{name} = {{ path = {json.dumps(crate)}, package = "{package}"'
    if args.features:
        dep += ", features = " + json.dumps(args.features.split(","))
    if args.no_default_features:
        dep += ", default-features = false"
    manifest, n = re.subn(rf"(?m)^{official} = .*$", lambda _: dep + " }", manifest)
    assert n == 1
    with open(os.path.join(run, "Cargo.toml"), "w") as f:
        f.write(manifest)
    shutil.copy(os.path.join(work, "Cargo.lock"), run)
    shutil.copy(os.path.join(work, "src", "lib.rs"), os.path.join(run, "src"))
    return run, name


def spans(message):
    """Primary spans first, then the others, then those of the notes; macro call sites included."""
    own = sorted(message["spans"], key=lambda s: not s["is_primary"])
    for s in own:
        while s:
            yield s
            s = (s.get("expansion") or {}).get("span")
    for child in message["children"]:
        yield from spans(child)


def check(run, head, calls):
    """Write the calls, check them. ({index into calls: reason}, errors without a place, cargo failed)"""
    lines = head.split("\n") + [""]
    owner = {}
    for n, (_, _, text) in enumerate(calls):
        for line in text.split("\n"):
            lines.append(line)
            owner[len(lines)] = n
        lines.append("")
    with open(os.path.join(run, "src", "calls.rs"), "w") as f:
        f.write("\n".join(lines) + "\n")
    env = dict(os.environ)
    env.setdefault("CARGO_TARGET_DIR", os.path.join(ROOM, "target"))
    # In a terminal, cargo shows how far it is: the first check takes minutes.
    progress = None if sys.stderr.isatty() else subprocess.PIPE
    p = subprocess.run(["cargo", "check", "-j1", "--message-format=json"], cwd=run, env=env,
                       stdout=subprocess.PIPE, stderr=progress, text=True)
    failed, loose = {}, []
    for line in p.stdout.splitlines():
        try:
            m = json.loads(line)
        except ValueError:
            continue
        if m.get("reason") != "compiler-message" or not m["message"]["level"].startswith("error"):
            continue
        msg = m["message"]
        if msg["message"].startswith(("aborting due to", "could not compile")):
            continue
        code = (msg["code"] or {}).get("code")
        reason = f"error{f'[{code}]' if code else ''}: {msg['message'].splitlines()[0]}"
        hit = None
        if m["target"]["name"] == "compat":
            hit = next((owner[s["line_start"]] for s in spans(msg)
                        if s["file_name"].endswith("src/calls.rs") and s["line_start"] in owner), None)
        if hit is None:
            loose.append(msg.get("rendered") or reason)
        else:
            failed.setdefault(hit, reason)
    return failed, loose, p


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("crate_path")
    ap.add_argument("crate_name")
    ap.add_argument("--official", default="aws-sdk-wickr", metavar="CRATE[@VERSION]")
    ap.add_argument("--features")
    ap.add_argument("--no-default-features", action="store_true")
    ap.add_argument("--brief", action="store_true", help="counts and reasons, no list of items")
    args = ap.parse_args()

    official = args.official.partition("@")[0]
    work = os.path.join(ROOM, official)
    calls = os.path.join(work, "src", "calls.rs")
    if not os.path.exists(calls) or os.path.getsize(calls) == 0:
        subprocess.run([sys.executable, os.path.join(HERE, "calls.py"), args.official], check=True)
    use = f"use {official.replace('-', '_')} as sdk;"
    head, calls = read_calls(work, use)
    run, name = project(args, work, official)
    head = head.replace(use, f"use {name} as sdk;")
    left, failures = calls, []
    for number in range(1, MAX_ROUNDS + 1):
        failed, loose, p = check(run, head, left)
        print(f"round {number}: {len(left)} calls, {len(failed)} fail", file=sys.stderr)
        if p.returncode == 0:
            break
        if not failed:
            print("no measurement: cargo check fails outside the calls\n", file=sys.stderr)
            print("\n".join(loose[:10]) or (p.stderr or "")[-4000:], file=sys.stderr)
            return 2
        failures += [(*left[n][:2], reason) for n, reason in failed.items()]
        left = [c for n, c in enumerate(left) if n not in failed]
    else:
        print(f"no measurement: still failing after {MAX_ROUNDS} rounds", file=sys.stderr)
        return 2

    by_category = collections.defaultdict(list)
    for item, category, reason in failures:
        by_category[category].append((item, reason))
    totals = collections.Counter(c[1] for c in calls)
    with open(os.path.join(run, "failures.json"), "w") as f:
        json.dump([dict(item=i, category=c, reason=r) for i, c, r in failures], f, indent=1)

    if not args.brief:
        for category in totals:
            if by_category[category]:
                print(f"== {category}: {len(by_category[category])} fail")
                for item, reason in sorted(by_category[category]):
                    print(f"{item}\n    {reason}")
                print()
    elif failures:
        print("== reasons")
        for reason, n in collections.Counter(r for _, _, r in failures).most_common(40):
            print(f"{n:6}  {reason}")
        print()
    for category, total in totals.items():
        note = "  (not counted below)" if category in NOT_COUNTED else ""
        print(f"{total - len(by_category[category]):6} of {total:5}  {category}{note}")
    n, m = (sum(c[1] not in NOT_COUNTED for c in cs) for cs in (left, calls))
    # Rounded down, so that 100.00 % means every one.
    print(f"{n} of {m} public calls build ({n * 10000 // m / 100:.2f} %)")
    return 1 if failures else 0


sys.exit(main())
