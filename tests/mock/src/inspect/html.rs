//! The page about a service: requests with their bodies, state, routes.
//!
//! In: what the service has. Out: one page that needs nothing else, and the policy that lets a browser run the page's own
//! script and nothing else. All text that comes from elsewhere goes through [`escape`]. The script asks for the page anew and
//! takes the difference over, so what is shown is written here alone, and without a script the page shows the same.

use super::escape::escape;
use super::{Pages, SHOWN, bodies, time};
use crate::model::Place;
use crate::request::RecordedRequest;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// How many tables of the state are shown, and how many records of each.
const TABLES: usize = 200;
const RECORDS: usize = 100;

/// What browsers are told of what the pages may do.
pub(super) static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; connect-src 'self'; img-src data:; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        hash(SCRIPT),
        hash(STYLE)
    )
});

/// The beginning of a page, up to what is more in its head. The icon is none: otherwise the service would be asked for one.
fn head(title: &str) -> String {
    format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>{title} (mock)</title>\
         <meta name=viewport content=\"width=device-width\"><meta name=color-scheme content=\"light dark\">\
         <link rel=icon href=\"data:,\">"
    )
}

/// What is at the root of a service that has nothing there.
pub(super) fn pointer(pages: &Pages) -> String {
    let title = escape(&pages.model().title);
    format!(
        "{}\n<h1>{title} <small>mock</small></h1>\n<p>Requests, state and routes are at \
         <a href=/_mock>/_mock</a>, for programs at <a href=/_mock.json>/_mock.json</a>.</p>\n",
        head(&title)
    )
}

/// The page as a whole. `version` changes with what it shows.
pub(super) fn page(pages: &Pages, version: &str) -> String {
    let title = escape(&pages.model().title);
    format!(
        "{}<style>{STYLE}</style></head><body data-version=\"{version}\"><header><h1>{title} <small>mock</small></h1>\
         <form id=look><input id=filter type=search placeholder=\"Filter: 404 post /networks …\" aria-label=Filter \
         autocomplete=off spellcheck=false><label><input id=live type=checkbox checked> Refresh</label></form>\
         <form id=reset method=post action=/_mock/reset>\
         <button title=\"Back to the state at the start, without requests\">Reset</button></form>\
         <p id=told role=status></p></header><main>{}{}{}</main><footer>The same as JSON: \
         <a href=/_mock.json>/_mock.json</a>; its <code>state</code> is what <code>--seed</code> takes.</footer>\
         <script>{SCRIPT}</script></body></html>",
        head(&title),
        requests(pages),
        state(pages),
        routes(pages),
    )
}

fn requests(pages: &Pages) -> String {
    let history = pages.running.history();
    let (count, resets) = (history.count(), history.resets());
    // Bodies are cheap to clone, and are written without keeping requests from being answered.
    let recent: Vec<_> = history.iter().rev().take(SHOWN).cloned().collect();
    drop(history);
    let of =
        if count > recent.len() as u64 { format!("the last {} of {count}", recent.len()) } else { count.to_string() };
    let rows: String = recent.iter().map(|found| request(pages, resets, found)).collect();
    let rows = if rows.is_empty() { "<p id=none class=row>None yet.</p>".to_owned() } else { rows };
    format!(
        "<section><h2>Requests <small id=count data-live>{of}</small></h2><div class=titles aria-hidden=true>\
         <span>Time</span><span>Took</span><span>Status</span><span>Method</span><span>Path</span><span>Operation</span>\
         <span>Why</span></div><div id=requests data-live=rows>{rows}</div></section>"
    )
}

fn request(pages: &Pages, resets: u64, request: &RecordedRequest) -> String {
    let name = request.operation.as_deref();
    let operation = pages.model().operations.iter().find(|operation| Some(&*operation.name) == name);
    let at = time(request.at);
    let status = if request.status == 0 { "—".to_owned() } else { request.status.to_string() };
    format!(
        "<details id=r{resets}-{} class=row data-fixed><summary><time datetime=\"{at}\">{}</time>\
         <span class=took>{:.2} ms</span><span class=\"status s{}\">{status}</span><span>{}</span><code class=path>{}</code>\
         <span class=operation>{}</span><span class=why>{}</span></summary>\
         <div class=bodies><div><h3>Request</h3><pre>{}</pre></div><div><h3>Answer</h3><pre>{}</pre></div></div></details>",
        request.number,
        at.get(11..19).unwrap_or_default(),
        request.took.as_secs_f64() * 1000.0,
        request.status / 100,
        escape(&request.method),
        escape(&target(pages, request)),
        escape(name.unwrap_or_default()),
        escape(request.why.as_deref().unwrap_or_default()),
        escape(&bodies::request(pages, operation, request)),
        escape(&bodies::answer(pages, operation, request)),
    )
}

/// Path and query, without secrets.
fn target(pages: &Pages, request: &RecordedRequest) -> String {
    let (mut path, mut all) = (request.path.clone(), false);
    if let Some((operation, labels)) = pages.running.service.meaning(request) {
        let members = &pages.model().structure(operation.input).members;
        let secret =
            |place: &Place| members.iter().any(|member| member.place == *place && pages.secrets.is_secret(member));
        all = secret(&Place::QueryMap);
        if secret(&Place::Label) {
            path = pages.secrets.path(&operation.path, &labels, members);
        }
    }
    match request.query.as_str() {
        "" => path,
        query => format!("{path}?{}", pages.secrets.query(query, all)),
    }
}

/// The first tables, and of each the first records: there may be more than a page has room for.
fn state(pages: &Pages) -> String {
    let store = pages.running.store();
    let count = store.tables().count();
    let tables = store.tables().take(TABLES).map(|(path, records)| {
        let shown = records.iter().take(RECORDS).map(|(id, record)| (id.clone(), Value::Object(record.clone())));
        (path, records.len(), shown.collect::<Value>())
    });
    let tables: Vec<_> = tables.collect();
    drop(store);
    let more_tables = count.saturating_sub(tables.len());
    let rows = tables.into_iter().map(|(path, size, mut records)| {
        pages.secrets.hide(&mut records);
        let text = escape(&serde_json::to_string_pretty(&records).unwrap_or_default());
        let path = escape(&path);
        let rest = match size.saturating_sub(RECORDS) {
            0 => String::new(),
            more => format!("\n… and {more} records more, in /_mock.json"),
        };
        format!(
            "<details id=\"t-{path}\" class=row><summary><code>{path}</code> <small>{size}</small></summary>\
             <pre>{text}{rest}</pre></details>"
        )
    });
    let mut rows: String = rows.collect();
    match (count, more_tables) {
        (0, _) => rows.push_str("<p id=nothing class=row>Nothing yet.</p>"),
        (_, 0) => {}
        _ => rows.push_str(&format!("<p id=more>… and {more_tables} tables more, in /_mock.json</p>")),
    }
    format!(
        "<section><h2>State <small id=tables data-live>{count}</small></h2><div id=state data-live=rows>{rows}</div></section>"
    )
}

fn routes(pages: &Pages) -> String {
    let operations = &pages.model().operations;
    let rows = operations.iter().map(|operation| {
        format!(
            "<tr class=row><td>{}<td><code>{}</code><td>{}",
            escape(&operation.method),
            escape(&operation.path),
            escape(&operation.name)
        )
    });
    let rows: String = rows.collect();
    format!(
        "<section><h2>Routes <small>{}</small></h2><table><thead><tr><th>Method<th>Path<th>Operation</thead>\
         <tbody>{rows}</tbody></table></section>",
        operations.len()
    )
}
