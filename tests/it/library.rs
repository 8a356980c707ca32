//! The library: facets and orders say the same as counting by hand would, for everybody and on every node.

use std::{
    collections::{BTreeMap, BTreeSet},
    time::Duration,
};

use serde_json::{Value, json};

use crate::harness::{Client, on_both, on_postgres};

const LIBRARY: &str = "query($filter: ActionFilter, $order: ActionOrder!, $after: String) { \
    library(filter: $filter, order: $order, first: 7, after: $after) { \
    facets { kind values { value name count chosen } } \
    actions { totalCount pageInfo { hasNextPage endCursor } edges { node { id title { value } organisation { name } } } } } }";

/// Kind → value → count.
type Facets = BTreeMap<String, BTreeMap<String, u64>>;

async fn look(client: &Client, filter: &Value, order: &str, after: Option<&str>) -> Value {
    let variables = json!({ "filter": filter, "order": order, "after": after });
    client.ask(LIBRARY, variables).await["library"].clone()
}

fn facets(library: &Value) -> Facets {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let values = |facet: &Value| {
        let values = facet["values"].as_array().expect("a facet has values").iter();
        values
            .map(|value| (text(&value["value"]), value["count"].as_u64().expect("a count")))
            .filter(|(_, count)| *count > 0)
            .collect::<BTreeMap<_, _>>()
    };
    let facets = library["facets"].as_array().expect("there are facets").iter();
    facets
        .map(|facet| (text(&facet["kind"]), values(facet)))
        .filter(|(_, values)| !values.is_empty())
        .collect()
}

/// All pages of the library, by their ids.
async fn pages(client: &Client, filter: &Value, order: &str) -> Vec<String> {
    let mut ids = Vec::new();
    let mut after: Option<String> = None;
    loop {
        let page = look(client, filter, order, after.as_deref()).await["actions"].clone();
        let edges = page["edges"].as_array().expect("a page has edges").clone();
        ids.extend(
            edges
                .iter()
                .map(|edge| edge["node"]["id"].as_str().expect("an id").to_owned()),
        );
        if page["pageInfo"]["hasNextPage"] != true {
            assert_eq!(page["totalCount"], json!(ids.len()), "{filter} {order}");
            return ids;
        }
        after = page["pageInfo"]["endCursor"].as_str().map(str::to_owned);
    }
}

/// Every action that the client sees, with all that facets go by, without the library's help.
async fn everything(client: &Client) -> Vec<Value> {
    let query = "query($after: String) { actions(first: 20, after: $after) { pageInfo { hasNextPage endCursor } edges { node { \
        id status themes { key } title { language } cost { amount currency } details { purpose } copyCount publishedAt createdAt \
        organisation { __typename id country ... on Municipality { county population } ... on OtherOrganisation { county } } \
        copies(first: 20) { edges { node { organisation { id } } } } } } } }";
    let mut all = Vec::new();
    let mut after = Value::Null;
    loop {
        let page = client.ask(query, json!({ "after": after })).await["actions"].clone();
        all.extend(
            page["edges"]
                .as_array()
                .expect("edges")
                .iter()
                .map(|edge| edge["node"].clone()),
        );
        if page["pageInfo"]["hasNextPage"] != true {
            return all;
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

const SECTORS: [&str; 13] = [
    "energy-supply",
    "heating",
    "industry",
    "road-transport",
    "shipping",
    "aviation",
    "rail-other-transport",
    "machinery",
    "agriculture",
    "waste",
    "product-use",
    "international-transport",
    "lulucf",
];

/// The values of an action in a facet, by the rules as people are told them.
fn values(action: &Value, kind: &str) -> BTreeSet<String> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let themes = || {
        action["themes"]
            .as_array()
            .expect("themes")
            .iter()
            .filter_map(|theme| text(&theme["key"]))
    };
    let sector = |key: &String| SECTORS.contains(&key.as_str());
    let place = &action["organisation"];
    match kind {
        "THEME" => themes().filter(|key| !sector(key)).collect(),
        "SECTOR" => themes().filter(sector).collect(),
        "STATUS" => text(&action["status"]).into_iter().collect(),
        "PURPOSE" => text(&action["details"]["purpose"]).into_iter().collect(),
        "COUNTRY" => text(&place["country"]).into_iter().collect(),
        "COUNTY" => text(&place["county"]).into_iter().collect(),
        "LANGUAGE" => text(&action["title"]["language"]).into_iter().collect(),
        "SIZE" => place["population"]
            .as_u64()
            .map(|inhabitants| {
                let of = [
                    (100_000, "LARGEST"),
                    (50_000, "LARGE"),
                    (15_000, "MIDDLE"),
                    (5_000, "SMALL"),
                ];
                let class = of.iter().find(|(least, _)| inhabitants >= *least);
                class.map_or("SMALLEST", |(_, name)| name).to_owned()
            })
            .into_iter()
            .collect(),
        "COST" => action["cost"]["amount"]
            .as_str()
            .map(|amount| {
                let kronor: f64 = amount.parse().expect("a number");
                let kronor = if action["cost"]["currency"] == "EUR" {
                    kronor * 11.4325
                } else {
                    kronor
                };
                let of = [(1e7, "TENS_OF_MILLIONS"), (1e6, "MILLIONS"), (1e5, "THOUSANDS")];
                let bracket = of.iter().find(|(least, _)| kronor >= *least);
                bracket.map_or("HUNDREDS", |(_, name)| name).to_owned()
            })
            .into_iter()
            .collect(),
        "COPIED_BY" => action["copies"]["edges"]
            .as_array()
            .expect("copies")
            .iter()
            .filter_map(|edge| text(&edge["node"]["organisation"]["id"]))
            .collect(),
        other => panic!("no facet {other}"),
    }
}

/// The filter's field of a facet.
const FACETS: [(&str, &str); 10] = [
    ("THEME", "themes"),
    ("SECTOR", "sectors"),
    ("STATUS", "statuses"),
    ("PURPOSE", "purposes"),
    ("COUNTRY", "country"),
    ("COUNTY", "counties"),
    ("SIZE", "sizes"),
    ("COST", "costs"),
    ("LANGUAGE", "languages"),
    ("COPIED_BY", "copiedByIds"),
];

fn chosen(filter: &Value, field: &str) -> BTreeSet<String> {
    match &filter[field] {
        Value::Array(values) => values.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
        Value::String(value) => BTreeSet::from([value.clone()]),
        _ => BTreeSet::new(),
    }
}

/// What the facets must say, and what must be found, counted one by one.
fn by_hand(all: &[Value], filter: &Value, counties: &BTreeMap<String, String>) -> (BTreeSet<String>, Facets) {
    let fails = |action: &Value| {
        let fails = |(kind, field): &(&'static str, &str)| {
            let chosen: BTreeSet<_> = chosen(filter, field)
                .into_iter()
                .map(|value| {
                    if *kind == "COUNTY" {
                        counties[&value].clone()
                    } else {
                        value
                    }
                })
                .collect();
            (!chosen.is_empty() && values(action, kind).is_disjoint(&chosen)).then_some(*kind)
        };
        FACETS.iter().filter_map(fails).collect::<Vec<_>>()
    };
    let (mut found, mut facets) = (BTreeSet::new(), Facets::new());
    for action in all {
        let fails = fails(action);
        if fails.is_empty() {
            found.insert(action["id"].as_str().expect("an id").to_owned());
        }
        for (kind, _) in FACETS {
            if fails.iter().all(|failed| *failed == kind) {
                for value in values(action, kind) {
                    *facets.entry(kind.to_owned()).or_default().entry(value).or_default() += 1;
                }
            }
        }
    }
    (found, facets)
}

/// The values that the library gives, with counties by their names, as [`by_hand`] has them.
fn named(library: &Value) -> (Facets, BTreeMap<String, String>) {
    let mut counties = BTreeMap::new();
    let mut said = facets(library);
    for facet in library["facets"].as_array().expect("facets") {
        if facet["kind"] == "COUNTY" {
            for value in facet["values"].as_array().expect("values") {
                let text = |of: &Value| of.as_str().expect("a text").to_owned();
                counties.insert(text(&value["value"]), text(&value["name"]));
            }
        }
    }
    if let Some(by_code) = said.remove("COUNTY") {
        let by_name = by_code
            .into_iter()
            .map(|(code, count)| (counties[&code].clone(), count))
            .collect();
        said.insert("COUNTY".to_owned(), by_name);
    }
    (said, counties)
}

async fn agree(client: &Client, filter: &Value, all: &[Value], counties: &BTreeMap<String, String>) {
    let library = look(client, filter, "RECENT", None).await;
    let (found, counted) = by_hand(all, filter, counties);
    let (said, _) = named(&library);
    for (kind, _) in FACETS {
        let (said, counted) = (said.get(kind), counted.get(kind));
        // Of hundreds of municipalities only the most frequent are told.
        if kind == "COPIED_BY" && counted.is_some_and(|counted| counted.len() > 20) {
            continue;
        }
        assert_eq!(said, counted, "{kind} of {filter}");
    }
    assert_eq!(library["actions"]["totalCount"], json!(found.len()), "{filter}");
    let listed: BTreeSet<_> = pages(client, filter, "RECENT").await.into_iter().collect();
    assert_eq!(listed, found, "{filter}");
}

#[test]
fn facets_count_what_choosing_them_shows() {
    on_both(async |app| {
        let people = [app.person("karin").await, app.person("ingeborg").await, app.stranger()];
        for client in &people {
            let all = everything(client).await;
            assert!(all.len() > 10, "the demo has actions");
            let whole = look(client, &json!({}), "RECENT", None).await;
            let (_, counties) = named(&whole);
            agree(client, &json!({}), &all, &counties).await;
            // Each value by itself, then pairs of facets.
            let values = facets(&whole);
            let first = |kind: &str, nth: usize| {
                let values: Vec<_> = values
                    .get(kind)
                    .into_iter()
                    .flatten()
                    .map(|(value, _)| value.clone())
                    .collect();
                values.get(nth % values.len().max(1)).cloned()
            };
            for (index, (kind, field)) in FACETS.iter().enumerate() {
                for nth in 0..3 {
                    let Some(value) = first(kind, nth) else { continue };
                    let one = |field: &str, value: String| match field {
                        "country" => json!(value),
                        _ => json!([value]),
                    };
                    let mut filter = json!({ *field: one(field, value) });
                    agree(client, &filter, &all, &counties).await;
                    let (other, other_field) = FACETS[(index + 1 + nth) % FACETS.len()];
                    if let Some(value) = first(other, nth) {
                        filter[other_field] = one(other_field, value);
                        agree(client, &filter, &all, &counties).await;
                    }
                }
            }
        }
    });
}

#[test]
fn the_librarys_orders_and_pages_are_those_of_the_list() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let list = "query($order: ActionOrder!) { actions(order: $order, first: 100) { edges { node { id } } } }";
        for order in ["RECENT", "MOST_COPIED", "TITLE"] {
            let listed: Vec<_> = karin.ask(list, json!({ "order": order })).await["actions"]["edges"]
                .as_array()
                .expect("edges")
                .iter()
                .map(|edge| edge["node"]["id"].as_str().expect("an id").to_owned())
                .collect();
            let paged = pages(&karin, &json!({}), order).await;
            assert_eq!(paged[..listed.len()], listed, "{order}");
            let unique: BTreeSet<_> = paged.iter().collect();
            assert_eq!(unique.len(), paged.len(), "{order}: nothing twice");
        }
        let words = json!({ "text": "elcyklar hemtjänst" });
        let found = look(&karin, &words, "RECENT", None).await;
        assert_eq!(found["actions"]["totalCount"], 1, "{found}");
        let none = look(
            &app.stranger(),
            &json!({ "networkSlug": "miljostrateger" }),
            "RECENT",
            None,
        )
        .await;
        assert_eq!(
            none["actions"]["totalCount"], 0,
            "who is in a network is not told to strangers"
        );
    });
}

#[test]
fn words_are_found_in_every_form_of_both_countries() {
    on_both(async |app| {
        let stranger = app.stranger();
        for forms in [
            ["elbilar", "elbiler", "elbilane"],
            ["elcyklar", "elcyklarna", "Elcyklar"],
        ] {
            let found = async |form: &str| pages(&stranger, &json!({ "text": form }), "RECENT").await;
            let first = found(forms[0]).await;
            assert!(!first.is_empty(), "{}", forms[0]);
            for form in forms {
                assert_eq!(found(form).await, first, "{form}");
            }
        }
    });
}

#[test]
fn words_are_found_under_their_neighbours_names_which_are_told() {
    on_both(async |app| {
        let stranger = app.stranger();
        let found = async |words: &str| pages(&stranger, &json!({ "text": words }), "RECENT").await;
        let swedish = found("dagvatten").await;
        assert!(!swedish.is_empty());
        for words in ["overvatn", "Overvann", "stormwater"] {
            assert_eq!(found(words).await, swedish, "{words}");
        }
        let query = "{ library(filter: { text: \"overvatn\" }) { alsoLookedFor { value language translated } } }";
        let names = stranger.ask(query, json!({})).await["library"]["alsoLookedFor"].clone();
        let name = |value: &str, language: &str| json!({ "value": value, "language": language, "translated": false });
        assert_eq!(names, json!([name("dagvatten", "SV"), name("overvann", "NB")]));
    });
}

#[test]
fn municipalities_like_ones_own_come_first() {
    on_both(async |app| {
        let ingeborg = app.person("ingeborg").await;
        let names = "query { library(order: SIMILAR, first: 100) { actions { edges { node { organisation { name country } } } } } }";
        let library = ingeborg.ask(names, json!({})).await["library"].clone();
        let edges = library["actions"]["edges"].as_array().expect("edges").clone();
        assert_eq!(edges[0]["node"]["organisation"]["country"], "NO", "of the same country");
        assert_ne!(
            edges[0]["node"]["organisation"]["name"], "Ålesund",
            "one's own is known"
        );
        let all = pages(&ingeborg, &json!({}), "SIMILAR").await;
        assert_eq!(all.len(), everything(&ingeborg).await.len());
        let faceted = "query { actions(order: SIMILAR, first: 3, filter: { sizes: [LARGE] }) { totalCount edges { node { id } } } }";
        let list = ingeborg.ask(faceted, json!({})).await["actions"].clone();
        assert!(
            list["totalCount"].as_u64() > Some(0),
            "the plain list takes the same filter: {list}"
        );
    });
}

#[test]
fn what_is_published_copied_hidden_or_deleted_is_counted_at_once_on_every_node() {
    on_postgres(async |app| {
        app.add_node().await;
        let karin = app.person("karin").await;
        let mut there = app.person("ingeborg").await;
        there = there.at(&app.nodes[1].url);
        let word = json!({ "text": "taksedum på busskurar" });
        let count = async |client: &Client| {
            let found = look(client, &word, "RECENT", None).await;
            (
                found["actions"]["totalCount"].as_u64().expect("a count"),
                facets(&found)
                    .get("COPIED_BY")
                    .map_or(0, |values| values.values().sum()),
            )
        };
        assert_eq!(count(&there).await, (0, 0));
        let input = json!({ "programmeId": app.programme(&karin).await, "language": "SV", "title": "Taksedum på busskurar",
            "description": "Gröna tak." });
        let action = karin.change("createAction", input, "action { id revision }").await["action"].clone();
        assert_eq!(count(&karin).await, (1, 0), "one's own draft is seen");
        assert_eq!(count(&there).await, (0, 0), "others' drafts are not");
        let publish = async |visibility: &str| {
            let input = json!({ "id": action["id"], "revision": action["revision"], "visibility": visibility });
            karin.change("publishAction", input, "action { id }").await;
        };
        publish("NETWORK").await;
        assert_eq!(count(&there).await, (1, 0));
        assert_eq!(count(&app.stranger()).await, (0, 0));
        publish("PUBLIC").await;
        assert_eq!(count(&app.stranger()).await, (1, 0));
        let ingeborg = app.person("ingeborg").await;
        let input = json!({ "actionId": action["id"], "programmeId": app.programme(&ingeborg).await });
        let copy = ingeborg.change("copyAction", input, "action { id revision }").await["action"].clone();
        assert_eq!(count(&there).await, (2, 1), "her own copy is a draft that she sees");
        assert_eq!(count(&karin).await, (1, 0), "and nobody else does");
        let input = json!({ "id": copy["id"], "revision": copy["revision"], "visibility": "NETWORK" });
        ingeborg.change("publishAction", input, "action { id }").await;
        assert_eq!(count(&karin).await, (2, 1));
        publish("ORGANISATION").await;
        assert_eq!(count(&there).await, (1, 0));
        karin
            .change("deleteAction", json!({ "id": action["id"] }), "programme { id }")
            .await;
        assert_eq!(count(&karin).await, (1, 0), "the copy stays");
        app.turn(Duration::from_secs(1)).await;
        assert_eq!(count(&there).await, (1, 0));
    });
}

#[test]
fn a_look_costs_at_most_eight_statements() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let query = "query { library(order: SIMILAR, first: 20, filter: { statuses: [ONGOING, DONE], networkSlug: \"miljostrateger\" }) { \
            facets { kind values { value name count chosen } } actions { totalCount edges { node { id title { value } status \
            organisation { name } contact { name } origin { action { id organisation { name } } } copyCount } } } } }";
        karin.ask(query, json!({})).await;
        let before = app.nodes[0].app.db.statements();
        karin.ask(query, json!({})).await;
        let cost = app.nodes[0].app.db.statements() - before;
        assert!(cost <= 8, "{cost} statements");
    });
}

#[test]
fn a_filter_that_there_is_not_is_refused_in_a_sentence() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        for (filter, field) in [
            (json!({ "themes": ["nope"] }), "themes"),
            (json!({ "sectors": ["nope"] }), "sectors"),
            (json!({ "counties": ["nope"] }), "counties"),
            (json!({ "counties": ["XX-01"] }), "counties"),
            (json!({ "copiedByIds": ["nope"] }), "copiedByIds"),
        ] {
            let refusal = karin
                .refused(LIBRARY, json!({ "filter": filter, "order": "RECENT", "after": null }))
                .await;
            assert_eq!(refusal.field.as_deref(), Some(field), "{refusal:?}");
        }
        let refusal = karin
            .refused(LIBRARY, json!({ "filter": {}, "order": "SIMILAR", "after": "x" }))
            .await;
        assert_eq!(refusal.code, "INVALID");
    });
}

#[test]
fn actions_are_found_by_the_goals_of_the_targets_that_they_serve() {
    on_both(async |app| {
        let (karin, stranger) = (app.person("karin").await, app.stranger());
        let programme = app.programme(&karin).await;
        let input = json!({ "programmeId": programme, "language": "SV", "title": "Köldmedier på rätt plats", "description": "Byt." });
        let action = karin.change("createAction", input, "action { id revision }").await["action"].clone();
        let tree = "query($id: ID!) { programme(id: $id) { focusAreas { id goals { targets { id revision } } } } }";
        let tree = karin.ask(tree, json!({ "id": programme })).await["programme"].clone();
        let target = tree["focusAreas"][0]["goals"][0]["targets"][0].clone();
        let input = json!({ "actionId": action["id"], "targetIds": [target["id"]] });
        karin.change("setActionTargets", input, "action { id }").await;
        let input = json!({ "id": action["id"], "revision": action["revision"], "visibility": "PUBLIC" });
        karin.change("publishAction", input, "action { id }").await;

        let words = json!({ "text": "köldmedier" });
        let count = async |kind: &str, value: &str| {
            let found = facets(&look(&stranger, &words, "RECENT", None).await);
            found
                .get(kind)
                .and_then(|values| values.get(value))
                .copied()
                .unwrap_or(0)
        };
        assert_eq!(count("GOAL", "mkm-05").await, 0);
        let input = json!({ "id": target["id"], "revision": target["revision"], "objectives": ["mkm-05", "sdg-16"] });
        let changed = karin.change("updateTarget", input, "target { revision }").await;
        assert_eq!((count("GOAL", "mkm-05").await, count("SDG", "sdg-16").await), (1, 1));
        for (field, key) in [("goals", "mkm-05"), ("sdgs", "sdg-16")] {
            let found = look(
                &stranger,
                &json!({ "text": "köldmedier", field: [key] }),
                "RECENT",
                None,
            )
            .await;
            assert_eq!(found["actions"]["totalCount"], 1, "{field}");
        }
        let input = json!({ "id": target["id"], "revision": changed["target"]["revision"], "objectives": [] });
        let changed = karin.change("updateTarget", input, "target { revision }").await;
        assert_eq!(count("GOAL", "mkm-05").await, 0);
        // What the goal above it serves counts as well, also where the target is moved to.
        let input = json!({ "focusAreaId": tree["focusAreas"][0]["id"], "name": "Luft", "objectives": ["mkm-05"] });
        let goal = karin.change("addGoal", input, "goal { id }").await;
        let input =
            json!({ "id": target["id"], "revision": changed["target"]["revision"], "goalId": goal["goal"]["id"] });
        karin.change("updateTarget", input, "target { id }").await;
        assert_eq!(count("GOAL", "mkm-05").await, 1);
    });
}
