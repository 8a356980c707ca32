//! What copying makes of actions: the family whole and in order, what a copy would bring, what origins publish and copies
//! take or pass by, what the copies have learned, and what was said before.

use std::{collections::HashMap, time::Duration};

use serde_json::{Value, json};

use crate::harness::{Client, on_both};

async fn write(person: &Client, programme: &str, title: &str, language: &str) -> Value {
    let input = json!({ "programmeId": programme, "language": language, "title": title, "description": "Första stycket.\n\nAndra stycket.",
        "status": "DONE", "starts": "2026-01-01", "ends": "2026-12-31", "cost": { "amount": "900000", "currency": "SEK" } });
    person.change("createAction", input, "action { id revision }").await["action"].clone()
}

async fn publish(person: &Client, id: &Value, visibility: &str, learned: Option<&str>) -> i64 {
    let revision = person.ask(REVISION, json!({ "id": id })).await["action"]["revision"].clone();
    let input = json!({ "id": id, "revision": revision, "visibility": visibility, "learned": learned });
    person.change("publishAction", input, "action { revision }").await["action"]["revision"]
        .as_i64()
        .expect("it has one")
}

const REVISION: &str = "query($id: ID!) { action(id: $id) { revision } }";

/// Changes texts or facts of the newest revision; answers with the one that comes of it.
async fn edit(person: &Client, id: &Value, fields: Value) -> i64 {
    let mut input = fields;
    input["id"] = id.clone();
    input["revision"] = person.ask(REVISION, json!({ "id": id })).await["action"]["revision"].clone();
    person.change("updateAction", input, "action { revision }").await["action"]["revision"]
        .as_i64()
        .expect("it has one")
}

async fn copy(person: &Client, of: &Value, programme: &str) -> Value {
    let input = json!({ "actionId": of, "programmeId": programme, "evenIfCopied": true });
    person.change("copyAction", input, "action { id }").await["action"]["id"].clone()
}

/// The first ancestor's size, depth and countries, and every node as (depth, title or null), page by page.
async fn lineage(person: &Client, id: &Value, page: u32) -> (Value, Vec<Value>) {
    let query = "query($id: ID!, $n: Int!, $a: String) { action(id: $id) { lineage { root { id depth parentId } size depth countries \
        nodes(first: $n, after: $a) { totalCount pageInfo { hasNextPage endCursor } \
        edges { node { id depth parentId action { id title { value } } } } } } } }";
    let (mut nodes, mut after) = (Vec::new(), Value::Null);
    loop {
        let all = person.ask(query, json!({ "id": id, "n": page, "a": after })).await["action"]["lineage"].clone();
        nodes.extend(
            all["nodes"]["edges"]
                .as_array()
                .expect("a list")
                .iter()
                .map(|edge| edge["node"].clone()),
        );
        after = all["nodes"]["pageInfo"]["endCursor"].clone();
        assert_eq!(all["nodes"]["totalCount"], all["size"]);
        if all["nodes"]["pageInfo"]["hasNextPage"] == false {
            assert_eq!(all["root"]["id"], nodes[0]["id"]);
            return (all, nodes);
        }
    }
}

/// Every node but the first has a parent that stands before it, one generation up.
pub fn assert_tree(nodes: &[Value]) {
    let mut seen: HashMap<&str, i64> = HashMap::new();
    for node in nodes {
        let depth = node["depth"].as_i64().expect("a number");
        match node["parentId"].as_str() {
            None => assert!(seen.is_empty() && depth == 0, "only the first has no parent"),
            Some(parent) => assert_eq!(seen[parent] + 1, depth, "{node}"),
        }
        assert!(
            seen.insert(node["id"].as_str().expect("an id"), depth).is_none(),
            "it stands there once"
        );
    }
}

async fn changes(person: &Client, id: &Value) -> Vec<Value> {
    let query = "query($id: ID!) { action(id: $id) { upstreamChanges { field isText base yours yoursLanguage theirs language revision needsEdit learned } } }";
    person.ask(query, json!({ "id": id })).await["action"]["upstreamChanges"]
        .as_array()
        .expect("a list")
        .clone()
}

async fn said(person: &Client, id: &Value) -> Value {
    let query = "query($id: ID!) { action(id: $id) { revision publishedRevision title { value language } description { value language } lessons { value language } } }";
    person.ask(query, json!({ "id": id })).await["action"].clone()
}

#[test]
fn a_family_is_told_whole_and_in_order_to_whoever_sees_one_of_it() {
    on_both(async |app| {
        let [karin, ingeborg, torbjorn, omar] = [
            app.person("karin").await,
            app.person("ingeborg").await,
            app.person("torbjorn").await,
            app.person("omar").await,
        ];
        let (hers, alesund, orsta, uppsala) = (
            app.programme(&karin).await,
            app.programme(&ingeborg).await,
            app.programme(&torbjorn).await,
            app.programme(&omar).await,
        );
        let first = write(&karin, &hers, "Ursprung", "SV").await["id"].clone();
        publish(&karin, &first, "NETWORK", None).await;
        let (alone, nodes) = lineage(&karin, &first, 100).await;
        assert_eq!(
            (&alone["size"], &alone["depth"], &alone["countries"]),
            (&json!(1), &json!(0), &json!(["SE"]))
        );
        assert_eq!(nodes[0]["parentId"], Value::Null);

        let second = copy(&ingeborg, &first, &alesund).await;
        publish(&ingeborg, &second, "NETWORK", None).await;
        let hidden = copy(&omar, &first, &uppsala).await;
        let third = copy(&torbjorn, &second, &orsta).await;
        edit(&torbjorn, &third, json!({ "language": "NN", "title": "Tredje" })).await;
        publish(&torbjorn, &third, "NETWORK", None).await;

        for (person, id) in [(&karin, &first), (&torbjorn, &third), (&ingeborg, &second)] {
            let (all, nodes) = lineage(person, id, 2).await;
            assert_eq!(
                (&all["size"], &all["depth"], &all["countries"]),
                (&json!(4), &json!(2), &json!(["SE", "NO"]))
            );
            assert_tree(&nodes);
            let depths: Vec<_> = nodes
                .iter()
                .map(|node| node["depth"].as_i64().expect("a number"))
                .collect();
            assert_eq!(depths, [0, 1, 1, 2]);
            // A copy that is nobody else's to see has a place, and that is all.
            let seen = nodes.iter().filter(|node| node["action"] != Value::Null).count();
            assert_eq!(seen, 3);
            assert!(!nodes.iter().any(|node| node["action"]["id"] == hidden));
            assert_eq!(nodes[3]["action"]["title"]["value"], "Tredje");
        }
        let own = lineage(&omar, &hidden, 100).await.1;
        assert_eq!(own.iter().filter(|node| node["action"]["id"] == hidden).count(), 1);

        // How far it reached, whoever may see where.
        let reach = "query($id: ID!) { action(id: $id) { reach { municipalities counties countries } } }";
        assert_eq!(
            karin.ask(reach, json!({ "id": first })).await["action"]["reach"],
            json!({ "municipalities": 3, "counties": 2, "countries": 2 })
        );
        assert_eq!(
            karin.ask(reach, json!({ "id": second })).await["action"]["reach"],
            json!({ "municipalities": 1, "counties": 1, "countries": 1 })
        );

        // A deleted origin, and one that is hidden again, leave an empty place; a deleted copy of which nothing came, none.
        ingeborg
            .change("deleteAction", json!({ "id": second }), "programme { id }")
            .await;
        publish(&karin, &first, "ORGANISATION", None).await;
        let (all, nodes) = lineage(&torbjorn, &third, 100).await;
        assert_eq!((&all["size"], &all["depth"]), (&json!(4), &json!(2)));
        assert_tree(&nodes);
        assert_eq!(nodes.iter().filter(|node| node["action"] == Value::Null).count(), 3);
        assert_eq!(nodes[3]["action"]["id"], third);
        torbjorn
            .change("deleteAction", json!({ "id": third }), "programme { id }")
            .await;
        let (all, nodes) = lineage(&karin, &first, 100).await;
        assert_eq!(
            (&all["size"], &all["depth"], &all["countries"]),
            (&json!(2), &json!(1), &json!(["SE"]))
        );
        assert_tree(&nodes);
    });
}

#[test]
fn a_family_costs_one_statement_however_large_it_is() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let (hers, theirs) = (app.programme(&karin).await, app.programme(&ingeborg).await);
        let first = write(&karin, &hers, "Ofta kopierad", "SV").await["id"].clone();
        publish(&karin, &first, "NETWORK", None).await;
        let statements = async |query: &str| {
            let before = app.figure("samverk_sql_statements_total").await;
            karin.ask(query, json!({ "id": first })).await;
            app.figure("samverk_sql_statements_total").await - before
        };
        let plain = "query($id: ID!) { action(id: $id) { id } }";
        let whole = "query($id: ID!) { action(id: $id) { id lineage { size depth countries root { id } nodes { edges { node { id depth parentId } } } } \
            reach { municipalities counties countries } } }";
        statements(whole).await;
        let mut last = first.clone();
        for n in 0..12 {
            let made = copy(&ingeborg, if n % 3 == 0 { &first } else { &last }, &theirs).await;
            publish(&ingeborg, &made, "NETWORK", None).await;
            last = made;
        }
        // What the node does beside it (a look at the journal) may fall into either.
        let (without, with) = (statements(plain).await, statements(whole).await);
        assert!(
            with <= without + 2,
            "{with} statements with the family, {without} without"
        );
        assert_eq!(lineage(&karin, &first, 5).await.0["size"], 13);
    });
}

#[test]
fn before_one_copies_a_preview_says_what_comes_along_and_what_is_different() {
    on_both(async |app| {
        let (karin, ingeborg, kari) = (
            app.person("karin").await,
            app.person("ingeborg").await,
            app.person("kari").await,
        );
        let (hers, theirs) = (app.programme(&karin).await, app.programme(&ingeborg).await);
        let themes = karin.ask("{ themes { key } }", json!({})).await["themes"][0]["key"].clone();
        let action = write(&karin, &hers, "Beslut i kommunstyrelsen", "SV").await["id"].clone();
        edit(
            &karin,
            &action,
            json!({ "themes": [themes], "language": "SV", "lessons": "Fråga först.",
                "description": "Länsstyrelsen sa ja, och Klimatklivet betalade." }),
        )
        .await;
        let query = "query($a: ID!, $p: ID!) { copyPreview(actionId: $a, programmeId: $p) { brings leavesBehind toFillIn cautions existingCopy { id } } }";
        let asked = json!({ "a": action, "p": theirs });
        assert_eq!(ingeborg.refused(query, asked.clone()).await.code, "NOT_FOUND");
        publish(&karin, &action, "NETWORK", None).await;

        let preview = ingeborg.speaking("nn").ask(query, asked.clone()).await["copyPreview"].clone();
        assert_eq!(preview["brings"], json!(["title", "description", "themes"]));
        assert_eq!(
            preview["leavesBehind"],
            json!(["status", "starts", "ends", "cost", "lessons"])
        );
        assert_eq!(
            preview["toFillIn"],
            json!(["starts", "ends", "cost", "effectTonnesCo2e", "contact"])
        );
        assert_eq!(preview["existingCopy"], Value::Null);
        let cautions = preview["cautions"].to_string();
        assert!(cautions.contains("Teksten er skriven på svensk"), "{cautions}");
        assert!(cautions.contains("Tiltaket kjem frå Sverige"), "{cautions}");
        assert!(cautions.contains("Kommunstyrelse er ikkje kommunestyre"), "{cautions}");
        assert!(
            cautions.contains("Statsforvaltaren er det nærmaste i Noreg"),
            "{cautions}"
        );
        assert!(cautions.contains("Klimasats og Enova"), "{cautions}");

        // What a copy has to say follows from what it is for.
        let risk = json!({ "purpose": "ADAPTATION", "risk": "Skyfall.", "language": "SV", "effectTonnesCo2e": 0 });
        edit(&karin, &action, risk).await;
        publish(&karin, &action, "NETWORK", None).await;
        let adapts = ingeborg.ask(query, asked.clone()).await["copyPreview"].clone();
        assert_eq!(
            (&adapts["leavesBehind"], &adapts["toFillIn"]),
            (
                &json!(["status", "starts", "ends", "cost", "lessons", "risk"]),
                &json!(["starts", "ends", "cost", "contact", "risk", "effectInWords"])
            )
        );
        let other = json!({ "purpose": "OTHER", "risk": null });
        edit(&karin, &action, other).await;
        publish(&karin, &action, "NETWORK", None).await;
        assert_eq!(
            ingeborg.ask(query, asked.clone()).await["copyPreview"]["toFillIn"],
            json!(["starts", "ends", "cost", "contact", "effectInWords"])
        );

        let made = copy(&ingeborg, &action, &theirs).await;
        assert_eq!(
            ingeborg.ask(query, asked.clone()).await["copyPreview"]["existingCopy"]["id"],
            made
        );
        // At home, in one's own language, there is nothing to beware of.
        let at_home = karin.speaking("sv").ask(query, json!({ "a": action, "p": hers })).await["copyPreview"].clone();
        assert_eq!(at_home["cautions"], json!([]));

        assert_eq!(kari.refused(query, asked.clone()).await.code, "FORBIDDEN");
        assert_eq!(app.stranger().refused(query, asked).await.code, "UNAUTHENTICATED");
        let gone = json!({ "a": action, "p": "programme_01h455vb4pex5vsknk084sn02q" });
        assert_eq!(
            ingeborg.refused(query, gone).await.field.as_deref(),
            Some("programmeId")
        );
    });
}

#[test]
fn only_what_the_origin_publishes_reaches_its_copies_and_each_text_is_taken_by_itself() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let (hers, theirs) = (app.programme(&karin).await, app.programme(&omar).await);
        let origin = write(&karin, &hers, "Första titeln", "SV").await["id"].clone();
        publish(&karin, &origin, "NETWORK", None).await;
        let made = copy(&omar, &origin, &theirs).await;
        assert!(changes(&omar, &made).await.is_empty());
        publish(&omar, &made, "NETWORK", None).await;

        let draft = json!({ "language": "SV", "title": "Andra titeln", "description": "Ett stycke till.", "lessons": "Börja i tid." });
        edit(&karin, &origin, draft).await;
        assert!(
            changes(&omar, &made).await.is_empty(),
            "typing in a draft reaches nobody"
        );
        let upstream = publish(&karin, &origin, "NETWORK", Some("Vi vet nu när man bör börja.")).await;
        let seen = changes(&omar, &made).await;
        let fields: Vec<_> = seen
            .iter()
            .map(|change| change["field"].as_str().expect("a key"))
            .collect();
        assert_eq!(fields, ["title", "description", "lessons"]);
        assert_eq!(
            seen[0],
            json!({ "field": "title", "isText": true, "base": "Första titeln", "yours": "Första titeln", "yoursLanguage": "SV", "theirs": "Andra titeln",
                "language": "SV", "revision": upstream, "needsEdit": false, "learned": ["Vi vet nu när man bör börja."] })
        );
        assert_eq!((&seen[2]["base"], &seen[2]["yours"]), (&Value::Null, &Value::Null));
        assert!(changes(&karin, &made).await.is_empty(), "nobody else is told of it");
        let news = "{ upstreamNews { id } }";
        let waits = omar.ask(news, json!({})).await["upstreamNews"].to_string();
        assert!(waits.contains(made.as_str().expect("an id")), "{waits}");

        // One is taken, one is taken in one's own words, one is passed by.
        let input = json!({ "actionId": made, "revision": 1, "upstreamRevision": upstream, "fields": ["title", "description"],
            "edits": [{ "field": "description", "value": "Ett stycke till, med våra ord.", "language": "SV" }] });
        omar.change("takeUpstreamChange", input.clone(), "action { id }").await;
        let now = said(&omar, &made).await;
        assert_eq!(now["title"]["value"], "Andra titeln");
        assert_eq!(now["description"]["value"], "Ett stycke till, med våra ord.");
        assert_eq!(
            (&now["revision"], &now["publishedRevision"]),
            (&json!(2), &json!(1)),
            "it is a draft until they publish it"
        );
        assert_eq!(said(&karin, &made).await["title"]["value"], "Första titeln");
        let rest = changes(&omar, &made).await;
        assert_eq!(
            rest.iter().map(|change| &change["field"]).collect::<Vec<_>>(),
            ["lessons"]
        );
        assert_eq!(omar.change_refused("takeUpstreamChange", input).await.code, "CONFLICT");
        let skip = json!({ "actionId": made, "upstreamRevision": upstream, "fields": ["lessons"] });
        omar.change("skipUpstreamChange", skip, "action { id }").await;
        assert!(changes(&omar, &made).await.is_empty());
        let waits = omar.ask(news, json!({})).await["upstreamNews"].to_string();
        assert!(!waits.contains(made.as_str().expect("an id")), "{waits}");

        // What was passed by stays quiet until it changes again, and then differs from what was last taken, not passed by.
        edit(&karin, &origin, json!({ "language": "SV", "title": "Tredje titeln" })).await;
        publish(&karin, &origin, "NETWORK", None).await;
        let seen = changes(&omar, &made).await;
        assert_eq!(seen.len(), 1);
        assert_eq!(
            (&seen[0]["field"], &seen[0]["base"]),
            (&json!("title"), &json!("Andra titeln"))
        );
        edit(
            &karin,
            &origin,
            json!({ "language": "SV", "lessons": "Börja i mycket god tid." }),
        )
        .await;
        publish(&karin, &origin, "NETWORK", None).await;
        let seen = changes(&omar, &made).await;
        assert_eq!(seen.len(), 2);
        assert_eq!((&seen[1]["field"], &seen[1]["base"]), (&json!("lessons"), &Value::Null));

        // A hidden or deleted origin tells nothing.
        publish(&karin, &origin, "ORGANISATION", None).await;
        assert!(changes(&omar, &made).await.is_empty());
        publish(&karin, &origin, "NETWORK", None).await;
        assert_eq!(changes(&omar, &made).await.len(), 2);
        karin
            .change("deleteAction", json!({ "id": origin }), "programme { id }")
            .await;
        assert!(changes(&omar, &made).await.is_empty());
        assert_eq!(said(&omar, &made).await["title"]["value"], "Andra titeln");
    });
}

#[test]
fn what_was_learned_is_told_once_to_a_copy_that_has_decided_upon_all_of_it() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let (hers, theirs) = (app.programme(&karin).await, app.programme(&omar).await);
        let origin = write(&karin, &hers, "Första titeln", "SV").await["id"].clone();
        publish(&karin, &origin, "NETWORK", None).await;
        let made = copy(&omar, &origin, &theirs).await;
        let publishes = async |mut texts: Value, learned: &str| {
            texts["language"] = json!("SV");
            edit(&karin, &origin, texts).await;
            publish(&karin, &origin, "NETWORK", Some(learned)).await
        };
        let told = async || -> HashMap<String, Value> {
            let each = |change: Value| {
                (
                    change["field"].as_str().expect("a key").to_owned(),
                    change["learned"].clone(),
                )
            };
            changes(&omar, &made).await.into_iter().map(each).collect()
        };
        let upstream = publishes(json!({ "description": "Två." }), "Den andra.").await;
        let revision = said(&omar, &made).await["revision"].clone();
        let take =
            json!({ "actionId": made, "revision": revision, "upstreamRevision": upstream, "fields": ["description"] });
        omar.change("takeUpstreamChange", take, "action { id }").await;
        let upstream = publishes(
            json!({ "title": "Tre", "description": "Tre.", "lessons": "Tre." }),
            "Den tredje.",
        )
        .await;
        let third = json!(["Den tredje."]);
        let seen = told().await;
        assert_eq!(seen.len(), 3);
        assert!(seen.values().all(|learned| *learned == third), "{seen:?}");
        // Of what is only half decided upon, the rest is told with what was said of it; what was passed by is not.
        let skip = json!({ "actionId": made, "upstreamRevision": upstream, "fields": ["title", "lessons"] });
        omar.change("skipUpstreamChange", skip, "action { id }").await;
        publishes(json!({ "title": "Fyra" }), "Den fjärde.").await;
        let seen = told().await;
        assert_eq!(seen["title"], json!(["Den fjärde."]));
        assert_eq!(seen["description"], json!(["Den tredje.", "Den fjärde."]));
        assert_eq!(seen.len(), 2);
    });
}

#[test]
fn where_the_languages_differ_nothing_is_overwritten_and_a_take_is_all_or_nothing() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let (hers, theirs) = (app.programme(&karin).await, app.programme(&ingeborg).await);
        let origin = write(&karin, &hers, "Svensk titel", "SV").await["id"].clone();
        publish(&karin, &origin, "NETWORK", None).await;
        let made = copy(&ingeborg, &origin, &theirs).await;
        let ours = edit(&ingeborg, &made, json!({ "language": "NN", "title": "Nynorsk tittel" })).await;
        edit(
            &karin,
            &origin,
            json!({ "language": "SV", "title": "Ny svensk titel", "description": "Ny text.", "problem": "Svenskt problem." }),
        )
        .await;
        let upstream = publish(&karin, &origin, "NETWORK", None).await;
        let seen = changes(&ingeborg, &made).await;
        assert_eq!(
            (&seen[2]["field"], &seen[2]["yours"], &seen[2]["needsEdit"]),
            (&json!("problem"), &Value::Null, &json!(true)),
            "an empty text of a copy in another language"
        );
        assert_eq!(
            (&seen[0]["yours"], &seen[0]["needsEdit"]),
            (&json!("Nynorsk tittel"), &json!(true))
        );
        assert_eq!(
            (&seen[1]["field"], &seen[1]["needsEdit"]),
            (&json!("description"), &json!(false))
        );

        let take = |revision: i64, upstream: i64, fields: Value, edits: Value| json!({ "actionId": made, "revision": revision, "upstreamRevision": upstream, "fields": fields, "edits": edits });
        let before = app.database.dump().await;
        for (input, code, field) in [
            (
                take(ours, upstream, json!(["description", "title"]), Value::Null),
                "INVALID",
                "edits",
            ),
            (
                take(ours, upstream, json!(["problem"]), Value::Null),
                "INVALID",
                "edits",
            ),
            (
                take(ours - 1, upstream, json!(["description"]), Value::Null),
                "CONFLICT",
                "revision",
            ),
            (
                take(ours, 1, json!(["description"]), Value::Null),
                "CONFLICT",
                "upstreamRevision",
            ),
            (
                take(ours, upstream, json!(["description", "lessons"]), Value::Null),
                "INVALID",
                "fields",
            ),
            (
                take(
                    ours,
                    upstream,
                    json!(["description", "title"]),
                    json!([{ "field": "title", "value": " ", "language": "NN" }]),
                ),
                "INVALID",
                "title",
            ),
        ] {
            let refusal = ingeborg.change_refused("takeUpstreamChange", input.clone()).await;
            assert_eq!(
                (refusal.code.as_str(), refusal.field.as_deref()),
                (code, Some(field)),
                "{input}"
            );
        }
        assert_eq!(app.database.dump().await, before);

        let edits = json!([{ "field": "title", "value": "Ny nynorsk tittel", "language": "NN" }]);
        let input = take(ours, upstream, json!(["description", "title"]), edits);
        ingeborg.change("takeUpstreamChange", input, "action { id }").await;
        let now = said(&ingeborg, &made).await;
        assert_eq!(now["title"], json!({ "value": "Ny nynorsk tittel", "language": "NN" }));
        assert_eq!(now["description"], json!({ "value": "Ny text.", "language": "SV" }));
        let left = changes(&ingeborg, &made).await;
        assert_eq!((left.len(), &left[0]["field"]), (1, &json!("problem")));
    });
}

const FURTHER: &str = "query($id: ID!) { action(id: $id) { revision themes { key } links { url name } \
    details { purpose indicators { key } partners unit { id } } \
    example { problem { value language } result { value language } again { value } transferability { value } } } }";

async fn further(person: &Client, id: &Value) -> Value {
    person.ask(FURTHER, json!({ "id": id })).await["action"].clone()
}

#[test]
fn whatever_came_along_or_can_be_learned_from_is_told_and_lists_are_taken_whole() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, &app.person("omar").await);
        let (hers, theirs) = (app.programme(&karin).await, app.programme(omar).await);
        let origin = write(&karin, &hers, "Väg matsvinnet", "SV").await["id"].clone();
        let first = json!({ "language": "SV", "themes": ["waste"], "purpose": "EMISSIONS", "indicators": ["ev-share"],
            "links": [{ "url": "https://haninge.example/a", "name": "A" }], "result": "En tredjedel mindre." });
        edit(&karin, &origin, first).await;
        publish(&karin, &origin, "NETWORK", None).await;
        let made = copy(omar, &origin, &theirs).await;
        assert!(changes(omar, &made).await.is_empty());
        // What is only theirs: in a list, and what is each municipality's own.
        let own = json!({ "language": "SV", "partners": "Uppsala Vatten",
            "links": [{ "url": "https://haninge.example/a", "name": "A" }, { "url": "https://uppsala.example/" }] });
        edit(omar, &made, own).await;

        let second = json!({ "language": "SV", "themes": ["waste", "agriculture"], "purpose": "ADAPTATION", "indicators": null,
            "links": [{ "url": "https://haninge.example/b" }, { "url": "https://haninge.example/a", "name": "A" }],
            "problem": "Mycket slängs.", "result": "Hälften mindre.", "again": "Vägningen.", "transferability": "En våg.",
            "partners": "SRV", "risk": "Skyfall.", "costHow": "Offert.", "funding": { "name": "Egna medel" },
            "milestones": [{ "name": "Våg köpt" }], "decision": { "body": "Nämnden" } });
        edit(&karin, &origin, second).await;
        let upstream = publish(&karin, &origin, "NETWORK", None).await;
        let seen = changes(omar, &made).await;
        let fields: Vec<_> = seen
            .iter()
            .map(|change| change["field"].as_str().expect("a key"))
            .collect();
        let all = [
            "themes",
            "purpose",
            "indicators",
            "links",
            "problem",
            "result",
            "again",
            "transferability",
        ];
        assert_eq!(fields, all, "and nothing that is each municipality's own");
        let shown = |at: usize| ["isText", "base", "yours", "theirs", "language"].map(|key| seen[at][key].clone());
        assert_eq!(
            shown(1),
            [
                json!(false),
                json!("Minska utsläppen av växthusgaser"),
                json!("Minska utsläppen av växthusgaser"),
                json!("Klimatanpassning"),
                json!("SV")
            ]
        );
        assert_eq!(
            (
                seen[0]["theirs"].as_str().map(|text| text.lines().count()),
                &seen[0]["needsEdit"]
            ),
            (Some(2), &json!(false))
        );
        assert_eq!(
            (&seen[2]["theirs"], &seen[2]["yoursLanguage"]),
            (&Value::Null, &Value::Null)
        );
        assert_eq!(
            (&seen[3]["yours"], &seen[3]["theirs"]),
            (
                &json!("A – https://haninge.example/a\nhttps://uppsala.example/"),
                &json!("A – https://haninge.example/a\nhttps://haninge.example/b")
            )
        );
        assert_eq!(
            shown(5),
            [
                json!(true),
                json!("En tredjedel mindre."),
                Value::Null,
                json!("Hälften mindre."),
                json!("SV")
            ]
        );

        // No list is written in one's own words, and none waits for anything else to be taken.
        let mut input = json!({ "actionId": made, "revision": 2, "upstreamRevision": upstream, "fields": ["links"],
            "edits": [{ "field": "links", "value": "https://x.example", "language": "SV" }] });
        let refusal = omar.change_refused("takeUpstreamChange", input.clone()).await;
        assert_eq!(
            (refusal.code.as_str(), refusal.field.as_deref()),
            ("INVALID", Some("edits"))
        );
        input["fields"] = json!(["themes", "indicators", "links", "problem", "result"]);
        input["edits"] = json!([{ "field": "result", "value": "Halvparten hos dei.", "language": "NN" }]);
        omar.change("takeUpstreamChange", input, "action { id }").await;
        let now = further(omar, &made).await;
        assert_eq!(now["themes"], json!([{ "key": "waste" }, { "key": "agriculture" }]));
        assert_eq!(
            now["links"],
            further(&karin, &origin).await["links"],
            "theirs, in their order"
        );
        assert_eq!(
            now["details"],
            json!({ "purpose": "EMISSIONS", "indicators": [], "partners": "Uppsala Vatten", "unit": null })
        );
        assert_eq!(
            now["example"]["problem"],
            json!({ "value": "Mycket slängs.", "language": "SV" })
        );
        assert_eq!(
            now["example"]["result"],
            json!({ "value": "Halvparten hos dei.", "language": "NN" })
        );
        assert_eq!(now["example"]["again"], Value::Null);

        // The rest is passed by, and stays quiet until it says something else; what was taken in other words is theirs to edit.
        let skip = json!({ "actionId": made, "upstreamRevision": upstream, "fields": ["purpose", "again", "transferability"] });
        omar.change("skipUpstreamChange", skip, "action { id }").await;
        assert!(changes(omar, &made).await.is_empty());
        let third = json!({ "language": "SV", "links": [{ "url": "https://haninge.example/a", "name": "A" }, { "url": "https://haninge.example/b" }],
            "themes": ["agriculture", "waste"], "purpose": "OTHER", "result": "Nästan inget kvar.", "title": "Väg allt" });
        edit(&karin, &origin, third).await;
        publish(&karin, &origin, "NETWORK", None).await;
        let seen = changes(omar, &made).await;
        let fields: Vec<_> = seen
            .iter()
            .map(|change| (&change["field"], &change["needsEdit"]))
            .collect();
        assert_eq!(
            fields,
            [
                (&json!("title"), &json!(false)),
                (&json!("purpose"), &json!(false)),
                (&json!("result"), &json!(true))
            ],
            "another order of a list is no change"
        );
        assert_eq!(
            seen[1]["base"], "Minska utsläppen av växthusgaser",
            "as it was last taken, not passed by"
        );
        assert_eq!(
            (&seen[2]["base"], &seen[2]["yours"]),
            (&json!("Hälften mindre."), &json!("Halvparten hos dei."))
        );
    });
}

#[test]
fn what_the_origins_say_costs_as_many_statements_for_many_copies_as_for_one() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let (hers, theirs) = (app.programme(&karin).await, app.programme(&omar).await);
        let news = "{ upstreamNews { id upstreamChanges { field theirs } } }";
        let statements = async || {
            let before = app.figure("samverk_sql_statements_total").await;
            let found = omar.ask(news, json!({})).await["upstreamNews"]
                .as_array()
                .expect("a list")
                .len();
            (found, app.figure("samverk_sql_statements_total").await - before)
        };
        let mut costs = Vec::new();
        for n in 0..6 {
            let origin = write(&karin, &hers, &format!("Nummer {n}"), "SV").await["id"].clone();
            publish(&karin, &origin, "NETWORK", None).await;
            copy(&omar, &origin, &theirs).await;
            edit(&karin, &origin, json!({ "language": "SV", "themes": ["waste"], "result": "Bra.", "links": [{ "url": "https://a.example" }] })).await;
            publish(&karin, &origin, "NETWORK", None).await;
            costs.push(statements().await);
        }
        let found: Vec<_> = costs.iter().map(|(found, _)| *found).collect();
        assert_eq!(found, [1, 2, 3, 4, 5, 6]);
        // What the node does beside it (a look at the journal) may fall into any of them.
        assert!(costs[5].1 <= costs[0].1 + 2, "{costs:?}");
    });
}

#[test]
fn what_the_copies_came_to_is_gathered_where_they_came_from() {
    on_both(async |app| {
        let [karin, ingeborg, omar] = [
            app.person("karin").await,
            app.person("ingeborg").await,
            app.person("omar").await,
        ];
        let (hers, alesund, uppsala) = (
            app.programme(&karin).await,
            app.programme(&ingeborg).await,
            app.programme(&omar).await,
        );
        let origin = write(&karin, &hers, "Provas på fler håll", "SV").await["id"].clone();
        publish(&karin, &origin, "NETWORK", None).await;
        let query = "query($id: ID!) { action(id: $id) { gathered { copies statuses { status count } \
            costPerInhabitant(in: SEK) { count least median most } effectPerInhabitant { count median } \
            lessons(first: 1) { totalCount pageInfo { hasNextPage } edges { node { lessons { value language } organisation { name } } } } } } }";
        let gathered = async || karin.ask(query, json!({ "id": origin })).await["action"]["gathered"].clone();
        assert_eq!(
            gathered().await,
            json!({ "copies": 0, "statuses": [], "costPerInhabitant": null, "effectPerInhabitant": null,
                "lessons": { "totalCount": 0, "pageInfo": { "hasNextPage": false }, "edges": [] } })
        );
        let north = copy(&ingeborg, &origin, &alesund).await;
        let facts = json!({ "language": "NN", "lessons": "Snakk med naboen.", "status": "DONE", "effectTonnesCo2e": 10,
            "cost": { "amount": "1000000", "currency": "NOK" } });
        edit(&ingeborg, &north, facts).await;
        assert_eq!(gathered().await["copies"], 0, "a draft is in no figure");
        publish(&ingeborg, &north, "NETWORK", None).await;
        app.clock.advance(Duration::from_secs(60));
        assert_eq!(gathered().await["effectPerInhabitant"]["count"], 1);
        let purposes = [("ADAPTATION", Value::Null), ("EMISSIONS", json!(1))];
        for (purpose, counted) in purposes {
            edit(&ingeborg, &north, json!({ "purpose": purpose })).await;
            publish(&ingeborg, &north, "NETWORK", None).await;
            let effect = gathered().await["effectPerInhabitant"]["count"].clone();
            assert_eq!(effect, counted, "tonnes of {purpose}");
        }
        app.clock.advance(Duration::from_secs(60));
        // A copy of the copy counts too.
        let east = copy(&omar, &north, &uppsala).await;
        let facts = json!({ "language": "SV", "lessons": "Räkna med vintern.", "status": "ONGOING", "cost": { "amount": "2000000", "currency": "SEK" } });
        edit(&omar, &east, facts).await;
        publish(&omar, &east, "NETWORK", None).await;

        let seen = gathered().await;
        assert_eq!(seen["copies"], 2);
        assert_eq!(
            seen["statuses"],
            json!([{ "status": "ONGOING", "count": 1 }, { "status": "DONE", "count": 1 }])
        );
        assert_eq!(seen["lessons"]["totalCount"], 2);
        assert_eq!(
            seen["lessons"]["edges"][0]["node"]["lessons"],
            json!({ "value": "Räkna med vintern.", "language": "SV" })
        );
        assert_eq!(
            (
                &seen["costPerInhabitant"]["count"],
                &seen["effectPerInhabitant"]["count"]
            ),
            (&json!(2), &json!(1))
        );
        let [least, median, most] =
            ["least", "median", "most"].map(|key| seen["costPerInhabitant"][key].as_f64().expect("a figure"));
        assert!(0.0 < least && least < median && median < most);
        assert!(((least + most) / 2.0 - median).abs() < 1e-9);
    });
}

#[test]
fn every_revision_can_be_read_and_put_back_as_a_new_one() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let action = write(&karin, &app.programme(&karin).await, "Ett", "SV").await["id"].clone();
        publish(&karin, &action, "NETWORK", Some("Det är gjort.")).await;
        app.clock.advance(Duration::from_secs(3600));
        edit(
            &karin,
            &action,
            json!({ "language": "SV", "title": "Två", "status": "PAUSED", "cost": null }),
        )
        .await;
        let query = "query($id: ID!, $n: Int!, $a: String) { action(id: $id) { revisions(first: $n, after: $a) { totalCount pageInfo { hasNextPage endCursor } edges { node { \
            revision author { name } publishedAt learned changed title { value } status cost { amount } } } } } }";
        let page = async |first: u32, after: Value| {
            karin.ask(query, json!({ "id": action, "n": first, "a": after })).await["action"]["revisions"].clone()
        };
        let newest = page(1, Value::Null).await;
        assert_eq!(newest["totalCount"], 2);
        let node = &newest["edges"][0]["node"];
        assert_eq!(
            (&node["revision"], &node["changed"]),
            (&json!(2), &json!(["title", "status", "cost"]))
        );
        assert_eq!((&node["publishedAt"], &node["learned"]), (&Value::Null, &Value::Null));
        let oldest = page(1, newest["pageInfo"]["endCursor"].clone()).await;
        let node = &oldest["edges"][0]["node"];
        assert_eq!(
            node["changed"],
            json!(["title", "description", "status", "starts", "ends", "cost"])
        );
        assert_eq!(
            (&node["title"]["value"], &node["learned"]),
            (&json!("Ett"), &json!("Det är gjort."))
        );
        assert_eq!(node["publishedAt"], "2026-11-22T08:00:00.000Z");
        let foreign = omar.ask(query, json!({ "id": action, "n": 5 })).await["action"]["revisions"].clone();
        assert_eq!(foreign["totalCount"], 0, "the history is their own");

        let input = json!({ "id": action, "revision": 2, "earlier": 1 });
        let restored = karin
            .change(
                "restoreAction",
                input.clone(),
                "action { revision title { value } status cost { amount } }",
            )
            .await;
        assert_eq!(
            restored["action"],
            json!({ "revision": 3, "title": { "value": "Ett" }, "status": "DONE", "cost": { "amount": "900000" } })
        );
        assert_eq!(
            page(10, Value::Null).await["totalCount"],
            3,
            "what was put aside is still there"
        );
        assert_eq!(karin.change_refused("restoreAction", input).await.code, "CONFLICT");
        let gone = json!({ "id": action, "revision": 3, "earlier": 9 });
        assert_eq!(
            karin.change_refused("restoreAction", gone).await.field.as_deref(),
            Some("earlier")
        );
    });
}

#[test]
fn a_revision_tells_all_that_it_changed_and_all_that_it_said() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let action = write(&karin, &app.programme(&karin).await, "Ett", "SV").await["id"].clone();
        publish(&karin, &action, "NETWORK", None).await;
        let unit = karin
            .ask("{ viewer { organisation { units { id } } } }", json!({}))
            .await["viewer"]["organisation"]["units"][0]["id"]
            .clone();
        let all = json!({ "language": "SV", "problem": "P.", "result": "R.", "again": "A.", "transferability": "T.", "risk": "Skyfall.",
            "effectInWords": "E.", "costHow": "C.", "effectHow": "H.", "purpose": "ADAPTATION", "unitId": unit, "partners": "SRV",
            "indicators": ["ev-share"], "funding": { "name": "Egna medel" }, "decision": { "caseNumber": "KS 1" },
            "links": [{ "url": "https://a.example" }], "milestones": [{ "name": "Först" }] });
        edit(&karin, &action, all).await;
        publish(&karin, &action, "NETWORK", None).await;
        edit(
            &karin,
            &action,
            json!({ "milestones": [{ "name": "Först", "done": "2026-11-01" }], "decision": null }),
        )
        .await;
        let query = "query($id: ID!) { action(id: $id) { revisions { edges { node { changed problem { value } result { value } again { value } \
            transferability { value } links { url } milestones { name done } details { partners unit { id } decision { caseNumber } funding { name } \
            risk { value } costHow { value } } } } } } }";
        let past = karin.ask(query, json!({ "id": action })).await["action"]["revisions"]["edges"].clone();
        assert_eq!(past[0]["node"]["changed"], json!(["decision", "milestones"]));
        assert_eq!(
            past[1]["node"]["changed"],
            json!([
                "purpose",
                "indicators",
                "links",
                "unit",
                "partners",
                "funding",
                "decision",
                "milestones",
                "problem",
                "result",
                "again",
                "transferability",
                "risk",
                "effectInWords",
                "costHow",
                "effectHow"
            ])
        );
        assert_eq!(
            past[2]["node"]["changed"],
            json!(["title", "description", "status", "starts", "ends", "cost"])
        );
        let said = &past[1]["node"];
        assert_eq!(
            said["details"],
            json!({ "partners": "SRV", "unit": { "id": unit }, "decision": { "caseNumber": "KS 1" }, "funding": { "name": "Egna medel" },
                "risk": { "value": "Skyfall." }, "costHow": { "value": "C." } })
        );
        assert_eq!(
            (&said["result"]["value"], &said["links"][0]["url"]),
            (&json!("R."), &json!("https://a.example"))
        );
        assert_eq!(said["milestones"], json!([{ "name": "Först", "done": null }]));
        assert_eq!(past[0]["node"]["details"]["decision"], Value::Null);
        assert_eq!(past[2]["node"]["problem"], Value::Null);
    });
}

#[test]
fn an_organisations_own_copy_compares_with_what_was_copied_also_of_a_draft() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let hers = app.programme(&karin).await;
        let origin = write(&karin, &hers, "Utkast ett", "SV").await["id"].clone();
        let made = copy(&karin, &origin, &hers).await;
        // In the same sitting: what was copied is still there to compare with.
        edit(&karin, &origin, json!({ "language": "SV", "title": "Utkast två" })).await;
        assert!(changes(&karin, &made).await.is_empty());
        publish(&karin, &origin, "ORGANISATION", None).await;
        let seen = changes(&karin, &made).await;
        assert_eq!(
            (seen.len(), &seen[0]["base"], &seen[0]["theirs"]),
            (1, &json!("Utkast ett"), &json!("Utkast två"))
        );
    });
}
