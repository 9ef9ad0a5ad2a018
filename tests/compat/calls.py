#!/usr/bin/env python3
"""Write calls.rs: one small function per public item of an official crate.

    python3 tests/compat/calls.py [CRATE[@VERSION]]

The crate is aws-sdk-wickr of the version in manifest.toml unless another is named; without a version, its newest one.

Input:  the rustdoc JSON of the official crate, without private or hidden items, which this asks
        cargo for when target/compat/CRATE/api.json is missing. rustdoc's JSON is an unstable option,
        hence RUSTC_BOOTSTRAP; nothing else is built that way.
Output: target/compat/CRATE/src/calls.rs. Every function is preceded by `// ITEM | CATEGORY`; ITEM is
        the name that measure.py prints.
"""
import collections
import json
import os
import re
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
WICKR = "aws-sdk-wickr"
PACKAGE, _, VERSION = (sys.argv[1] if len(sys.argv) > 1 else WICKR).partition("@")
WORK = os.path.normpath(os.path.join(HERE, "..", "..", "target", "compat", PACKAGE))
JSON = os.path.join(WORK, "api.json")
USES = os.path.join(HERE, "runtime_uses.rs")
OUT = os.path.join(WORK, "src", "calls.rs")

CATEGORIES = ["fluent setters", "builder setters", "accessors", "fields", "enum", "errors",
              "config", "client", "paginator", "trait impls", "type-level uses", "re-exports", "other"]

# Asked besides, reported apart and not part of N of M: are the re-exported runtime types the very
# same types as in the aws-* crates, and do their members work through sdk (runtime_uses.rs).
NOT_COUNTED = ["same type", "runtime uses"]

# Implementation plumbing between the generated crate and the runtime: no caller names these.
SKIP_TRAITS = {"StructuralPartialEq", "ProvideErrorKind", "RuntimePlugin"}
AUTO_TRAITS = ("Send", "Sync")      # checked together, one item per type

KEYWORDS = set("""as async await break const continue dyn else enum extern false fn for if impl in
 let loop match mod move mut pub ref return static struct trait true type unsafe use where while
 abstract become box do final macro override priv try typeof unsized virtual yield gen""".split())

# Names in the prelude are written bare; other std items by their std path.
PRELUDE = set("""Option Result String Vec Box Into From TryFrom TryInto AsRef Iterator IntoIterator
 Clone Default PartialEq Eq PartialOrd Ord Send Sync Sized Fn FnMut FnOnce Copy Drop ToOwned""".split())
STD = {
    "core::error::Error": "std::error::Error", "core::str::traits::FromStr": "std::str::FromStr",
    "core::future::future::Future": "std::future::Future",
}


def prepare():
    """The project that calls the official crate."""
    os.makedirs(os.path.dirname(OUT), exist_ok=True)
    with open(os.path.join(HERE, "manifest.toml")) as f:
        manifest = f.read()
    if PACKAGE != WICKR:
        version = f"={VERSION}" if VERSION else "1"
        # Without TLS, which takes long to build and adds no item.
        dep = f'{PACKAGE} = {{ version = "{version}", default-features = false, features = ["rt-tokio"] }}'
        manifest, n = re.subn(rf"(?m)^{WICKR} = .*$", dep, manifest)
        assert n == 1
    with open(os.path.join(WORK, "Cargo.toml"), "w") as f:
        f.write(manifest)
    with open(os.path.join(WORK, "src", "lib.rs"), "w") as f:
        f.write("//! Calls every public item of the crate under test.\n#![allow(warnings)]\n")
        f.write('include!("calls.rs");\n')


def load_api():
    if not os.path.exists(JSON):
        open(OUT, "a").close()      # the project has to build before its calls are known
        env = dict(os.environ, RUSTC_BOOTSTRAP="1")
        env.setdefault("CARGO_TARGET_DIR", os.path.join(WORK, "..", "target"))
        subprocess.run(["cargo", "rustdoc", "-j1", "-p", PACKAGE, "--lib", "--", "-Zunstable-options",
                        "--output-format", "json"], cwd=WORK, env=env, check=True)
        os.replace(os.path.join(env["CARGO_TARGET_DIR"], "doc", PACKAGE.replace("-", "_") + ".json"), JSON)
    with open(JSON) as f:
        return json.load(f)


prepare()
API = load_api()
INDEX, PATHS = API["index"], API["paths"]


def kind(item):
    return next(iter(item["inner"]))


def body(item):
    return item["inner"][kind(item)]


def get(id_):
    return INDEX.get(str(id_))


def ident(name):
    return "r#" + name if name in KEYWORDS else name


def canonical(id_):
    p = PATHS.get(str(id_))
    return "::".join(p["path"]) if p else None


def is_local(id_):
    p = PATHS.get(str(id_))
    return bool(p and p["crate_id"] == 0)


# ---------------------------------------------------------------- public paths

modules = []                                  # sdk::... of every public module
public = collections.defaultdict(list)        # local id -> [(path, is_reexport)]
external = []                                 # (path, kind, canonical) of re-exported outside items
sdk_path = {}                                 # canonical name -> path through sdk


def walk(module_id, prefix):
    for child in body(get(module_id))["items"]:
        item = get(child)
        if item is None or item["visibility"] not in ("public", "default"):
            continue
        k = kind(item)
        if k == "module":
            path = f"{prefix}::{ident(item['name'])}"
            modules.append(path)
            walk(child, path)
        elif k == "use":
            use = body(item)
            assert not use["is_glob"], f"glob re-export not handled: {use['source']}"
            path = f"{prefix}::{ident(use['name'])}"
            target = use["id"]
            if is_local(target):
                public[target].append((path, True))
            else:
                external.append((path, PATHS[str(target)]["kind"], canonical(target), use["source"].lstrip(":")))
                sdk_path.setdefault(canonical(target), path)
        else:
            public[child].append((f"{prefix}::{ident(item['name'])}", False))


walk(API["root"], "sdk")
best = {i: min((p for p, _ in ps), key=lambda p: (p.count("::"), p)) for i, ps in public.items()}
for i, p in best.items():
    sdk_path[canonical(i)] = p
# A type alias of the crate for an outside type: write the alias.
sdk_path["aws_smithy_runtime_api::client::result::SdkError"] = "sdk::error::SdkError"

# Outside items that are not re-exported: the path as the official source writes it.
written = {}


def note_written(t):
    if isinstance(t, dict):
        if isinstance(t.get("path"), str) and "id" in t and t["path"].startswith("::"):
            written.setdefault(canonical(t["id"]), t["path"][2:])
        for v in t.values():
            note_written(v)
    elif isinstance(t, list):
        for v in t:
            note_written(v)


for item in INDEX.values():
    note_written(item["inner"])


class Unnameable(Exception):
    """The type has no public path."""


def name_of(id_, path):
    c = canonical(id_)
    if c is None:
        raise Unnameable(path)
    if c in sdk_path:
        return sdk_path[c]
    if is_local(id_):
        raise Unnameable(path)
    last = c.split("::")[-1]
    if c.split("::")[0] in ("core", "alloc", "std"):
        if last in PRELUDE and c not in ("core::fmt::Result",):
            return last
        if c in STD:
            return STD[c]
        return written.get(c) or "std::" + c.split("::", 1)[1]
    return written.get(c, c)


# ---------------------------------------------------------------- rendering of types

HTTP_RESPONSE = "sdk::config::http::HttpResponse"


class Ctx:
    """Substitutions for generics, the name given to elided lifetimes, and generics made on the way."""

    def __init__(self, subst=None, elide=None):
        self.subst = subst or {}
        self.elide = elide
        self.generics = []
        self.argument = False      # impl Trait in argument position becomes a generic

    def fresh(self, bounds):
        name = f"G{len(self.generics)}"
        self.generics.append(None)
        self.generics[int(name[1:])] = f"{name}: {bounds}"
        return name


def life(l, cx):
    return cx.elide if l == "'_" and cx.elide else l


def generic_args(args, cx):
    if not args:
        return ""
    if "parenthesized" in args:
        a = args["parenthesized"]
        out = f" -> {ty(a['output'], cx)}" if a.get("output") else ""
        return f"({', '.join(ty(t, cx) for t in a['inputs'])}){out}"
    a = args["angle_bracketed"]
    parts = []
    for g in a["args"]:
        if "type" in g:
            parts.append(ty(g["type"], cx))
        elif "lifetime" in g:
            parts.append(life(g["lifetime"], cx))
        else:
            raise NotImplementedError(g)
    for c in a.get("constraints", []):
        eq = c["binding"]["equality"]
        parts.append(f"{c['name']} = {ty(eq['type'], cx)}")
    return f"<{', '.join(parts)}>" if parts else ""


def bound(b, cx):
    if "outlives" in b:
        return life(b["outlives"], cx)
    tb = b["trait_bound"]
    q = "?" if tb["modifier"] == "maybe" else ""
    forall = ", ".join(p["name"] for p in tb["generic_params"])
    forall = f"for<{forall}> " if forall else ""
    return f"{q}{forall}{name_of(tb['trait']['id'], tb['trait']['path'])}{generic_args(tb['trait']['args'], cx)}"


def bounds(bs, cx):
    return " + ".join(bound(b, cx) for b in bs)


def ty(t, cx):
    if t is None:
        return "()"
    k, v = next(iter(t.items()))
    if k == "generic":
        return cx.subst.get(v, v)
    if k == "primitive":
        return "!" if v == "never" else v
    if k == "borrowed_ref":
        l = v["lifetime"]
        l = life(l, cx) if l else cx.elide
        return f"&{l + ' ' if l else ''}{'mut ' if v['is_mutable'] else ''}{ty(v['type'], cx)}"
    if k == "tuple":
        inner = ", ".join(ty(x, cx) for x in v)
        return f"({inner},)" if len(v) == 1 else f"({inner})"
    if k == "slice":
        return f"[{ty(v, cx)}]"
    if k == "array":
        return f"[{ty(v['type'], cx)}; {v['len']}]"
    if k == "impl_trait":
        return cx.fresh(bounds(v, cx)) if cx.argument else f"impl {bounds(v, cx)}"
    if k == "dyn_trait":
        parts = [name_of(x["trait"]["id"], x["trait"]["path"]) + generic_args(x["trait"]["args"], cx)
                 for x in v["traits"]]
        if v["lifetime"]:
            parts.append(v["lifetime"])
        return f"(dyn {' + '.join(parts)})" if len(parts) > 1 else f"dyn {parts[0]}"
    if k == "resolved_path":
        if v["path"].endswith("::SendResult"):      # private alias for the result of an operation
            a = v["args"]["angle_bracketed"]["args"]
            return f"Result<{ty(a[0]['type'], cx)}, sdk::error::SdkError<{ty(a[1]['type'], cx)}>>"
        n = name_of(v["id"], v["path"])
        args = generic_args(v["args"], cx)
        if n == "sdk::error::SdkError":             # the second argument defaults to HttpResponse
            args = args.replace(f", {HTTP_RESPONSE}>", ">")
        return n + args
    raise NotImplementedError(k)


def where(preds, cx, skip=()):
    out = []
    for p in preds:
        if "bound_predicate" in p:
            b = p["bound_predicate"]
            if b["type"].get("generic") in skip:
                continue
            if not b["bounds"]:
                continue
            out.append(f"{ty(b['type'], cx)}: {bounds(b['bounds'], cx)}")
        elif "lifetime_predicate" in p:
            b = p["lifetime_predicate"]
            out.append(f"{b['lifetime']}: {' + '.join(b['outlives'])}")
        else:
            raise NotImplementedError(p)
    return f" where {', '.join(out)}" if out else ""


# ---------------------------------------------------------------- emitting

emitted = []      # (item id, category, source)
skipped = []      # (item id, reason)
foreign = []      # impls met on a type they are not for


def emit(item, category, source):
    assert category in CATEGORIES + NOT_COUNTED, category
    emitted.append((item, category, source))


def short(path):
    return path.replace("sdk::", "", 1).replace("r#", "")


def elided(t):
    """Number of elided lifetimes in a type."""
    if isinstance(t, dict):
        n = 0
        if "borrowed_ref" in t and t["borrowed_ref"]["lifetime"] is None:
            n += 1
        if t.get("lifetime") == "'_" or t.get("outlives") == "'_":
            n += 1
        return n + sum(elided(v) for v in t.values())
    if isinstance(t, list):
        return sum(elided(v) for v in t)
    return 0


def is_into_string(t):
    try:
        b, = t["impl_trait"]
        a, = b["trait_bound"]["trait"]["args"]["angle_bracketed"]["args"]
        return (canonical(b["trait_bound"]["trait"]["id"]) == "core::convert::Into"
                and canonical(a["type"]["resolved_path"]["id"]) == "alloc::string::String")
    except (KeyError, TypeError, ValueError):
        return False


def contains_pagination_stream(t):
    return "pagination_stream::PaginationStream" in json.dumps(t)


def emit_function(f, owner, owner_path, category, owner_subst=None, generic_owner=None, skip_where=()):
    """One function that calls the method or associated function `f` of `owner`."""
    name, fn = ident(f["name"]), body(f)
    item = f"{short(owner_path)}::{f['name']}"
    inputs, output = fn["sig"]["inputs"], fn["sig"]["output"]
    subst = dict(owner_subst or {}, Self=owner)
    out_elided = elided(output)
    many = out_elided and sum(elided(t) for _, t in inputs) > 1
    cx = Ctx(subst, elide="'s" if many else None)
    plain = Ctx(subst)                # for the non-self inputs
    plain.generics = cx.generics
    plain.argument = True

    has_self = bool(inputs) and inputs[0][0] == "self"
    params, args, generics = [], [], []
    if many:
        generics.append("'s")
    if generic_owner:
        generics.append(generic_owner)
    for p in fn["generics"]["params"]:
        if "lifetime" in p["kind"]:
            generics.insert(0, p["name"])
        elif "type" in p["kind"]:
            if p["kind"]["type"]["is_synthetic"]:
                continue
            bs = p["kind"]["type"]["bounds"]
            generics.append(p["name"] + (f": {bounds(bs, plain)}" if bs else ""))
        else:
            raise NotImplementedError(p)

    chain = None
    letters = "abcdefghijklm"
    for n, (pname, t) in enumerate(inputs):
        letter = letters[n]
        if pname == "self":
            params.append(f"{letter}: {ty(t, cx)}")
            continue
        if is_into_string(t) and len(inputs) == 2 and has_self and output == {"generic": "Self"} \
                and inputs[0][1] == {"generic": "Self"}:
            params += ["b: &str", "c: String"]
            chain = f"a.{name}(b).{name}(c)"
            continue
        params.append(f"{letter}: {ty(t, plain)}")
        args.append(letter)
    cx.argument = False
    if contains_pagination_stream(output):
        return emit_stream(item, category, params, output, cx, name)
    ret = ty(output, cx)
    wh = where(fn["generics"]["where_predicates"], plain, skip_where)
    generics += cx.generics
    gen = f"<{', '.join(generics)}>" if generics else ""
    ret = "" if ret == "()" else f" -> {ret}"
    if chain:
        call = chain
    elif has_self:
        call = f"a.{name}({', '.join(args)})"
    else:
        call = f"{owner}::{name}({', '.join(args)})"
    is_async = fn["header"]["is_async"]
    emit(item, category, f"pub {'async ' if is_async else ''}fn NAME{gen}({', '.join(params)}){ret}{wh} "
                         f"{{ {call}{'.await' if is_async else ''} }}")
    if is_async:
        # Programs spawn the future or box it, so it has to be Send.
        emit(f"{item} (future is Send)", category,
             f"pub fn NAME{gen}({', '.join(params)}){wh} {{ fn need<T: Send>(_: T) {{}} need({call}) }}")


def emit_stream(item, category, params, output, cx, name):
    """A PaginationStream is used, not named: next, try_next, collect."""
    inner = ty(output["resolved_path"]["args"]["angle_bracketed"]["args"][0]["type"], cx)
    assert inner.startswith("Result<")
    ok = inner[len("Result<"):].split(", sdk::error::SdkError<")[0]
    err = "sdk::error::SdkError<" + inner.split(", sdk::error::SdkError<")[1][:-1]
    p = ", ".join(params)
    emit(f"{item} (next)", category,
         f"pub async fn NAME({p}) -> Option<{inner}> {{ let mut s = a.{name}(); s.next().await }}")
    emit(f"{item} (try_next)", category,
         f"pub async fn NAME({p}) -> Result<Option<{ok}>, {err}> {{ let mut s = a.{name}(); s.try_next().await }}")
    emit(f"{item} (collect)", category,
         f"pub async fn NAME({p}) -> Result<Vec<{ok}>, {err}> "
         f"{{ a.{name}().collect::<Result<Vec<_>, _>>().await }}")


def category_of_type(path, is_error):
    if path.startswith("sdk::config") or path == "sdk::Config":
        return "config"
    if "::paginator::" in path:
        return "paginator"
    if path.endswith("FluentBuilder"):
        return "fluent setters"
    if path.startswith("sdk::client") or path == "sdk::Client":
        return "client"
    if path.startswith(("sdk::types::error", "sdk::error")) or path == "sdk::Error" or is_error:
        return "errors"
    if path.endswith("Builder"):
        return "builder setters"
    return None


def category_of_method(path, f, is_error):
    c = category_of_type(path, is_error)
    if f["name"] == "send_with":
        return "client"
    if c == "fluent setters":
        return {"send": "client", "customize": "client", "as_input": "client",
                "into_paginator": "paginator"}.get(f["name"], c)
    if c:
        return c
    if f["name"] == "builder":
        return "builder setters"
    inputs = body(f)["sig"]["inputs"]
    return "accessors" if inputs and inputs[0][0] == "self" else "other"


def impls_of(item):
    for i in body(item)["impls"]:
        impl = get(i)
        if impl:
            yield impl


def emit_trait_impls(item, owner, path, owner_subst):
    autos = []
    seen = set()
    for impl in sorted(impls_of(item), key=lambda i: json.dumps(body(i)["trait"], sort_keys=True)):
        im = body(impl)
        tr = im["trait"]
        if tr is None or im["blanket_impl"] is not None or im["is_negative"]:
            continue
        if im["for"].get("resolved_path", {}).get("id") != item["id"]:
            foreign.append(im)      # e.g. From<OpError> for Error, also listed with OpError
            continue
        tname = tr["path"].split("::")[-1]
        if im["is_synthetic"]:
            if tname in AUTO_TRAITS:
                autos.append(tname)
            continue
        if tname in SKIP_TRAITS:
            continue
        if tname == "CreateUnhandledError":     # what it is for, as programs use it
            emit(f"{short(path)}: SdkError::into_service_error", "errors",
                 f"pub fn NAME(a: sdk::error::SdkError<{owner}>) -> {owner} {{ a.into_service_error() }}")
            continue
        # A generic impl is instantiated: the only type parameter in use is the raw response.
        subst = dict(owner_subst)
        for p in im["generics"]["params"]:
            if "type" in p["kind"]:
                subst.setdefault(p["name"], HTTP_RESPONSE)
        cx = Ctx(subst, elide=None)
        lifetimes = elided(tr["args"])
        if lifetimes:
            cx.elide = "'a"
        try:
            b = name_of(tr["id"], tr["path"]) + generic_args(tr["args"], cx)
        except Unnameable as e:
            skipped.append((f"{short(path)}: {tname}", f"private type or trait {e}"))
            continue
        assoc = [(i["name"], ty(body(i)["type"], cx)) for i in map(get, im["items"]) if i and kind(i) == "assoc_type"]
        if assoc:
            extra = ", ".join(f"{n} = {t}" for n, t in assoc)
            b = b[:-1] + f", {extra}>" if b.endswith(">") else f"{b}<{extra}>"
        if b in seen:
            continue
        seen.add(b)
        forall = "for<'a> " if lifetimes else ""
        emit(f"{short(path)}: {b.replace('sdk::', '')}", "trait impls",
             f"pub fn NAME() {{ fn need<T: {forall}{b}>() {{}} need::<{owner}>() }}")
    if autos:
        b = " + ".join(sorted(autos))
        emit(f"{short(path)}: {b}", "trait impls", f"pub fn NAME() {{ fn need<T: {b}>() {{}} need::<{owner}>() }}")


def emit_type(id_, item):
    path = best[id_]
    owner, subst = path, {}
    params = [p for p in body(item)["generics"]["params"] if "type" in p["kind"]]
    if params:
        # CustomizableOperation<T, E, B>: take the first operation, the way customize() does.
        op = first_operation()
        subst = dict(zip((p["name"] for p in params), op))
        owner = f"{path}<{', '.join(op)}>"
    is_error = any(body(i)["trait"] and body(i)["trait"]["path"].endswith("Error")
                   and not body(i)["blanket_impl"] for i in impls_of(item))

    if kind(item) == "struct":
        k = body(item)["kind"]
        for fid in (k["plain"]["fields"] if isinstance(k, dict) and "plain" in k else []):
            field = get(fid)
            if field is None or field["visibility"] != "public":
                continue
            t = ty(body(field), Ctx(dict(subst, Self=owner)))
            emit(f"{short(path)}.{field['name']}", "fields",
                 f"pub fn NAME(a: &{owner}) -> &{t} {{ &a.{ident(field['name'])} }}")
    else:
        cat = category_of_type(path, is_error) or "enum"
        for vid in body(item)["variants"]:
            emit_variant(get(vid), owner, path, cat)

    for impl in impls_of(item):
        im = body(impl)
        if im["trait"] is not None:
            continue
        args = (im["for"]["resolved_path"]["args"] or {}).get("angle_bracketed", {}).get("args", [])
        if any("generic" not in a.get("type", {"generic": ""}) for a in args):
            skipped.append((f"{short(path)}: {len(im['items'])} methods", "an impl for one type argument alone"))
            continue
        skip = [p["name"] for p in im["generics"]["params"]]
        for fid in im["items"]:
            f = get(fid)
            if f is None or f["visibility"] != "public":
                continue
            assert kind(f) == "function", (path, kind(f))
            cat = category_of_method(path, f, is_error)
            if kind(item) == "enum" and cat in ("accessors", "other"):
                cat = "enum"
            try:
                emit_function(f, owner, path, cat, subst, skip_where=skip)
            except Unnameable as e:
                skipped.append((f"{short(path)}::{f['name']}", f"private type {e}"))
    emit_trait_impls(item, owner, path, subst)


def emit_variant(v, owner, path, cat):
    if v is None:
        return
    name = f"{path}::{ident(v['name'])}"
    item = f"{short(path)}::{v['name']}"
    k = body(v)["kind"]
    if k == "plain":
        emit(item, cat, f"pub fn NAME(a: &{owner}) -> {owner} {{ match a {{ {name} => {name}, o => o.clone() }} }}")
        return
    assert "tuple" in k, k
    fields = [get(f) if f is not None else None for f in k["tuple"]]
    try:
        types = [ty(body(f), Ctx({"Self": owner})) for f in fields]
    except (Unnameable, TypeError):
        # The inside is opaque: a program can only match it.
        wild = ", ".join("_" for _ in fields)
        emit(item, cat, f"pub fn NAME(a: &{owner}) -> bool {{ match a {{ {name}({wild}) => true, _ => false }} }}")
        return
    assert len(types) == 1
    emit(item, cat, f"pub fn NAME(a: &{owner}, b: {types[0]}) -> {owner} "
                    f"{{ match a {{ {name}(x) => {{ let _: &{types[0]} = x; }} _ => {{}} }} {name}(b) }}")


def of_operation(fluent):
    """The output and the error of a fluent builder's operation. Acronyms are written otherwise in the output's name."""
    mod, n = fluent.split("::builders::")
    n = n[: -len("FluentBuilder")]
    output = next(p for p in best.values() if p.lower() == f"{mod}::{n}Output".lower())
    return [output, f"{mod}::{n}Error"]


def fluent_builders():
    """Those of operations; waiters have some, too."""
    return sorted(p for p in best.values() if "::builders::" in p and p.endswith("FluentBuilder"))


def first_operation():
    fluent = fluent_builders()[0]
    return [*of_operation(fluent), fluent]


def emit_trait(id_, item):
    path = best[id_]
    cat = category_of_type(path, False) or "other"
    methods = [get(i) for i in body(item)["items"]]
    for f in methods:
        emit_function(f, "T", path, cat, generic_owner=f"T: {path}")
    # Programs implement these traits and use them as trait objects.
    required = []
    for f in methods:
        fn = body(f)
        if fn["has_body"]:
            continue
        cx = Ctx({"Self": "S"})
        lts = [p["name"] for p in fn["generics"]["params"] if "lifetime" in p["kind"]]
        ps = []
        for n, (pname, t) in enumerate(fn["sig"]["inputs"]):
            if pname == "self":
                r = t.get("borrowed_ref")
                ps.append("self" if r is None else
                          f"&{r['lifetime'] + ' ' if r['lifetime'] else ''}{'mut ' if r['is_mutable'] else ''}self")
            else:
                ps.append(f"_{n}: {ty(t, cx)}")
        required.append(f"fn {ident(f['name'])}{'<' + ', '.join(lts) + '>' if lts else ''}({', '.join(ps)}) -> "
                        f"{ty(fn['sig']['output'], cx)} {{ todo!() }}")
    emit(f"{short(path)} (implement)", cat,
         f"pub fn NAME() {{ #[derive(Debug)] struct S; impl {path} for S {{ {' '.join(required)} }} }}")
    emit(f"{short(path)} (dyn)", cat, f"pub fn NAME(_: &dyn {path}) {{}}")


def emit_type_level():
    """What programs do with operations' errors as types: two of them have to be two types, and each an enum of its own."""
    errors = sorted(p for p in best.values() if re.fullmatch(r"sdk::operation::[^:]+::\w+Error", p))
    for error, other in zip(errors, errors[1:] + errors[:1]):
        item, pair = short(error), (error, other)
        for name, of in (("SdkError", "sdk::error::SdkError<{}>"), ("error", "{}")):
            impls = " ".join(f"impl From<{of.format(e)}> for E {{ fn from(_: {of.format(e)}) -> E {{ E }} }}" for e in pair)
            emit(f"{item} ({name} and {short(other)} into one type)", "type-level uses",
                 f"pub fn NAME() {{ struct E; {impls} }}")
        impls = " ".join(f"impl Retry for {e} {{}}" for e in pair)
        emit(f"{item} (a trait for it and {short(other)})", "type-level uses",
             f"pub fn NAME() {{ trait Retry {{}} {impls} }}")
        emit(f"{item}::* (variants in scope)", "type-level uses",
             f"pub fn NAME(a: &{error}) -> bool {{ use {error}::*; match a {{ Unhandled(_) => true, _ => false }} }}")


def emit_paths():
    for m in modules:
        emit(f"{short(m)} (module)", "other", f"pub fn NAME() {{ use {m} as _m; }}")
    for path, k, canon, source in external:
        if k == "trait" or canon.endswith("::DisplayErrorContext"):
            src = f"pub fn NAME() {{ use {path} as _x; }}"
        else:
            src = f"pub fn NAME(_: &{path}) {{}}"
        emit(f"{short(path)} (path)", "re-exports", src)
        if canon.split("::")[-1] in ("DisplayErrorContext", "IntoShared"):      # generic
            continue
        if k == "trait":
            src = f"pub fn NAME<T: {path}>() {{ fn need<U: {source}>() {{}} need::<T>() }}"
        else:
            src = f"pub fn NAME(a: &mut {path}, mut f: impl FnMut(&mut {source})) {{ f(a) }}"
        emit(f"{short(path)} is {source}", "same type", src)
    for id_, paths in public.items():
        item = get(id_)
        k = kind(item)
        for path, reexport in paths:
            cat = "re-exports" if reexport else "other"
            if k == "trait" or k == "type_alias" or body(item).get("generics", {}).get("params"):
                src = f"pub fn NAME() {{ use {path} as _x; }}"
            elif k in ("struct", "enum"):
                src = f"pub fn NAME(_: &{path}) {{}}"
            else:
                continue
            emit(f"{short(path)} (path)", cat, src)


def main():
    for id_ in sorted(public, key=lambda i: best[i]):
        item = get(id_)
        k = kind(item)
        path = best[id_]
        if k in ("struct", "enum"):
            emit_type(id_, item)
        elif k == "trait":
            emit_trait(id_, item)
        elif k == "static" or k == "constant":
            emit(short(path), "other", f"pub fn NAME() -> {ty(body(item)['type'], Ctx()).replace('&', chr(38) + chr(39) + 'static ')} {{ {path} }}")
        elif k == "type_alias":
            e = first_operation()[1]
            emit(f"{short(path)}<E>", "errors", f"pub fn NAME(a: {path}<{e}>) -> {path}<{e}, {HTTP_RESPONSE}> {{ a }}")
        elif k == "function":
            raise NotImplementedError("free function " + path)
        else:
            raise NotImplementedError(k)
    # customize() for each operation, used to the end.
    for p in fluent_builders():
        output, error = of_operation(p)
        emit(f"{short(p)}::customize().send()", "client",
             f"pub async fn NAME(a: {p}) -> Result<{output}, sdk::error::SdkError<{error}>> "
             f"{{ a.customize().send().await }}")
    # The argument type is private in the official crate; programs pass a &'static str.
    tokens = any(i == "config::Builder::idempotency_token_provider" for i, _ in skipped)
    for name, sig, call in () if not tokens else (
            ("idempotency_token_provider", "a: B, b: &'static str) -> B", "a.idempotency_token_provider(b)"),
            ("set_idempotency_token_provider", "a: &mut B) -> &mut B",
             "a.set_idempotency_token_provider(Some(\"token\".into()))")):
        emit(f"config::Builder::{name}", "config",
             f"pub fn NAME({sig.replace('B', 'sdk::config::Builder')} {{ {call} }}")
        skipped[:] = [s for s in skipped if s[0] != f"config::Builder::{name}"]
    emit_type_level()
    emit_paths()

    # They are written with operations of Wickr.
    with open(USES if PACKAGE == WICKR else os.devnull) as f:
        for m in re.finditer(r"^// (.+)\n((?:.+\n)+)", f.read(), re.M):
            if not m[1].startswith("!"):
                emit(m[1], "runtime uses", re.sub(r"\bfn _\b", "fn NAME", m[2].rstrip(), count=1))

    order = {c: n for n, c in enumerate(CATEGORIES + NOT_COUNTED)}
    emitted.sort(key=lambda e: (order[e[1]], e[0]))
    ids = collections.Counter(e[0] for e in emitted)
    twice = [i for i, n in ids.items() if n > 1]
    assert not twice, f"items emitted twice: {twice[:5]}"
    with open(OUT, "w") as f:
        f.write("// Written by calls.py.  One function per public item; `// ITEM | CATEGORY` names it.\n")
        f.write(f"use {PACKAGE.replace('-', '_')} as sdk;\n\n")
        for n, (item, cat, src) in enumerate(emitted, 1):
            f.write(f"// {item} | {cat}\n{src.replace('NAME', f't_{n:04}', 1)}\n\n")
    counts = collections.Counter(e[1] for e in emitted)
    for c in CATEGORIES:
        print(f"{counts[c]:6}  {c}")
    print(f"{sum(counts[c] for c in CATEGORIES):6}  total")
    for c in NOT_COUNTED:
        print(f"{counts[c]:6}  {c} (not in the total)")
    outside = {json.dumps(im["for"]) for im in foreign
               if im["for"].get("resolved_path", {}).get("id") not in public}
    for t in sorted(outside):
        print(f"left out: impl for a type outside the crate: {t}", file=sys.stderr)
    for item, why in skipped:
        print(f"left out: {item}: {why}", file=sys.stderr)


main()
