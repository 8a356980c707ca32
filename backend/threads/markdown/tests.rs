use proptest::prelude::*;

use super::*;

const KARIN: &str = "person_01h455vb4pex5vsknk084sn02q";
const HANINGE: &str = "municipality_01h455vb4pex5vsknk084sn02q";

#[test]
fn the_small_markdown_becomes_html() {
    for (body, wanted) in [
        (
            "**fet** och *kursiv* `kod`",
            "<p><strong>fet</strong> och <em>kursiv</em> <code>kod</code></p>",
        ),
        ("rad\nrad\n\nstycke", "<p>rad<br>rad</p><p>stycke</p>"),
        ("- a\n- b", "<ul><li>a</li><li>b</li></ul>"),
        ("3. c\n4. d", "<ol start=\"3\"><li>c</li><li>d</li></ol>"),
        ("> citat", "<blockquote><p>citat</p></blockquote>"),
        ("```\n<b> & c\n```", "<pre><code>&lt;b&gt; &amp; c\n</code></pre>"),
        (
            "[här](https://a.se/?q=1&r=2)",
            "<p><a href=\"https://a.se/?q=1&amp;r=2\" rel=\"nofollow noopener ugc\">här</a></p>",
        ),
        (
            "se https://a.se/x_y_z, eller (http://b.no/).",
            "<p>se <a href=\"https://a.se/x_y_z\" rel=\"nofollow noopener ugc\">https://a.se/x_y_z</a>, eller (<a href=\"http://b.no/\" rel=\"nofollow noopener ugc\">http://b.no/</a>).</p>",
        ),
        ("# rubrik", "<p>rubrik</p>"),
        (
            "![bild](https://a.se/b.png)",
            "<p><a href=\"https://a.se/b.png\" rel=\"nofollow noopener ugc\">bild</a></p>",
        ),
        (
            "<a@b.no>",
            "<p><a href=\"mailto:a@b.no\" rel=\"nofollow noopener ugc\">a@b.no</a></p>",
        ),
        ("5 < 6 <b>inte fet</b>", "<p>5 &lt; 6 &lt;b&gt;inte fet&lt;/b&gt;</p>"),
        (
            "<script>alert(1)</script>",
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        ),
        (
            "[x](javascript:alert(1)) [y](/sidan) [z](data:text/html,x)",
            "<p>x (javascript:alert(1)) y (/sidan) z (data:text/html,x)</p>",
        ),
        (
            "[x](JaVaScRiPt:alert(1)) [y](java&#10;script:1)",
            "<p>x (JaVaScRiPt:alert(1)) y (java\nscript:1)</p>",
        ),
    ] {
        assert_eq!(html(body), wanted, "{body}");
    }
}

#[test]
fn whatever_was_typed_can_be_seen() {
    for (body, wanted) in [
        ("[OBS]: ja", "[OBS]: ja"),
        (
            "> [1]: b.se\n> [1]: c.se 't'\n\nSe [1], [x][1].",
            "[1]: b.se\n[1]: c.se 't'\nSe [1], [x][1].",
        ),
        ("`[a]: b`\n```\n[a]: *b*\n```", "[a]: b\n[a]: *b*"),
        (
            "[planen](klimatplan.pdf) ![karta](karta.png)",
            "planen (klimatplan.pdf) karta (karta.png)",
        ),
        ("[](https://a.se)", "https://a.se"),
        ("<plan>\n<mål>\n\n</plan>", "<plan>\n<mål>\n</plan>"),
    ] {
        assert_eq!(plain(body), wanted, "{body}");
    }
    assert_eq!(
        html("<plan>\n<mål>\n</plan>"),
        "<p>&lt;plan&gt;<br>&lt;mål&gt;<br>&lt;/plan&gt;</p>"
    );
    assert_eq!(html("<!--\n\n-->\n\nx"), "<p>&lt;!--<br><br>--&gt;</p><p>x</p>");
}

#[test]
fn an_address_is_a_link_once_and_whole() {
    let link = |address: &str, shown: &str| format!("<a href=\"{address}\" rel=\"nofollow noopener ugc\">{shown}</a>");
    let same = |address: &str| link(address, address);
    for (body, wanted) in [
        ("https://x.se/_a_/b", same("https://x.se/_a_/b")),
        (
            "*se https://x.se/*a*/b__c*",
            format!("<em>se {}</em>", same("https://x.se/*a*/b__c")),
        ),
        (
            "**https://x.se/_a_b.**",
            format!("<strong>{}.</strong>", same("https://x.se/_a_b")),
        ),
        (r"https://x.se/\_a\_b", same("https://x.se/_a_b")),
        ("<https://x.se/_a_>", same("https://x.se/_a_")),
        ("[*a*](https://x.se/_a_)", link("https://x.se/_a_", "<em>a</em>")),
        (
            "[**https://x.se/a**](https://y.se)",
            link("https://y.se", "<strong>https://x.se/a</strong>"),
        ),
        ("`https://x.se/_a_`", "<code>https://x.se/_a_</code>".to_owned()),
        (
            "(WWW.haninge.se/plan), www.se",
            format!(
                "({}), www.se",
                link("https://WWW.haninge.se/plan", "WWW.haninge.se/plan")
            ),
        ),
        ("[planen](www.haninge.se)", link("https://www.haninge.se", "planen")),
        ("HTTP://x.se", same("HTTP://x.se")),
        (
            "[![karta](http://x.se/a.png)](http://y.se)",
            link("http://y.se", "karta (http://x.se/a.png)"),
        ),
    ] {
        assert_eq!(html(body), format!("<p>{wanted}</p>"), "{body}");
    }
}

#[test]
fn a_text_that_is_carried_elsewhere_changes_nothing_there() {
    let carried = [
        "logg:\n```\nfel",
        "<!--\n\n[1]: https://evil.se\n",
        "[1]: https://evil.se",
        "- Se **[1]\n\n  [1]: b.se",
    ]
    .map(carried);
    assert_eq!(carried[2], "> [1]\\: https://evil.se");
    let all = carried.join("\n\n") + "\n\nSe [1]";
    let parser = Parser::new_ext(&all, Options::empty());
    assert_eq!(parser.reference_definitions().iter().count(), 0);
    assert_eq!(plain(&all).lines().last(), Some("Se [1]"), "{all}");
    assert_eq!(html(&all).matches("<blockquote>").count(), 4);
    assert_eq!(html(&all).matches("<pre>").count(), 1);
    assert!(html(&all).contains("<pre><code>fel\n</code></pre></blockquote>"));
}

#[test]
fn mentions_are_read_wherever_people_write_but_not_in_code() {
    let body = format!(
        "**@[Karin \\[K\\]]({KARIN})**, @[Haninge]({HANINGE}) @[alla](everybody) `@[x]({KARIN})` [y]({KARIN}) @[z](person_1)"
    );
    let found = mentions(&body);
    let labels: Vec<_> = found.iter().map(|f| f.label.as_str()).collect();
    assert_eq!(labels, ["Karin [K]", "Haninge", "alla", "z"]);
    assert_eq!(found[2].target, Target::Everybody);
    assert_eq!(found[3].target, Target::Nobody);
    assert_eq!(
        html(&format!("Hej @[Ka <b>]({KARIN})!")),
        format!("<p>Hej <span class=\"mention\" data-id=\"{KARIN}\">@Ka &lt;b&gt;</span>!</p>")
    );
    let named = renamed(&body, |target| {
        matches!(target, Target::Person(_)).then_some("Karin *L*")
    });
    assert_eq!(mentions(&named)[0].label, "Karin *L*");
    assert_eq!(renamed(&named, |_| None), named);
    assert_eq!(
        carried(&format!(
            "Hej @[Ka\\_r]({KARIN}) <b>x</b> `<i>`\n\n<script>\nx\n</script>"
        )),
        "> Hej @Ka\\_r &lt;b>x&lt;/b> `<i>`\n> \n> &lt;script>\n> x\n> &lt;/script>"
    );
    assert_eq!(
        plain(&format!("Hej @[Karin]({KARIN})\n\n1. ett\n2. två\n\n> **sist**")),
        "Hej @Karin\n1. ett\n2. två\nsist"
    );
}

#[test]
fn actions_are_found_by_address_and_by_id() {
    let (a, b) = ("action_01h455vb4pex5vsknk084sn02q", "action_01h455vb4pex5vsknk084sn03q");
    let origin = "https://samverk.example";
    let body = format!(
        "{origin}/actions/{a}, igen {a} och ({b}) men inte `{a}` eller https://elsewhere.example/actions/action_01h455vb4pex5vsknk084sn04q"
    );
    let ids: Vec<String> = actions(&body, origin).iter().map(ToString::to_string).collect();
    assert_eq!(ids, [a, b]);
    let many: Vec<String> = (0..9).map(|n| format!("action_01h455vb4pex5vsknk084sn0{n}q")).collect();
    assert_eq!(actions(&many.join(" "), origin).len(), ACTIONS);
}

#[test]
fn terms_are_looked_for_in_the_writers_own_words_only() {
    let body = format!("Vår *åtgärd* `nämnd` https://a.se/remiss [remiss](https://b.se) @[Lag]({KARIN}) var bra");
    let words = words(&body).concat();
    assert!(words.contains("åtgärd") && words.contains("var bra"), "{words}");
    assert!(
        !words.contains("remiss") && !words.contains("nämnd") && !words.contains("Lag"),
        "{words}"
    );
}

/// What a body may be made of: every sign that means something somewhere, and what attacks are made of.
fn nasty() -> impl Strategy<Value = String> {
    let pieces = [
        "<script>",
        "</p>",
        "<img src=x onerror=alert(1)>",
        "javascript:alert(1)",
        "[a](",
        ")",
        "](javascript:x)",
        "![",
        "\"",
        "'",
        "&#x6a;",
        "&lt;",
        "<",
        ">",
        "`",
        "```\n",
        "\n",
        "\n\n",
        "> ",
        "- ",
        "1. ",
        "    ",
        "*",
        "**",
        "_",
        "\\",
        "@[",
        "](person_01h455vb4pex5vsknk084sn02q)",
        "](everybody)",
        "](person_\"x)",
        "https://a.se/\"onx=1",
        "<https://a.se/'>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "# ",
        "---",
        "[x]: javascript:y\n",
        "[x]",
        "[x]: y\n",
        "www.a.se/_",
        "text",
        "åäö",
        "http://",
        "\u{200B}",
        "data:text/html,",
        "(",
        "<a href='x'>",
        "style=",
        "|",
        "~~",
    ];
    let piece = prop_oneof![9 => proptest::sample::select(pieces.to_vec()).prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// Reads HTML as strictly as it is made: our tags, closed in order, with our attributes, and text without signs.
fn judge(html: &str) -> Result<(), String> {
    let mut open = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>', '"', '\'']) {
        if !rest[at..].starts_with('<') {
            return Err(format!("a bare sign at {}", &rest[at..]));
        }
        let end = rest[at..].find('>').ok_or("a tag without an end")? + at;
        let tag = &rest[at + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let fits = match name {
            "p" | "blockquote" | "pre" | "code" | "ul" | "li" | "em" | "strong" | "br" | "hr" => attributes.is_empty(),
            "ol" => {
                let number = attributes.strip_prefix("start=\"").and_then(|n| n.strip_suffix('"'));
                attributes.is_empty() || number.is_some_and(|n| n.parse::<u64>().is_ok())
            }
            "a" => attributes
                .strip_prefix("href=\"")
                .and_then(|rest| rest.strip_suffix("\" rel=\"nofollow noopener ugc\""))
                .is_some_and(|address| {
                    let low = address.to_lowercase();
                    ["https://", "http://", "mailto:"]
                        .iter()
                        .any(|known| low.starts_with(known))
                        && !address.contains(['"', '\'', '<', ' '])
                }),
            "span" => attributes
                .strip_prefix("class=\"mention\" data-id=\"")
                .and_then(|rest| rest.strip_suffix('"'))
                .is_some_and(|id| id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')),
            _ => false,
        };
        if !fits {
            return Err(format!("<{tag}> is not ours"));
        }
        if !matches!(name, "br" | "hr") {
            open.push(name);
        }
    }
    if open.is_empty() {
        Ok(())
    } else {
        Err(format!("not closed: {open:?}"))
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_markup_of_the_writers_ever_survives(body in nasty()) {
        let html = html(&body);
        prop_assert!(judge(&html).is_ok(), "{:?}: {}\n{}", judge(&html), body, html);
    }

    #[test]
    fn reading_never_fails_and_renaming_keeps_all_else(body in nasty()) {
        let _ = (plain(&body), words(&body), actions(&body, "https://a.se"), actions(&body, ""), carried(&body));
        let once = renamed(&body, |_| Some("N [\\] *x*"));
        prop_assert_eq!(mentions(&once).len(), mentions(&body).len());
        prop_assert_eq!(renamed(&once, |_| Some("N [\\] *x*")), once);
    }
}

#[test]
fn what_is_nested_without_end_is_read_in_bounds() {
    for sign in [">", "> ", "- ", "*a ", "[", "![", "`", "<", "@["] {
        let html = html(&sign.repeat(10_000 / sign.len()));
        assert!(judge(&html).is_ok());
        assert!(html.matches("<blockquote>").count() <= DEPTH);
    }
}
