//! What everybody may read without an account and without scripts: a public action's page, feeds, the sitemap.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Client, TestApp, on_both};

/// An action of Haninge's, written and published by Karin.
async fn published(app: &TestApp, karin: &Client, title: &str, visibility: &str) -> String {
    let input = json!({ "programmeId": app.programme(karin).await, "language": "SV", "title": title,
        "description": "Första <stycket> & mer.\n\n</script><script>alert(1)</script>", "themes": ["waste"] });
    let action = karin.change("createAction", input, "action { id revision }").await["action"].clone();
    let input = json!({ "id": action["id"], "revision": action["revision"], "visibility": visibility });
    karin.change("publishAction", input, "action { id }").await;
    action["id"].as_str().expect("an id").to_owned()
}

fn built(text: &str) -> bool {
    // Without the web client there is no page to say anything in; the browser tests have one.
    !text.contains("The web client is not built")
}

#[test]
fn a_public_action_has_a_page_that_machines_and_people_without_scripts_understand() {
    on_both(async |app| {
        let (karin, stranger) = (app.person("karin").await, app.stranger());
        let title = "Väg \"allt\" & <visa> det";
        let id = published(app, &karin, title, "PUBLIC").await;
        // Published once more, a day later, it is as old as it was.
        let first = app.clock.now().to_string();
        app.clock.advance(Duration::from_secs(24 * 60 * 60));
        let again = json!({ "id": id, "revision": 1, "visibility": "PUBLIC" });
        karin.change("publishAction", again, "action { id }").await;
        let page = stranger.get(&format!("/actions/{id}")).await;
        if !built(&page.text) {
            return;
        }
        assert_eq!(page.status, 200);
        assert!(page.text.contains("<html lang=\"sv\""));
        assert!(
            page.text
                .contains("<title>Väg &quot;allt&quot; &amp; &lt;visa&gt; det – Haninge – Samverk</title>")
        );
        let address = format!("http://samverk.test/actions/{id}");
        assert!(
            page.text
                .contains(&format!("<link rel=\"canonical\" href=\"{address}\" />"))
        );
        assert!(page.text.contains("<meta property=\"og:locale\" content=\"sv_SE\" />"));
        assert!(
            page.text.contains("<p>Första &lt;stycket&gt; &amp; mer.</p>"),
            "readable without scripts"
        );
        assert!(!page.text.contains("<script>alert"), "what people write stays text");
        let (_, rest) = page
            .text
            .split_once("<script type=\"application/ld+json\">")
            .expect("JSON-LD");
        let (facts, _) = rest.split_once("</script>").expect("it ends");
        let facts: Value = serde_json::from_str(facts).expect("it is JSON");
        assert_eq!(facts["headline"], title);
        assert_eq!(facts["inLanguage"], "sv");
        assert_eq!(facts["url"], address);
        assert_eq!(facts["author"]["name"], "Haninge");
        assert_eq!(facts["datePublished"], first);
        assert_eq!(facts["dateModified"], app.clock.now().to_string());
        assert_eq!(facts.get("abstract"), None, "there is no result to tell of");
        let feed = stranger.get("/feeds/themes/waste.atom").await.text;
        assert!(feed.contains(&format!("<published>{first}</published>")), "{feed}");
        for (path, status) in [("/actions/new", 200), ("/actions/xyz", 404)] {
            assert_eq!(stranger.get(path).await.status, status, "{path}");
        }
        let policy = page.header("content-security-policy");
        assert!(
            policy.contains("script-src 'self'") && !policy.contains("unsafe"),
            "{policy}"
        );
        let plain = stranger.get("/actions").await;
        assert_eq!(
            policy,
            plain.header("content-security-policy"),
            "no exception is made for it"
        );
    });
}

#[test]
fn a_good_examples_page_and_preview_tell_what_came_of_it() {
    on_both(async |app| {
        let (karin, stranger) = (app.person("karin").await, app.stranger());
        let input = json!({ "programmeId": app.programme(&karin).await, "language": "SV", "title": "Väg matsvinnet",
            "description": "Vi väger allt som slängs.", "problem": "Mycket slängs.", "again": "Vägningen.", "transferability": "En <våg>.",
            "result": format!("En tredjedel mindre.\n\n{}", "Mer om det. ".repeat(40)) });
        let action = karin.change("createAction", input, "action { id revision }").await["action"].clone();
        let input =
            json!({ "id": action["id"], "revision": action["revision"], "visibility": "PUBLIC", "asExample": true });
        karin.change("publishAction", input, "action { id }").await;
        let page = stranger
            .get(&format!("/actions/{}", action["id"].as_str().expect("an id")))
            .await;
        if !built(&page.text) {
            return;
        }
        for told in [
            "<strong>Gott exempel</strong>",
            "<h2>Problemet</h2><div lang=\"sv\"><p>Mycket slängs.</p></div><h2>Vad vi gjorde</h2>",
            "<h2>Resultatet</h2><div lang=\"sv\"><p>En tredjedel mindre.</p><p>Mer om det. Mer om det.",
            "<p>En &lt;våg&gt;.</p>",
            "<meta name=\"description\" content=\"Gott exempel. Resultatet: En tredjedel mindre. Mer om det.",
            "<meta property=\"og:description\" content=\"Gott exempel. Resultatet: En tredjedel mindre.",
        ] {
            assert!(page.text.contains(told), "{told}: {}", page.text);
        }
        let (_, rest) = page.text.split_once("application/ld+json\">").expect("JSON-LD");
        let facts: Value = serde_json::from_str(rest.split_once("</script>").expect("it ends").0).expect("it is JSON");
        assert!(
            facts["abstract"]
                .as_str()
                .expect("a text")
                .starts_with("En tredjedel mindre.\n\nMer om det.")
        );
        assert_eq!(facts["keywords"], "Gott exempel");
        let description = facts["description"].as_str().expect("a text");
        assert!(
            description.contains("Vi väger allt") && description.chars().count() <= 242,
            "{description}"
        );
    });
}

#[test]
fn what_is_not_public_has_no_page_for_strangers() {
    on_both(async |app| {
        let (karin, ingeborg, stranger) = (app.person("karin").await, app.person("ingeborg").await, app.stranger());
        let hidden = published(app, &karin, "Bara nätverket läser", "NETWORK").await;
        let address = format!("/actions/{hidden}");
        let page = stranger.get(&address).await;
        if !built(&page.text) {
            return;
        }
        assert_eq!(page.status, 404);
        assert!(!page.text.contains("Bara nätverket"));
        let page = ingeborg.get(&address).await;
        assert_eq!(page.status, 200, "she sees it when the client has asked as her");
        assert!(
            !page.text.contains("Bara nätverket"),
            "and the page itself says nothing"
        );
        assert_eq!(
            stranger.get("/actions/action_01h455vb4pex5vsknk084sn02q").await.status,
            404
        );
        assert_eq!(stranger.get("/actions/new").await.status, 200, "the client's own page");
    });
}

#[test]
fn feeds_show_the_public_actions_of_a_theme_and_of_a_network() {
    on_both(async |app| {
        let (karin, stranger) = (app.person("karin").await, app.stranger());
        let public = published(app, &karin, "Väg & <visa>", "PUBLIC").await;
        let hidden = published(app, &karin, "Bara nätverket läser", "NETWORK").await;
        for path in ["/feeds/themes/waste.atom", "/feeds/networks/miljostrateger.atom"] {
            let feed = stranger.get(path).await;
            assert_eq!(feed.status, 200, "{}", feed.text);
            assert_eq!(feed.header("content-type"), "application/atom+xml; charset=utf-8");
            assert!(feed.text.starts_with("<?xml version=\"1.0\" encoding=\"utf-8\"?>"));
            assert!(
                feed.text.contains("<title>Väg &amp; &lt;visa&gt;</title>"),
                "{}",
                feed.text
            );
            assert!(
                feed.text
                    .contains(&format!("<id>http://samverk.test/actions/{public}</id>"))
            );
            assert!(feed.text.contains("<entry xml:lang=\"sv\">"));
            assert!(feed.text.contains("<name>Haninge</name>"));
            assert!(feed.text.contains(&format!("<id>http://samverk.test{path}</id>")));
            assert!(!feed.text.contains(&hidden));
            let tag = feed.header("etag").to_owned();
            let modified = feed.header("last-modified").to_owned();
            assert!(modified.ends_with(" GMT"), "{modified}");
            let request = |name: &str, value: &str| stranger.request(reqwest::Method::GET, path).header(name, value);
            let again = crate::harness::Answer::of(request("if-none-match", &tag)).await;
            assert_eq!((again.status, again.text.as_str()), (304, ""));
            let again = crate::harness::Answer::of(request("if-modified-since", &modified)).await;
            assert_eq!(again.status, 304);
            let again = crate::harness::Answer::of(request("if-none-match", "\"other\"")).await;
            assert_eq!(again.status, 200);
        }
        for path in [
            "/feeds/themes/nope.atom",
            "/feeds/themes/waste",
            "/feeds/networks/nope.atom",
            "/feeds/networks/haninge-klimat-miljo.atom",
        ] {
            assert_eq!(stranger.get(path).await.status, 404, "{path}");
        }
    });
}

#[test]
fn the_sitemap_has_every_public_page_and_no_other() {
    on_both(async |app| {
        let (karin, stranger) = (app.person("karin").await, app.stranger());
        let public = published(app, &karin, "Öppen", "PUBLIC").await;
        let hidden = published(app, &karin, "Dold", "ORGANISATION").await;
        let map = stranger.get("/sitemap.xml").await;
        assert_eq!(map.status, 200);
        assert!(
            map.text
                .contains(&format!("<loc>http://samverk.test/actions/{public}</loc>"))
        );
        assert!(!map.text.contains(&hidden));
        let robots = stranger.get("/robots.txt").await;
        assert!(robots.text.contains("Sitemap: http://samverk.test/sitemap.xml"));
    });
}
