//! The main job: an action is written, published, found, copied, rewritten in another language, and both sides see it.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Client, TestApp, on_both};

const ACTION: &str = "id revision publishedRevision visibility status title { value language translated } \
    description { value language } lessons { value } themes { key name } starts ends cost { amount currency } \
    effectTonnesCo2e contact { name } copyCount origin { revision copiedAt action { id organisation { name } } copiedBy { name } } \
    organisation { name } programme { id } viewerMayEdit createdAt updatedAt publishedAt \
    copies { totalCount edges { node { organisation { name } } } }";

/// A mutation that answers with an action, whole.
async fn change(person: &Client, name: &'static str, input: Value) -> Value {
    person.change(name, input, &format!("action {{ {ACTION} }}")).await["action"].clone()
}

async fn see(person: &Client, id: &Value) -> Value {
    let query = format!("query($id: ID!) {{ action(id: $id) {{ {ACTION} }} }}");
    person.ask(&query, json!({ "id": id })).await["action"].clone()
}

async fn write(person: &Client, programme: &str, title: &str) -> Value {
    let input = json!({
        "programmeId": programme, "language": "SV", "title": title, "description": "Första stycket.\n\nAndra stycket.",
        "status": "ONGOING", "starts": "2026-01-01", "ends": "2027-12-31", "cost": { "amount": "3000000000", "currency": "SEK" },
        "effectTonnesCo2e": 12.5, "contactId": Value::Null,
    });
    change(person, "createAction", input).await
}

async fn publish(person: &Client, action: &Value, visibility: &str) -> Value {
    let input = json!({ "id": action["id"], "revision": action["revision"], "visibility": visibility, "learned": "Börja smått." });
    change(person, "publishAction", input).await
}

#[test]
fn what_is_written_comes_back_as_it_was() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let written = write(&karin, &app.programme(&karin).await, "Cykelvägar året runt").await;
        let seen = see(&karin, &written["id"]).await;
        assert_eq!(seen, written);
        assert_eq!(
            seen["title"],
            json!({ "value": "Cykelvägar året runt", "language": "SV", "translated": false })
        );
        assert_eq!(seen["description"]["value"], "Första stycket.\n\nAndra stycket.");
        assert_eq!(seen["cost"], json!({ "amount": "3000000000", "currency": "SEK" }));
        assert_eq!(
            (&seen["starts"], &seen["ends"]),
            (&json!("2026-01-01"), &json!("2027-12-31"))
        );
        assert_eq!(
            (&seen["revision"], &seen["publishedRevision"]),
            (&json!(1), &Value::Null)
        );
        assert_eq!(seen["createdAt"], "2026-11-22T08:00:00.000Z");
        assert_eq!(seen["viewerMayEdit"], true);
    });
}

#[test]
fn a_draft_is_its_own_organisations_and_publishing_shows_it_to_whom_it_is_for() {
    on_both(async |app| {
        let [karin, ingeborg, stranger] = [app.person("karin").await, app.person("ingeborg").await, app.stranger()];
        let action = write(&karin, &app.programme(&karin).await, "Bara vi ser utkastet").await;
        let id = &action["id"];
        let seen_by = async || {
            (
                see(&karin, id).await.is_object(),
                see(&ingeborg, id).await.is_object(),
                see(&stranger, id).await.is_object(),
            )
        };
        assert_eq!(seen_by().await, (true, false, false));
        for (visibility, seen) in [
            ("ORGANISATION", (true, false, false)),
            ("NETWORK", (true, true, false)),
            ("PUBLIC", (true, true, true)),
            ("ORGANISATION", (true, false, false)),
        ] {
            publish(&karin, &action, visibility).await;
            assert_eq!(seen_by().await, seen, "{visibility}");
        }
        // What one may not see does not exist: not as a node, not in a list, not in a count.
        let all = "query($f: ActionFilter) { actions(filter: $f, first: 100) { totalCount edges { node { id } } } }";
        let list = ingeborg
            .ask(all, json!({ "f": { "text": "bara vi ser utkastet" } }))
            .await;
        assert_eq!(list["actions"], json!({ "totalCount": 0, "edges": [] }));
        let node = ingeborg
            .ask("query($id: ID!) { node(id: $id) { id } }", json!({ "id": id }))
            .await;
        assert_eq!(node["node"], Value::Null);
        let update = ingeborg
            .change_refused(
                "updateAction",
                json!({ "id": id, "revision": 1, "language": "NN", "title": "Vår" }),
            )
            .await;
        assert_eq!(update.code, "NOT_FOUND");
    });
}

#[test]
fn others_see_the_published_revision_until_the_next_is_published() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let action = write(&karin, &app.programme(&karin).await, "Solceller på skoltak").await;
        let published = publish(&karin, &action, "NETWORK").await;
        assert_eq!(published["publishedRevision"], published["revision"]);
        let input = json!({ "id": action["id"], "revision": published["revision"], "language": "SV", "title": "Solceller på alla tak" });
        let edited = change(&karin, "updateAction", input).await;
        assert_eq!(
            see(&karin, &action["id"]).await["title"]["value"],
            "Solceller på alla tak"
        );
        assert_eq!(
            see(&omar, &action["id"]).await["title"]["value"],
            "Solceller på skoltak"
        );
        let hidden = see(&omar, &action["id"]).await;
        assert_eq!(
            hidden["revision"], published["revision"],
            "not even the number of a draft is told"
        );
        publish(&karin, &edited, "NETWORK").await;
        assert_eq!(
            see(&omar, &action["id"]).await["title"]["value"],
            "Solceller på alla tak"
        );
    });
}

#[test]
fn a_colleague_from_elsewhere_copies_rewrites_and_publishes_and_both_see_it() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let original = publish(
            &karin,
            &write(&karin, &app.programme(&karin).await, "Matsvinn i skolkök").await,
            "NETWORK",
        )
        .await;
        let programme = app.programme(&ingeborg).await;
        let input = json!({ "actionId": original["id"], "programmeId": programme });
        let copied = change(&ingeborg, "copyAction", input).await;
        assert_eq!(
            copied["title"],
            json!({ "value": "Matsvinn i skolkök", "language": "SV", "translated": false })
        );
        assert_eq!(copied["organisation"]["name"], "Ålesund");
        assert_eq!(
            copied["origin"]["action"],
            json!({ "id": original["id"], "organisation": { "name": "Haninge" } })
        );
        assert!(
            copied["origin"]["copiedBy"]["name"]
                .as_str()
                .unwrap()
                .starts_with("Ingeborg")
        );
        // Status, dates, money and people are one's own affair.
        assert_eq!(copied["status"], "IDEA");
        for left_behind in [
            "starts",
            "ends",
            "cost",
            "contact",
            "lessons",
            "publishedRevision",
            "effectTonnesCo2e",
        ] {
            assert_eq!(copied[left_behind], Value::Null, "{left_behind}");
        }

        // Only what was rewritten becomes Nynorsk.
        let input = json!({ "id": copied["id"], "revision": copied["revision"], "language": "NN", "title": "Matsvinn i skulekjøkken" });
        let rewritten = change(&ingeborg, "updateAction", input).await;
        assert_eq!(rewritten["title"]["language"], "NN");
        assert_eq!(rewritten["description"]["language"], "SV");
        assert_eq!(
            see(&karin, &original["id"]).await["title"]["value"],
            "Matsvinn i skolkök"
        );

        publish(&ingeborg, &rewritten, "NETWORK").await;
        let seen = see(&karin, &original["id"]).await;
        assert_eq!(seen["copyCount"], 1);
        assert_eq!(
            seen["copies"],
            json!({ "totalCount": 1, "edges": [{ "node": { "organisation": { "name": "Ålesund" } } }] })
        );
        assert_eq!(
            see(&karin, &copied["id"]).await["origin"]["action"]["organisation"]["name"],
            "Haninge"
        );
    });
}

#[test]
fn a_second_copy_into_the_same_programme_is_asked_about() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let original = publish(
            &karin,
            &write(&karin, &app.programme(&karin).await, "Laddstolpar").await,
            "NETWORK",
        )
        .await;
        let input = json!({ "actionId": original["id"], "programmeId": app.programme(&ingeborg).await });
        let copies = (0..6).map(|_| {
            let (ingeborg, input) = (ingeborg.clone(), input.clone());
            tokio::spawn(async move {
                ingeborg
                    .graphql(
                        &crate::harness::mutation("copyAction", "action { id }"),
                        json!({ "input": input }),
                    )
                    .await
            })
        });
        let (mut made, mut refused) = (Vec::new(), Vec::new());
        for copy in copies.collect::<Vec<_>>() {
            let answer = copy.await.expect("it is answered");
            match answer.refusal() {
                None => made.push(answer.json["data"]["copyAction"]["action"]["id"].clone()),
                Some(refusal) => refused.push(refusal),
            }
        }
        assert_eq!((made.len(), refused.len()), (1, 5));
        for refusal in refused {
            assert_eq!(
                (refusal.code.as_str(), &refusal.args["actionId"]),
                ("ALREADY_COPIED", &made[0])
            );
        }
        let mut again = input.clone();
        again["evenIfCopied"] = json!(true);
        ingeborg.change("copyAction", again, "action { id }").await;
        assert_eq!(see(&karin, &original["id"]).await["copyCount"], 2);
    });
}

#[test]
fn of_two_who_write_at_once_one_is_told_the_newest_revision() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let action = write(&karin, &app.programme(&karin).await, "Samtidigt").await;
        let updates = (0..6).map(|n| {
            let (karin, id) = (karin.clone(), action["id"].clone());
            tokio::spawn(async move {
                let input = json!({ "id": id, "revision": 1, "language": "SV", "title": format!("Samtidigt {n}") });
                karin
                    .graphql(
                        &crate::harness::mutation("updateAction", "action { revision title { value } }"),
                        json!({ "input": input }),
                    )
                    .await
            })
        });
        let (mut title, mut conflicts) = (None, 0);
        for update in updates.collect::<Vec<_>>() {
            let answer = update.await.expect("it is answered");
            match answer.refusal() {
                None => assert!(
                    title
                        .replace(answer.json["data"]["updateAction"]["action"]["title"].clone())
                        .is_none()
                ),
                Some(refusal) => {
                    assert_eq!(
                        (refusal.code.as_str(), &refusal.args["revision"]),
                        ("CONFLICT", &json!(2))
                    );
                    conflicts += 1;
                }
            }
        }
        assert_eq!(conflicts, 5);
        assert_eq!(
            see(&karin, &action["id"]).await["title"]["value"],
            title.unwrap()["value"]
        );
        let stale = karin
            .change_refused(
                "publishAction",
                json!({ "id": action["id"], "revision": 1, "visibility": "PUBLIC" }),
            )
            .await;
        assert_eq!(stale.code, "CONFLICT");
    });
}

#[test]
fn a_field_left_out_is_unchanged_and_null_clears_it() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let action = write(&karin, &app.programme(&karin).await, "Halva saken").await;
        let update = async |revision: &Value, fields: Value| {
            let mut input = json!({ "id": action["id"], "revision": revision });
            input
                .as_object_mut()
                .unwrap()
                .extend(fields.as_object().unwrap().clone());
            change(&karin, "updateAction", input).await
        };
        let themes = karin.ask("{ themes { key name } }", json!({})).await["themes"].clone();
        let keys = json!([themes[0]["key"], themes[3]["key"]]);
        let one = update(&json!(1), json!({ "themes": keys, "status": "DONE" })).await;
        assert_eq!(one["themes"].as_array().unwrap().len(), 2);
        assert_eq!(
            (&one["title"]["value"], &one["cost"]["amount"]),
            (&json!("Halva saken"), &json!("3000000000"))
        );
        let two = update(
            &one["revision"],
            json!({ "cost": null, "starts": null, "effectTonnesCo2e": null }),
        )
        .await;
        for cleared in ["cost", "starts", "effectTonnesCo2e"] {
            assert_eq!(two[cleared], Value::Null, "{cleared}");
        }
        assert_eq!((&two["status"], &two["ends"]), (&json!("DONE"), &json!("2027-12-31")));
        let three = update(
            &two["revision"],
            json!({ "language": "SV", "lessons": "Fråga vaktmästaren först." }),
        )
        .await;
        assert_eq!(three["lessons"]["value"], "Fråga vaktmästaren först.");
    });
}

#[test]
fn a_deleted_origin_leaves_its_copies_whole() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let original = publish(
            &karin,
            &write(&karin, &app.programme(&karin).await, "Snart borta").await,
            "NETWORK",
        )
        .await;
        let copied = ingeborg
            .change(
                "copyAction",
                json!({ "actionId": original["id"], "programmeId": app.programme(&ingeborg).await }),
                "action { id }",
            )
            .await["action"]
            .clone();
        karin
            .change("deleteAction", json!({ "id": original["id"] }), "programme { id }")
            .await;
        assert_eq!(see(&karin, &original["id"]).await, Value::Null);
        let seen = see(&ingeborg, &copied["id"]).await;
        assert_eq!(
            (&seen["title"]["value"], &seen["origin"]["action"]),
            (&json!("Snart borta"), &Value::Null)
        );
        let again = karin
            .change_refused("deleteAction", json!({ "id": original["id"] }))
            .await;
        assert_eq!(again.code, "NOT_FOUND");
        // And a deleted copy is counted no more.
        let other = publish(
            &karin,
            &write(&karin, &app.programme(&karin).await, "Kvar").await,
            "NETWORK",
        )
        .await;
        let copy = ingeborg
            .change(
                "copyAction",
                json!({ "actionId": other["id"], "programmeId": app.programme(&ingeborg).await }),
                "action { id }",
            )
            .await["action"]
            .clone();
        ingeborg
            .change("deleteAction", json!({ "id": copy["id"] }), "programme { id }")
            .await;
        assert_eq!(see(&karin, &other["id"]).await["copyCount"], 0);
    });
}

#[test]
fn the_library_finds_by_text_country_theme_status_and_network_whatever_the_vowels() {
    on_both(async |app| {
        let (karin, omar) = (app.person("karin").await, app.person("omar").await);
        let action = write(
            &karin,
            &app.programme(&karin).await,
            "Björkdungens förskola värmer sig själv",
        )
        .await;
        publish(&karin, &action, "NETWORK").await;
        let find = async |filter: Value| {
            let query = "query($f: ActionFilter) { actions(filter: $f, first: 100) { edges { node { id } } } }";
            omar.ask(query, json!({ "f": filter })).await["actions"]
                .to_string()
                .contains(action["id"].as_str().unwrap())
        };
        for filter in [
            json!({ "text": "BJØRKDUNGENS" }),
            json!({ "text": "förskola VÄRMER" }),
            json!({ "country": "SE", "text": "björkdungens" }),
            json!({ "statuses": ["ONGOING"], "text": "björkdungens" }),
            json!({ "networkSlug": "miljostrateger", "text": "björkdungens" }),
            json!({ "programmeId": action["programme"]["id"], "text": "björkdungens" }),
            json!({ "organisationIds": [app.organisation("Haninge").await], "text": "björkdungens" }),
        ] {
            assert!(find(filter.clone()).await, "{filter}");
        }
        for filter in [
            json!({ "text": "björkdungens finns inte" }),
            json!({ "country": "NO", "text": "björkdungens" }),
            json!({ "statuses": ["DONE"], "text": "björkdungens" }),
            json!({ "networkSlug": "klimanettverk-mr", "text": "björkdungens" }),
            json!({ "copiedOnly": true, "text": "björkdungens" }),
            json!({ "text": "%" }),
            json!({ "text": "björk_ungens" }),
        ] {
            assert!(!find(filter.clone()).await, "{filter}");
        }
    });
}

#[test]
fn every_order_pages_through_all_once() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        for order in ["RECENT", "MOST_COPIED", "TITLE"] {
            let query = "query($o: ActionOrder!, $n: Int!, $a: String) { actions(order: $o, first: $n, after: $a) { \
                totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }";
            let whole = karin.ask(query, json!({ "o": order, "n": 100 })).await["actions"].clone();
            let ids = |page: &Value| {
                page["edges"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|edge| edge["node"]["id"].clone())
                    .collect::<Vec<_>>()
            };
            let (mut paged, mut after) = (Vec::new(), Value::Null);
            loop {
                let page = karin.ask(query, json!({ "o": order, "n": 7, "a": after })).await["actions"].clone();
                assert_eq!(page["totalCount"], whole["totalCount"]);
                paged.extend(ids(&page));
                after = page["pageInfo"]["endCursor"].clone();
                if page["pageInfo"]["hasNextPage"] == false {
                    break;
                }
            }
            let first_hundred = ids(&whole);
            assert_eq!(paged[..first_hundred.len()], first_hundred, "{order}");
            assert_eq!(paged.len(), whole["totalCount"].as_u64().unwrap() as usize, "{order}");
            assert!(paged.len() > 20, "there is demo content to page through");
        }
    });
}

#[test]
fn a_list_costs_the_same_few_statements_however_long_it_is() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let cost = async |first: u32| {
            let query = "query($n: Int!) { actions(first: $n) { edges { node { title { value } organisation { id name } themes { key name } \
                contact { name organisation { name } } origin { copiedAt action { id title { value } organisation { name } } } copyCount } } } }";
            let before = app.statements().await;
            karin.ask(query, json!({ "n": first })).await;
            app.statements().await - before
        };
        cost(2).await;
        let (few, many) = (cost(2).await, cost(60).await);
        assert!(many <= 3, "{many} statements for a list of 60");
        assert!(many <= few, "{few} statements for two, {many} for 60");
    });
}

#[test]
fn saves_in_one_sitting_are_one_revision_in_the_history() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let action = write(&karin, &app.programme(&karin).await, "Skrivs").await;
        let mut revision = action["revision"].clone();
        for n in 0..5 {
            let input =
                json!({ "id": action["id"], "revision": revision, "language": "SV", "title": format!("Skrivs {n}") });
            revision = karin.change("updateAction", input, "action { revision }").await["action"]["revision"].clone();
            app.clock.advance(Duration::from_secs(20));
        }
        let stored = app
            .database
            .rows("select count(*) from action_revision where title like 'Skrivs%'")
            .await;
        assert_eq!(stored[0][0].as_deref(), Some("1"));
    });
}

impl TestApp {
    /// The first programme that this person edits.
    pub async fn programme(&self, person: &Client) -> String {
        let data = person
            .ask(
                "{ programmes(editable: true, first: 1) { edges { node { id } } } }",
                json!({}),
            )
            .await;
        data["programmes"]["edges"][0]["node"]["id"]
            .as_str()
            .expect("their organisation has one")
            .to_owned()
    }

    /// SQL statements that the first node has run so far.
    async fn statements(&self) -> u64 {
        self.figure("samverk_sql_statements_total").await
    }
}
