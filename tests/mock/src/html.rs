//! The overview of a service as a page: requests, state, routes. Plain HTML, without scripts.

use serde_json::Value;
use std::collections::HashSet;

const STYLE: &str = "body{font:15px/1.45 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem}\
    table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.2rem .8rem .2rem 0;vertical-align:top;\
    border-bottom:1px solid #8883}code,pre{font:13px/1.45 ui-monospace,monospace}pre{white-space:pre-wrap}\
    .s2{color:#188038}.s4{color:#b06000}.s5,.s0{color:#c5221f}:root{color-scheme:light dark}";

/// Members that hold secrets, whatever a model says.
const SECRETS: [&str; 7] =
    ["inviteCode", "extraAuthParams", "password", "secret", "accessToken", "refreshToken", "idToken"];

/// The page of an overview. Values of members whose names are in `sensitive` are hidden.
pub(crate) fn page(overview: &Value, sensitive: &HashSet<String>) -> String {
    let title = escape(text(overview, "service"));
    let count = &overview["request_count"];
    let requests = rows(overview, "requests", |request| {
        let status = request["status"].as_u64().unwrap_or_default();
        let time = request["microseconds"].as_u64().unwrap_or_default() as f64 / 1000.0;
        format!(
            "<td>{}<td><code>{}</code><td>{}<td class=s{}>{status}<td>{time:.2} ms<td>{}",
            escape(text(request, "method")),
            escape(text(request, "path")),
            escape(text(request, "operation")),
            status / 100,
            escape(text(request, "why")),
        )
    });
    let routes = rows(overview, "routes", |route| {
        format!(
            "<td>{}<td><code>{}</code><td>{}",
            escape(text(route, "method")),
            escape(text(route, "path")),
            escape(text(route, "operation"))
        )
    });
    format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>{title} (mock)</title><style>{STYLE}</style>\
         <h1>{title} <small>(mock)</small></h1><p>{count} requests. The same as JSON: <a href=/_mock.json>/_mock.json</a>; \
         its <code>state</code> is what <code>--seed</code> takes.\
         <h2>Recent requests</h2><table><tr><th>Method<th>Path<th>Operation<th>Status<th>Time<th>Why{requests}</table>\
         <h2>State</h2>{}<h2>Routes</h2><table><tr><th>Method<th>Path<th>Operation{routes}</table></html>",
        tables(overview, sensitive)
    )
}

fn tables(overview: &Value, sensitive: &HashSet<String>) -> String {
    let tables = overview["state"].as_object().into_iter().flatten();
    let tables = tables.map(|(path, records)| {
        let count = records.as_object().map_or(0, serde_json::Map::len);
        let mut shown = records.clone();
        hide(&mut shown, sensitive);
        let records = escape(&serde_json::to_string_pretty(&shown).unwrap_or_default());
        format!("<details><summary><code>{}</code> ({count})</summary><pre>{records}</pre></details>", escape(path))
    });
    let tables: String = tables.collect();
    if tables.is_empty() { "<p>Nothing yet.".to_owned() } else { tables }
}

fn rows(overview: &Value, list: &str, row: impl Fn(&Value) -> String) -> String {
    let items = overview[list].as_array().into_iter().flatten();
    items.map(|item| format!("<tr>{}", row(item))).collect()
}

fn text<'v>(value: &'v Value, name: &str) -> &'v str {
    value[name].as_str().unwrap_or_default()
}

fn hide(value: &mut Value, sensitive: &HashSet<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                if sensitive.contains(name) || SECRETS.contains(&name.as_str()) {
                    *value = "•••".into()
                } else {
                    hide(value, sensitive)
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| hide(item, sensitive)),
        _ => {}
    }
}

/// Text that is no markup.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
