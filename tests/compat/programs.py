#!/usr/bin/env python3
"""How many programs written for official crates build against generated ones.

    python3 tests/compat/programs.py PROGRAMS SDKS

PROGRAMS is a folder with a package in each of its folders, as it was written for the official crates; SDKS has a folder for
each generated crate, called like the official one. Both are left as they are: what is built are two workspaces below
target/compat/programs, `official` and `generated`, of copies of PROGRAMS. In the second, generated crates take the place of
the official ones in the way that docs/moving-from-aws-sdk.md tells.

A program is a library, binary, example or test of a package, its unit tests included, or the library of another package
that a program needs and that calls an SDK. What doesn't build against the official crates isn't counted.
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
# What aws-config calls itself, and with it everyone else who has patched them.
OF_AWS_CONFIG = {"aws-sdk-signin", "aws-sdk-sso", "aws-sdk-ssooidc", "aws-sdk-sts"}
REASONS = 3


def workspace(kind, programs, patches):
    """Writes a workspace of copies of the programs; its folder."""
    root = os.path.join(ROOM, "programs", kind)
    os.makedirs(root, exist_ok=True)
    for name in os.listdir(root):
        if os.path.isdir(os.path.join(root, name)):
            shutil.rmtree(os.path.join(root, name))
    for name in programs:
        shutil.copytree(programs[name], os.path.join(root, name), ignore=shutil.ignore_patterns("target", "Cargo.lock", ".*"))
    lines = ["[workspace]", 'resolver = "2"', f"members = {json.dumps(sorted(programs))}", "", "[profile.dev]", "debug = 0"]
    if patches:
        lines += ["", "[patch.crates-io]"]
        lines += [f"{sdk} = {{ path = {json.dumps(path)} }}" for sdk, path in sorted(patches.items())]
    with open(os.path.join(root, "Cargo.toml"), "w") as f:
        f.write("\n".join(lines) + "\n")
    return root


def by_path(root, programs, sdks):
    """Names the crates by their folders in the programs' manifests, where a patch would reach others than the programs."""
    for name in programs:
        manifest = os.path.join(root, name, "Cargo.toml")
        with open(manifest) as f:
            text = f.read()
        for sdk, path in sdks.items():
            place = f"path = {json.dumps(path)}"
            text = re.sub(rf'(?m)^{sdk} = "[^"]*"$', f"{sdk} = {{ {place} }}", text)
            text = re.sub(rf'(?m)^({sdk} = \{{.*?)version = "[^"]*"', rf"\1{place}", text)
            text = re.sub(rf'(?m)^(\[.*dependencies\.{sdk}\]\n(?:[^\[\n].*\n)*?)version = "[^"]*"', rf"\1{place}", text)
        with open(manifest, "w") as f:
            f.write(text)


def versions(root):
    """The newest version of each package that the workspace has chosen."""
    with open(os.path.join(root, "Cargo.lock"), "rb") as f:
        packages = tomllib.load(f)["package"]
    return {package["name"]: package["version"] for package in packages}


def numbered(sdk, folder, version):
    """A copy of a generated crate that has the official one's version, which is what a patch has to have; its folder."""
    copy = os.path.join(ROOM, "programs", "sdks", sdk)
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("target"))
    manifest = os.path.join(copy, "Cargo.toml")
    with open(manifest) as f:
        text = f.read()
    text = re.sub(r'(?m)^version = ".*"$', f'version = "{version}"', text, count=1)
    absolute = lambda m: "path = " + json.dumps(os.path.normpath(os.path.join(folder, m[1])))
    with open(manifest, "w") as f:
        f.write(re.sub(r'(?<=\{ )path = "([^"]*)"', absolute, text))
    return copy


def cargo(root, *args, **options):
    env = dict(os.environ)
    env.setdefault("CARGO_TARGET_DIR", os.path.join(ROOM, "target"))
    env.setdefault("CARGO_INCREMENTAL", "0")        # each is built once
    return subprocess.run(["cargo", *args], cwd=root, env=env, stdout=subprocess.PIPE, text=True, **options)


def callers(root, sdks):
    """The packages that count: the workspace's own by what they are called, and others that call an SDK themselves."""
    found = cargo(root, "metadata", "--format-version=1")
    if found.returncode:
        sys.exit(2)
    data = json.loads(found.stdout)
    names = {package["id"]: package["name"] for package in data["packages"]}
    own = set(data["workspace_members"])
    others = {node["id"] for node in data["resolve"]["nodes"]
              if not names[node["id"]].startswith("aws-")
              and any(names[dep["pkg"]] in sdks for dep in node["deps"])}
    return own, own | others, names


def check(root, sdks):
    """What of the programs builds: {(package, kind, target): [reasons]}, empty reasons where it does."""
    own, counted, names = callers(root, sdks)
    outcome = collections.defaultdict(list)
    reached = set()
    # In a terminal, cargo shows how far it is: the first check takes minutes.
    progress = None if sys.stderr.isatty() else subprocess.PIPE
    p = cargo(root, "check", "--workspace", "--all-targets", "--keep-going", "--ignore-rust-version",
              "--message-format=json", stderr=progress)
    elsewhere = []
    for line in p.stdout.splitlines():
        try:
            message = json.loads(line)
        except ValueError:
            continue
        package, target = message.get("package_id"), message.get("target", {})
        key = (names.get(package, ""), (target.get("kind") or [""])[0], target.get("name"))
        if message.get("reason") == "compiler-artifact" and package in counted and key[1] != "custom-build":
            reached.add(key)
        if message.get("reason") == "compiler-message" and message["message"]["level"] == "error":
            text = message["message"]["message"].splitlines()[0]
            if text.startswith(("aborting due to", "could not compile")):
                continue
            if package in counted:
                outcome[key].append(text)
            else:
                elsewhere.append(f"{names.get(package)}: {text}")
    for text in elsewhere[:REASONS]:
        print(f"outside the programs: {text}", file=sys.stderr)
    for key in reached:
        outcome.setdefault(key, [])
    if not outcome:
        print((p.stderr or "")[-4000:], file=sys.stderr)
        sys.exit(2)
    return outcome


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("programs")
    ap.add_argument("sdks")
    args = ap.parse_args()
    inside = lambda folder: {e.name: os.path.abspath(e.path) for e in os.scandir(folder)
                             if os.path.exists(os.path.join(e.path, "Cargo.toml"))}
    programs, sdks = inside(args.programs), inside(args.sdks)
    if not programs or not sdks:
        print("no measurement: there are no packages", file=sys.stderr)
        return 2

    root = workspace("official", programs, {})
    print(f"official crates: {len(programs)} packages", file=sys.stderr)
    official = check(root, sdks)
    chosen = versions(root)
    copies = {sdk: numbered(sdk, folder, chosen[sdk]) for sdk, folder in sdks.items() if sdk in chosen}
    patches = {sdk: folder for sdk, folder in copies.items() if sdk not in OF_AWS_CONFIG}
    root = workspace("generated", programs, patches)
    by_path(root, programs, {sdk: folder for sdk, folder in copies.items() if sdk in OF_AWS_CONFIG})
    shutil.copy(os.path.join(ROOM, "programs", "official", "Cargo.lock"), root)
    print(f"generated crates: {', '.join(sorted(copies))}", file=sys.stderr)
    generated = check(root, sdks)

    counted = sorted(key for key, reasons in official.items() if not reasons)
    built = [key for key in counted if generated.get(key) == []]
    for package, kind, name in sorted(key for key, reasons in official.items() if reasons):
        print(f"not counted, since the official crates don't build it: {package} {kind} {name}: "
              f"{official[package, kind, name][0]}")
    for key in counted:
        if generated.get(key) == []:
            continue
        print(" ".join(key))
        reasons = collections.Counter(generated.get(key) or ["what it needs doesn't build"])
        for reason, n in reasons.most_common(REASONS):
            print(f"    {n} × {reason}")
    for package in sorted({key[0] for key in counted}):
        of = [key for key in counted if key[0] == package]
        print(f"{sum(key in built for key in of):6} of {len(of):4}  {package}")
    print(f"{len(built)} of {len(counted)} programs build with the crates' names changed")
    return 0 if len(built) == len(counted) else 1


sys.exit(main())
