//! The figures as a picture: bars, for each row as shares of its largest. It reads on light pages and on dark ones.

use super::figure::{Figure, shown};
use super::machine::Machine;
use super::peer::Peer;
use std::fmt::Write;

const WIDTH: usize = 1000;
/// Where the bars begin, and how long the longest is.
const BARS: usize = 340;
const LONGEST: f64 = 430.0;
/// From a bar to the next, and from a row to the next.
const STEP: usize = 18;
const GAP: usize = 12;
/// Above the first row.
const HEAD: usize = 70;

const STYLE: &str = r#"  <style>
    :root { --page: #ffffff; --edge: #d0d7de; --text: #1f2328; --dim: #59636e; --ours: #0550ae; --leanest: #bc4c00; --default: #d4a72c; --by-hand: #116329; --bare: #8c959f; }
    @media (prefers-color-scheme: dark) {
      :root { --page: #0d1117; --edge: #3d444d; --text: #f0f6fc; --dim: #9198a1; --ours: #79c0ff; --leanest: #ffa657; --default: #e3b341; --by-hand: #7ee787; --bare: #6e7681; }
    }
    text { font-family: system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; font-size: 13px; fill: var(--text); }
    .row { text-anchor: end; }
    .head { font-weight: 600; font-size: 15px; }
    .dim { fill: var(--dim); font-size: 12px; }
    .page { fill: var(--page); stroke: var(--edge); }
    .ours { fill: var(--ours); } .leanest { fill: var(--leanest); } .default { fill: var(--default); } .by-hand { fill: var(--by-hand); } .bare { fill: var(--bare); }
  </style>
"#;

/// The rows of the small picture, one for each thing that a user pays for; those are in it, too, in which we aren't ahead.
const FEW: [&str; 6] = ["check-sdk", "size-one", "size-all", "update-64", "list-64", "peak"];

/// The picture of all rows in which something is compared.
pub(super) fn svg(figures: &[Figure], machine: &Machine) -> String {
    picture(figures.iter(), machine)
}

/// The same of a few rows.
pub(super) fn few(figures: &[Figure], machine: &Machine) -> String {
    picture(figures.iter().filter(|figure| FEW.contains(&figure.row.name)), machine)
}

fn picture<'a>(figures: impl Iterator<Item = &'a Figure>, machine: &Machine) -> String {
    let compared: Vec<&Figure> = figures.filter(|figure| bars(figure).len() > 1).collect();
    let rows: usize = compared.iter().map(|figure| STEP * bars(figure).len() + GAP).sum();
    let height = HEAD + rows + GAP;
    let mut body = legend();
    let mut y = HEAD;
    for figure in compared {
        y = row(&mut body, figure, y);
    }
    let about = escaped(&format!("{}; {}; {}", machine.date, machine.hardware, machine.official));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"title about\">\n  \
         <title id=\"title\">What the SDK costs, beside others</title>\n  <desc id=\"about\">{about}. Shorter is better. The page \
         beside this has the same figures as tables.</desc>\n{STYLE}  \
         <rect class=\"page\" x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"10\"/>\n  \
         <text class=\"head\" x=\"24\" y=\"28\">Shorter is better</text>\n  <text class=\"dim\" x=\"174\" y=\"28\">{about}</text>\n\
         {body}</svg>\n",
        WIDTH - 1,
        height - 1,
    )
}

/// Who has which colour.
fn legend() -> String {
    let mut text = String::new();
    for (index, peer) in Peer::ALL.into_iter().enumerate() {
        let x = 24 + 150 * index;
        // Writing to a String does not fail.
        let _ = writeln!(
            text,
            "  <rect class=\"{}\" x=\"{x}\" y=\"42\" width=\"12\" height=\"12\" rx=\"2\"/>",
            class(peer)
        );
        let _ = writeln!(text, "  <text x=\"{}\" y=\"53\">{}</text>", x + 18, escaped(peer.title()));
    }
    text
}

/// Draws a row from `y` on; where the next begins.
fn row(body: &mut String, figure: &Figure, y: usize) -> usize {
    let bars = bars(figure);
    let largest = bars.iter().map(|(_, value, _)| *value).fold(0.0, f64::max);
    let middle = y + STEP * bars.len() / 2 + 5;
    let _ =
        writeln!(body, "  <text class=\"row\" x=\"{}\" y=\"{middle}\">{}</text>", BARS - 14, escaped(figure.row.title));
    for (index, (peer, value, label)) in bars.iter().enumerate() {
        let top = y + STEP * index;
        let length = if largest > 0.0 { (value / largest * LONGEST).max(1.0) } else { 1.0 };
        let class = class(*peer);
        let _ = writeln!(
            body,
            "  <rect class=\"{class}\" x=\"{BARS}\" y=\"{top}\" width=\"{length:.1}\" height=\"14\" rx=\"2\"/>"
        );
        let x = BARS as f64 + length + 8.0;
        let _ = writeln!(body, "  <text x=\"{x:.1}\" y=\"{}\">{}</text>", top + 12, escaped(label));
    }
    y + STEP * bars.len() + GAP
}

/// What was measured of a row: the median, and how it is shown.
fn bars(figure: &Figure) -> Vec<(Peer, f64, String)> {
    let bar = |(peer, _): &(Peer, _)| {
        let samples = figure.samples(*peer)?;
        Some((*peer, samples.median(), shown(samples, figure.row.unit)))
    };
    figure.cells.iter().filter_map(bar).collect()
}

fn class(peer: Peer) -> &'static str {
    match peer {
        Peer::Ours => "ours",
        Peer::Leanest => "leanest",
        Peer::Default => "default",
        Peer::ByHand => "by-hand",
        Peer::Bare => "bare",
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::{FEW, few, svg};
    use crate::command::bench::figure::Figure;
    use crate::command::bench::machine::Machine;
    use crate::command::bench::row::ROWS;
    use crate::command::bench::table::tests::{figures, row};

    fn machine() -> Machine {
        Machine {
            hardware: "A & B <CPU>".to_owned(),
            date: "2026-11-28".to_owned(),
            rustc: String::new(),
            official: "aws-sdk-wickr 1.30.0".to_owned(),
            others: None,
        }
    }

    fn chart() -> String {
        svg(&figures(), &machine())
    }

    #[test]
    fn the_small_picture_has_few_rows() {
        let names: Vec<&str> = ROWS.iter().map(|row| row.name).collect();
        assert!(FEW.iter().all(|few| names.contains(few)), "{FEW:?} among {names:?}");
        let mut figures = figures();
        figures.push(Figure { row: row("crates"), ..figures[0].clone() });
        let machine = machine();
        let titles = |chart: &str| chart.matches("<text class=\"row\"").count();
        assert_eq!((titles(&svg(&figures, &machine)), titles(&few(&figures, &machine))), (3, 2));
    }

    #[test]
    fn bars_are_shares_of_the_rows_largest() {
        let chart = chart();
        // 5 MB of 10 MB, and 10 MB.
        assert!(chart.contains("<rect class=\"ours\" x=\"340\" y=\"70\" width=\"215.0\""), "{chart}");
        assert!(chart.contains("<rect class=\"leanest\" x=\"340\" y=\"88\" width=\"430.0\""), "{chart}");
        assert!(chart.contains(">5.00 MB</text>") && chart.contains(">1.50 s (1.40–1.60)</text>"), "{chart}");
    }

    #[test]
    fn rows_with_nothing_to_compare_are_left_out() {
        assert!(!chart().contains("generate"), "one bar says nothing");
    }

    #[test]
    fn texts_are_escaped_and_dark_pages_have_colours_of_their_own() {
        let chart = chart();
        assert!(chart.contains("A &amp; B &lt;CPU&gt;") && !chart.contains("<CPU>"));
        assert!(chart.contains("prefers-color-scheme: dark"));
        assert_eq!(chart.matches("<text").count(), chart.matches("</text>").count());
    }
}
