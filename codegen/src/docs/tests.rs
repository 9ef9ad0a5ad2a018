//! What becomes of documentation, by example.

use super::{Markdown, first_sentence, markdown};
use serde_json::Value;

fn check(cases: &[(&str, &str)]) {
    for (source, expected) in cases {
        assert_eq!(markdown(source), *expected, "from {source:?}");
    }
}

#[test]
fn paragraphs_are_parted_by_one_blank_line() {
    check(&[
        ("", ""),
        ("<p>One.</p>", "One."),
        ("<p>One.</p>   <p>Two\n   lines.</p>\n\n\n", "One.\n\nTwo lines."),
        ("<p>One.<p>Two.", "One.\n\nTwo."),
        ("One.<br/><br>Two.", "One.\n\nTwo."),
        ("<p>One,<br/>two.<br></p>", "One,\\\ntwo."),
        ("<fullname>Wickr</fullname> <p>Text.</p>", "Wickr\n\nText."),
        ("<p></p><p> </p>", ""),
        ("Before <p>inside</p> after", "Before\n\ninside\n\nafter"),
    ]);
}

#[test]
fn emphasis_touches_its_words() {
    check(&[
        ("<p><b>Bold</b> and <i>it</i>, <em>em</em>.</p>", "**Bold** and *it*, *em*."),
        ("<p>A<b> bold </b>word</p>", "A **bold** word"),
        ("<p><b></b>None<i> </i></p>", "None"),
        ("<p><b>Both <i>at once</b> here</i></p>", "**Both *at once*** here"),
        ("<p><b>a <strong>b</strong> c</b></p>", "**a b c**"),
        ("<p><b>Unclosed</p><p>Next</p>", "**Unclosed**\n\nNext"),
        // CommonMark couldn't close it.
        ("<p><b>Ends.</b>Goes on</p>", "Ends.Goes on"),
        ("<p>pre<b>(x)</b></p>", "pre(x)"),
        ("<p><b>a</b><i>b</i></p>", "**a**b"),
    ]);
}

#[test]
fn code_is_kept_verbatim() {
    check(&[
        ("<p><code>a_b*c[d]</code></p>", "`a_b*c[d]`"),
        ("<p><code>&lt;a&gt; &amp;</code></p>", "`<a> &`"),
        ("<p><code>arn:<region>:x</code></p>", "`arn:<region>:x`"),
        ("<p><code><i>name</i></code></p>", "`name`"),
        ("<p><code>a`b</code> <code>`</code></p>", "``a`b`` `` ` ``"),
        ("<p><code>a</code><code>b</code></p>", "`a` `b`"),
        ("<p>x<code> y </code>z</p>", "x `y` z"),
        ("<p>Use `<foo>` here</p>", "Use `<foo>` here"),
        ("<p>A ` alone</p>", "A \\` alone"),
        ("<pre>a&#13;b&#x202e;c&#0;</pre>", "```text\na\nbc\n```"),
        ("<p>a&#13;b&#x202e;c&#0;</p>", "a bc"),
        ("<pre>fn a() {\n    &lt;b&gt;\n}</pre>", "```text\nfn a() {\n    <b>\n}\n```"),
        ("<p>x</p><pre><code>```\ny</code></pre>", "x\n\n````text\n```\ny\n````"),
    ]);
}

#[test]
fn links_go_somewhere_or_are_text() {
    check(&[
        ("<p><a href=\"https://a.b/c\">text</a>.</p>", "[text](https://a.b/c)."),
        ("<p><a href='http://a.b?x=1&amp;y=(2)'>two words </a>on</p>", "[two words](http://a.b?x=1&y=%282%29) on"),
        ("<p><a>Operation</a></p>", "Operation"),
        ("<p><a href=\"#x\">here</a>, <a href=\"../y.html\">there</a></p>", "here, there"),
        ("<p><a href=\"https://\">nowhere</a></p>", "nowhere"),
        ("<p><a href=\"https://a.b/c\">https://a.b/c</a></p>", "<https://a.b/c>"),
        ("<p><a href=\"https://a.b/\"><code>X</code></a></p>", "[`X`](https://a.b/)"),
        ("<p><code><a href=\"https://a.b/\">X</a></code></p>", "[`X`](https://a.b/)"),
        ("<p><b><a href=\"https://a.b/\">x</b></a> y</p>", "**[x](https://a.b/)** y"),
        ("<p><a href=\"https://a.b/\"></a>empty</p>", "empty"),
        ("<p>Look!<a href=\"https://a.b/\">x</a></p>", "Look\\![x](https://a.b/)"),
        ("<p>See https://a.b/c.</p>", "See <https://a.b/c>."),
        ("<p>(https://a.b/c)</p>", "(<https://a.b/c>)"),
        ("<p>https://{id}.a.b/c</p>", "`https://{id}.a.b/c`"),
    ]);
}

#[test]
fn text_that_looks_like_markup_is_escaped() {
    check(&[
        ("<p>[x] a_b _c_ *d* e\\f</p>", "\\[x\\] a_b \\_c\\_ \\*d\\* e\\\\f"),
        ("<p>the <name> of &lt;it&gt;</p>", "the \\<name\\> of \\<it\\>"),
        ("<p>1 < 2 > 0</p>", "1 < 2 > 0"),
        ("<p>&amp;lt; &amp;</p>", "\\&lt; &"),
        ("<p>- not an item</p>", "\\- not an item"),
        ("<p>1. not an item</p>", "1\\. not an item"),
        ("<p># no heading</p>", "\\# no heading"),
        ("<p>~~no~~</p>", "\\~\\~no\\~\\~"),
        ("<p><unknown>kept</unknown> <x-y z=\"1\">too</p>", "kept too"),
        ("<p><!-- gone -->text</p>", "text"),
        ("<p>A <IAM user or role> here</p>", "A \\<IAM user or role\\> here"),
    ]);
}

#[test]
fn lists_nest() {
    check(&[
        ("<p>A:</p><ul><li>b</li><li><p>c</p></li></ul><p>d</p>", "A:\n\n- b\n- c\n\nd"),
        ("<ul><li>a<ul><li>b</li></ul></li><li>c</ul>", "- a\n  - b\n- c"),
        ("<ol><li><p>a</p><p>b</p></li><li>c</li></ol>", "1. a\n\n   b\n\n2. c"),
        ("<ul><li>a<li>b", "- a\n- b"),
        ("<li>a</li>", "- a"),
        ("<p>a<ul><li>b</li></ul>c</p>", "a\n\n- b\n\nc"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n* b"),
        ("<ul></ul>", ""),
        ("<dl><dt>a</dt><dd>b</dd><dt>c<dd><p>d</p></dl>", "- **a**\n\n  b\n\n- **c**\n\n  d"),
        ("<ul><li><note><p>a</p></note></li></ul>", "- > **Note:** a"),
    ]);
}

/// CommonMark 0.31, "List items": only a bullet, or the number 1, may begin a list right below a paragraph.
#[test]
fn a_list_that_would_go_on_with_the_paragraph_above_is_parted_from_it() {
    check(&[
        ("- Steps:\n\n  3. Third", "- Steps:\n\n  3. Third"),
        ("<ul><li>a<ol><li>b</li></ol></li></ul>", "- a\n  1. b"),
        ("- a\n\n  -\n  - b", "- a\n\n  -\n\n  - b"),
    ]);
}

#[test]
fn remarks_headings_and_tables_have_markdown_of_their_own() {
    check(&[
        ("<important><p>a</p><p>b</p></important>", "> **Important:** a\n>\n> b"),
        ("<note><ul><li>a</li></ul></note>", "> **Note:**\n>\n> - a"),
        ("<h2>Title</h2>text", "## Title\n\ntext"),
        ("<p>a</p><hr/><p>b</p>", "a\n\n***\n\nb"),
        (
            "<table><tr><th>A</th><th>B</th></tr><tr><td><p>a|b</p></td></tr></table>",
            "| A | B |\n| --- | --- |\n| a\\|b |  |",
        ),
    ]);
}

#[test]
fn common_mark_stays_as_it_is() {
    let unchanged = [
        "A *b* **c** `d` [e](https://f.g).",
        "# Title\n\nText with an_identifier and 1 < 2.",
        "- a\n- b\n  - c\n\n1. d\n2. e",
        "- a\n\n  b\n\n- c",
        "> quoted text\\\n> on two lines",
        "```json\n{\n    \"a\": [1]\n}\n```",
        "| a | b |\n|---|---|\n| `c` | d |",
        "Escaped \\* and \\[x\\], &lt; and <https://a.b>.",
    ];
    for source in unchanged {
        assert_eq!(markdown(source), source);
    }
}

#[test]
fn common_mark_loses_what_rustdoc_would_warn_about() {
    check(&[
        ("See [x] and [`y`][z].", "See \\[x\\] and \\[`y`\\]\\[z\\]."),
        ("See [x](other.md) and [y].\n\n[y]: https://a.b", "See x and [y](https://a.b)."),
        ("https://a.b and <foo> and <b>c</b>", "<https://a.b> and \\<foo\\> and **c**"),
        ("a ` b", "a \\` b"),
        ("![picture](a.png)", "picture"),
        ("    indented();", "```text\nindented();\n```"),
        ("```\nx\n```", "```text\nx\n```"),
        ("```rust\nx\n```", "```text\nx\n```"),
        ("```E0308\nx\n```", "```text\nx\n```"),
        ("```rust2021\nx\n```", "```text\nx\n```"),
        ("~~~no-run\nx\n~~~", "```text\nx\n```"),
        ("```json\nx\n```", "```json\nx\n```"),
        ("<<!-- -->script>", "\\<script>"),
        ("<[a](#b)>", "\\<a>"),
        ("http://a.b,https://c.d.", "<http://a.b>,https:\\//c.d."),
        ("(http://a.b)http://c.d", "(<http://a.b>)http:\\//c.d"),
        ("two  \nlines", "two\\\nlines"),
        ("a\r\nb", "a b"),
        ("Title\n---\ntext", "## Title\n\ntext"),
    ]);
}

#[test]
fn lines_are_filled_but_links_and_code_are_not_broken() {
    let words = "word ".repeat(40);
    let filled = markdown(&format!("<ul><li>{words}</li></ul>"));
    assert_eq!(filled.lines().count(), 3);
    assert!(filled.lines().skip(1).all(|line| line.starts_with("  word")));
    assert!(filled.lines().all(|line| line.len() <= 100));

    let code = format!("`{}`", words.trim());
    assert_eq!(markdown(&format!("a {code} b")), format!("a\n{code}\nb").as_str());
}

#[test]
fn a_word_that_comes_to_begin_a_line_begins_no_block() {
    let source = format!("<p>{}- 1. # <code>x</code></p>", "x".repeat(99) + " ");
    assert!(markdown(&source).as_str().ends_with("\n\\- 1. # `x`"), "{}", markdown(&source));
}

#[test]
fn the_first_sentence_is_a_summary() {
    let cases = [
        ("", ""),
        ("One. Two.", "One."),
        ("No full stop", "No full stop"),
        ("One\nline `a. B` here. Two.", "One line `a. B` here."),
        ("For example, e.g. This. Two.", "For example, e.g. This."),
        ("Version 1.2 is (see a. B) here! Next.", "Version 1.2 is (see a. B) here!"),
        ("[A. B](https://c.d) e. F", "[A. B](https://c.d) e."),
        ("# Title\n\nText. More.", "Text."),
        ("- item one\n- item two", "item one"),
        ("> **Note:** Text. More.", "**Note:** Text."),
        ("```text\ncode\n```\n\nText.", "Text."),
        ("First\n\nSecond.", "First"),
    ];
    for (text, expected) in cases {
        assert_eq!(first_sentence(&Markdown::part(text)), expected, "from {text:?}");
    }
}

#[test]
fn any_input_is_converted_in_time_that_grows_with_its_length() {
    let pieces = [
        "<",
        "`",
        "` `` ",
        "<b>",
        "<ul><li>",
        "<note>",
        "<p>",
        "</p>",
        "[",
        "[a](",
        "> ",
        "- ",
        "&",
        "<!--",
        "<a \"",
        "*",
        "http://",
        "<td>",
        "\\",
        "<a href=\"https://x.y\">",
        "<code>",
        "~",
        "```\n",
        "<b>x<i>",
        "1. a\n",
        "|a|\n|-|\n",
        "`</p>",
        "\u{0}",
        "\u{e9}<",
        "<dt>",
    ];
    for piece in pieces {
        let converted = markdown(&piece.repeat(20_000));
        let _ = first_sentence(&converted);
        let _ = markdown(&format!("<p>{}", piece.repeat(20_000)));
    }
}

/// Every model that there is, in this repository and beside it.
#[test]
fn no_tag_remains_in_the_documentation_of_real_models() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    let folders = [format!("{root}/model"), format!("{root}/../shared/reference/models")];
    for folder in folders {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
            let Ok(model) = serde_json::from_str(&text) else { continue };
            check_documentation(&model);
        }
    }
}

fn check_documentation(value: &Value) {
    match value {
        Value::Object(members) => {
            if let Some(source) = members.get("smithy.api#documentation").and_then(Value::as_str) {
                let converted = markdown(source);
                let converted = converted.as_str();
                assert_eq!(raw_tag(converted), None, "in {converted:?} from {source:?}");
                assert!(converted.lines().all(|line| line.trim_end() == line), "from {source:?}");
                assert!(!converted.contains("\n\n\n"), "from {source:?}");
            }
            members.values().for_each(check_documentation);
        }
        Value::Array(items) => items.iter().for_each(check_documentation),
        _ => {}
    }
}

/// The first tag in a text that is neither in code nor escaped.
fn raw_tag(text: &str) -> Option<&str> {
    let mut rest = text;
    while let Some(position) = rest.find(['`', '<', '\\']) {
        let from = &rest[position..];
        let run = from.len() - from.trim_start_matches('`').len();
        rest = match from.as_bytes()[0] {
            b'`' => from[run..].split_once(&from[..run]).map_or("", |(_, after)| after),
            b'\\' => from.get(2..).unwrap_or_default(),
            _ if from.starts_with("<http") => &from[1..],
            _ if from[1..].starts_with(|next: char| next.is_ascii_alphabetic() || next == '/') => return Some(from),
            _ => &from[1..],
        };
    }
    None
}
