//! Whatever a few municipalities do with each other's actions, in whatever order: every family stays a tree, no text is
//! lost, and nobody changes what is another's.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use proptest::{
    prelude::*,
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use serde_json::{Value, json};

use crate::harness::{Client, TestApp, on_both};

/// Whom and what a step is about is told by numbers that are taken modulo what there is.
#[derive(Clone, Debug)]
enum Step {
    Write(usize),
    Copy(usize, usize),
    Edit(usize, usize),
    Publish(usize),
    Take(usize),
    Skip(usize),
    Restore(usize, usize),
    Delete(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let n = || 0..64_usize;
    let step = prop_oneof![
        1 => n().prop_map(Step::Write),
        6 => (n(), n()).prop_map(|(who, of)| Step::Copy(who, of)),
        5 => (n(), n()).prop_map(|(of, word)| Step::Edit(of, word)),
        6 => n().prop_map(Step::Publish),
        4 => n().prop_map(Step::Take),
        2 => n().prop_map(Step::Skip),
        2 => (n(), n()).prop_map(|(of, to)| Step::Restore(of, to)),
        2 => n().prop_map(Step::Delete),
    ];
    proptest::collection::vec(step, 30)
}

const SEQUENCES: usize = 4;

struct World {
    people: Vec<Client>,
    programmes: Vec<String>,
    /// Each living action's owner, what it says now, and every title that it has ever had.
    actions: BTreeMap<String, Known>,
}

struct Known {
    owner: usize,
    says: Value,
    titles: BTreeSet<String>,
}

#[test]
fn whatever_is_copied_taken_and_deleted_families_stay_trees_and_nothing_is_lost() {
    on_both(async |app| {
        let mut runner = TestRunner::deterministic();
        for _ in 0..SEQUENCES {
            let sequence = steps().new_tree(&mut runner).expect("there are steps").current();
            let people = app.people(&["karin", "omar", "lena"]).await;
            let mut programmes = Vec::new();
            for person in &people {
                programmes.push(app.programme(person).await);
            }
            let mut world = World {
                people,
                programmes,
                actions: BTreeMap::new(),
            };
            world.write(0, "Början").await;
            for (n, step) in sequence.iter().enumerate() {
                // Each save is a sitting of its own.
                app.clock.advance(Duration::from_secs(11 * 60));
                let touched = world.go(step, n).await;
                world.look(app, touched.as_deref(), step).await;
            }
        }
    });
}

impl World {
    fn pick(&self, n: usize) -> Option<String> {
        self.actions.keys().nth(n % self.actions.len().max(1)).cloned()
    }

    fn owner(&self, id: &str) -> &Client {
        &self.people[self.actions[id].owner]
    }

    async fn write(&mut self, who: usize, title: &str) -> String {
        let input =
            json!({ "programmeId": self.programmes[who], "language": "SV", "title": title, "description": "Text." });
        let made = self.people[who].change("createAction", input, "action { id }").await;
        self.keep(who, &made["action"]["id"]).await
    }

    async fn keep(&mut self, owner: usize, id: &Value) -> String {
        let id = id.as_str().expect("an id is text").to_owned();
        let known = Known {
            owner,
            says: says(&self.people[owner], &id).await,
            titles: BTreeSet::new(),
        };
        self.actions.insert(id.clone(), known);
        id
    }

    /// Does it, as far as it can be done now; answers with the action that it is about.
    async fn go(&mut self, step: &Step, n: usize) -> Option<String> {
        match *step {
            Step::Write(who) => Some(self.write(who % 3, &format!("Nytt {n}")).await),
            Step::Copy(who, of) => {
                let (who, of) = (who % 3, self.pick(of)?);
                let input = json!({ "actionId": of, "programmeId": self.programmes[who], "evenIfCopied": true });
                let answer = self.people[who]
                    .graphql(
                        &crate::harness::mutation("copyAction", "action { id }"),
                        json!({ "input": input }),
                    )
                    .await;
                let id = &answer.json["data"]["copyAction"]["action"]["id"];
                match id.is_string() {
                    true => Some(self.keep(who, id).await),
                    // A draft of others, or an action that is no longer there.
                    false => None,
                }
            }
            Step::Edit(of, word) => {
                let id = self.pick(of)?;
                let mut input = json!({ "id": id, "revision": self.actions[&id].says["revision"], "language": "SV",
                    "title": format!("Ändrad {n}") });
                for (at, (field, value)) in words(word).into_iter().enumerate() {
                    // Some of it each time, and some of it taken away.
                    match (word + at) % 4 {
                        0 => {}
                        1 if field != "description" => input[field] = Value::Null,
                        _ => input[field] = value,
                    }
                }
                self.owner(&id).change("updateAction", input, "action { id }").await;
                Some(id)
            }
            Step::Publish(of) => {
                let id = self.pick(of)?;
                let input =
                    json!({ "id": id, "revision": self.actions[&id].says["revision"], "visibility": "NETWORK" });
                self.owner(&id).change("publishAction", input, "action { id }").await;
                Some(id)
            }
            Step::Take(of) | Step::Skip(of) => {
                let id = self.pick(of)?;
                let changes = self.actions[&id].says["upstreamChanges"].as_array().expect("a list");
                let fields: Vec<_> = changes.iter().map(|change| change["field"].clone()).collect();
                let upstream = changes.first()?["revision"].clone();
                let mut input = json!({ "actionId": id, "upstreamRevision": upstream, "fields": fields });
                let name = match step {
                    Step::Take(_) => {
                        input["revision"] = self.actions[&id].says["revision"].clone();
                        "takeUpstreamChange"
                    }
                    _ => "skipUpstreamChange",
                };
                self.owner(&id).change(name, input, "action { id }").await;
                let (before, now) = (&self.actions[&id].says, says(self.owner(&id), &id).await);
                assert_eq!(now["upstreamChanges"], json!([]), "nothing waits any more");
                for field in FOLLOWED {
                    let change = changes.iter().find(|change| change["field"] == field);
                    let should = match change.filter(|_| matches!(step, Step::Take(_))) {
                        Some(change) => lines(&change["theirs"]),
                        None => reads(before, field),
                    };
                    assert_eq!(reads(&now, field), should, "{step:?} {field}");
                }
                Some(id)
            }
            Step::Restore(of, to) => {
                let id = self.pick(of)?;
                let revision = self.actions[&id].says["revision"].as_u64().expect("a number");
                let earlier = 1 + to as u64 % revision;
                let input = json!({ "id": id, "revision": revision, "earlier": earlier });
                self.owner(&id).change("restoreAction", input, "action { id }").await;
                let history = list(&says(self.owner(&id), &id).await["revisions"]);
                let said = |number: u64| {
                    history
                        .iter()
                        .find(|past| past["revision"] == number)
                        .expect("it is kept")
                };
                for field in PAST {
                    assert_eq!(said(revision + 1)[field], said(earlier)[field], "{step:?} {field}");
                }
                Some(id)
            }
            Step::Delete(of) => {
                let id = self.pick(of)?;
                self.owner(&id)
                    .change("deleteAction", json!({ "id": id }), "programme { id }")
                    .await;
                self.actions.remove(&id);
                None
            }
        }
    }

    /// Holds what there is now against what was known before the step.
    async fn look(&mut self, app: &TestApp, touched: Option<&str>, step: &Step) {
        for (id, known) in &mut self.actions {
            let now = says(&self.people[known.owner], id).await;
            let text = |says: &Value| {
                let fields = [
                    "revision",
                    "title",
                    "description",
                    "lessons",
                    "themes",
                    "details",
                    "example",
                    "links",
                ];
                fields.map(|field| says[field].clone())
            };
            if touched != Some(id.as_str()) {
                assert_eq!(text(&now), text(&known.says), "{step:?} changed another action");
            }
            known.says = now;
            known
                .titles
                .insert(known.says["title"]["value"].as_str().expect("text").to_owned());
            let history: BTreeSet<_> = list(&known.says["revisions"])
                .iter()
                .map(|past| past["title"]["value"].as_str().expect("text").to_owned())
                .collect();
            assert!(
                known.titles.is_subset(&history),
                "{step:?} lost one of {:?}: {history:?}",
                known.titles
            );

            for pair in list(&known.says["revisions"]).windows(2) {
                for field in PAST {
                    let told = pair[0]["changed"].as_array().expect("a list").contains(&json!(field));
                    assert_eq!(told, pair[0][field] != pair[1][field], "{field} of {}", pair[0]);
                }
            }

            let nodes = list(&known.says["lineage"]["nodes"]);
            assert_eq!(
                nodes.len() as u64,
                known.says["lineage"]["size"].as_u64().expect("a number")
            );
            super::family::assert_tree(&nodes);
            let here = nodes.iter().filter(|node| node["action"]["id"] == id.as_str());
            assert_eq!(here.count(), 1, "it has one place in its family");
        }
        // The kept places are those that following the origins one by one would find.
        for wrong in [
            "select id from action where origin_id is null and family_id is not null and (family_id <> id or generation <> 0)",
            "select a.id from action a join action o on o.id = a.origin_id where a.family_id is not null \
             and (o.family_id is null or a.family_id <> o.family_id or a.generation <> o.generation + 1)",
            "select id from action where family_id is null and deleted_at is null",
            "select a.id from action a where a.deleted_at is not null and a.family_id is not null \
             and not exists (select 1 from action c where c.origin_id = a.id and c.family_id is not null)",
        ] {
            assert!(app.database.rows(wrong).await.is_empty(), "{step:?}: {wrong}");
        }
    }
}

/// What a copy is told of, and, of what a revision is told to have changed, what the history shows.
const FOLLOWED: [&str; 9] = [
    "title",
    "description",
    "themes",
    "indicators",
    "links",
    "lessons",
    "problem",
    "result",
    "transferability",
];
const PAST: [&str; 5] = ["title", "lessons", "result", "links", "themes"];

/// One way to fill in everything but the title.
fn words(word: usize) -> Vec<(&'static str, Value)> {
    let pick = |all: [&str; 3]| all[word % 3].to_owned();
    vec![
        ("description", json!(format!("Text {word}."))),
        ("lessons", json!(format!("Lärdom {word}."))),
        ("problem", json!(format!("Problem {}.", word % 3))),
        ("result", json!(format!("Resultat {}.\n\nMer.", word % 5))),
        ("transferability", json!(format!("Plats {}.", word % 2))),
        ("themes", json!(["waste", pick(["waste", "heating", "shipping"])])),
        ("purpose", json!(pick(["EMISSIONS", "ADAPTATION", "OTHER"]))),
        (
            "indicators",
            json!([pick(["ev-share", "food-waste-canteens", "ev-share"])]),
        ),
        (
            "links",
            json!([{ "url": format!("https://a.example/{}", word % 3), "name": "A" }, { "url": "https://b.example/" }]),
        ),
    ]
}

/// What an action says in a field, line by line, in the words that a change has for it.
fn reads(says: &Value, field: &str) -> BTreeSet<String> {
    let names = |list: &Value| -> BTreeSet<String> {
        let all = list.as_array().expect("a list").iter();
        all.map(|each| each["name"].as_str().expect("a name").to_owned())
            .collect()
    };
    match field {
        "themes" => names(&says["themes"]),
        "indicators" => names(&says["details"]["indicators"]),
        "links" => {
            let all = says["links"].as_array().expect("a list").iter();
            all.map(|link| match (link["name"].as_str(), link["url"].as_str()) {
                (Some(name), Some(url)) => format!("{name} – {url}"),
                (_, url) => url.expect("an address").to_owned(),
            })
            .collect()
        }
        "problem" | "result" | "transferability" => lines(&says["example"][field]["value"]),
        text => lines(&says[text]["value"]),
    }
}

fn lines(text: &Value) -> BTreeSet<String> {
    text.as_str().unwrap_or_default().lines().map(str::to_owned).collect()
}

async fn says(person: &Client, id: &str) -> Value {
    let query = "query($id: ID!) { action(id: $id) { revision title { value } description { value } lessons { value } \
        themes { key name } details { purpose indicators { name } } links { url name } \
        example { problem { value } result { value } transferability { value } } \
        upstreamChanges { field revision theirs } revisions(first: 100) { edges { node { revision changed \
        title { value } lessons { value } result { value } links { url name } themes { key } } } } \
        lineage { size nodes { edges { node { id parentId depth action { id } } } } } } }";
    person.ask(query, json!({ "id": id })).await["action"].clone()
}

fn list(connection: &Value) -> Vec<Value> {
    let edges = connection["edges"].as_array().expect("a list");
    edges.iter().map(|edge| edge["node"].clone()).collect()
}
