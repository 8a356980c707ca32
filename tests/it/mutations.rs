//! Every mutation against every kind of bad input: refused with a code and a sentence in the reader's language, and
//! nothing changed. The cases come out of the schema, so a new mutation, or a new field, is judged too; one without an
//! example here fails.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::harness::{Client, Refusal, TestApp, client_id, mutation, on_both};

/// One mutation: who may, what they say, and who may not say it.
struct Example {
    name: &'static str,
    actor: &'static str,
    /// Complete: every field of the input has a value that is taken.
    input: Value,
    /// Signed in, but not allowed.
    outsiders: &'static [&'static str],
    /// Further inputs that must be refused, each a change of some fields.
    also_refused: Vec<Value>,
}

#[test]
fn every_mutation_refuses_every_kind_of_bad_input_and_changes_nothing() {
    on_both(async |app| {
        let schema = Schema::read(app).await;
        let examples = examples(app).await;
        let named: BTreeSet<_> = examples.iter().map(|example| example.name.to_owned()).collect();
        assert_eq!(
            named,
            schema.mutations.keys().cloned().collect(),
            "each mutation has one example here"
        );

        let mut before = app.database.dump().await;
        let mut faults = Vec::new();
        for example in &examples {
            let fields = &schema.inputs[&schema.mutations[example.name]];
            let given: BTreeSet<_> = example.input.as_object().expect("an input").keys().collect();
            assert_eq!(
                given,
                fields.keys().collect(),
                "the example of {} gives every field",
                example.name
            );

            let actor = app.person(example.actor).await;
            before = app.database.dump().await;
            for (what, input, wanted) in schema.bad_inputs(example) {
                let said = attempt(&actor, example.name, &input).await;
                faults.extend(judge(example, &what, &input, wanted, &said));
            }
            // Looked at once for all of a mutation's bad inputs: there are thousands, and a look reads the whole database.
            let after = app.database.dump().await;
            if after != before {
                faults.push(format!(
                    "{}, refused, changed {:?}",
                    example.name,
                    changed(&before, &after)
                ));
                before = after;
            }
            for outsider in example.outsiders {
                let outsider = app.person(outsider).await;
                before = app.database.dump().await;
                let said = attempt(&outsider, example.name, &example.input).await;
                faults.extend(judge(
                    example,
                    "no permission",
                    &example.input,
                    &["FORBIDDEN", "NOT_FOUND", "INVALID"],
                    &said,
                ));
                assert_eq!(app.database.dump().await, before, "{} without permission", example.name);
            }
            let said = attempt(&app.stranger(), example.name, &example.input).await;
            faults.extend(judge(
                example,
                "nobody signed in",
                &example.input,
                &["UNAUTHENTICATED"],
                &said,
            ));
        }
        assert_eq!(
            app.database.dump().await,
            before,
            "somebody who is not signed in changed something"
        );
        assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));

        // What was refused so often was not refused for the wrong reason: the examples themselves are taken.
        for example in &examples {
            let actor = app.person(example.actor).await;
            actor.change(example.name, example.input.clone(), "__typename").await;
        }
    });
}

#[test]
fn refusals_are_sentences_in_the_four_languages() {
    on_both(async |app| {
        let schema = Schema::read(app).await;
        let examples = examples(app).await;
        let actors: BTreeMap<_, _> = {
            let mut actors = BTreeMap::new();
            for example in &examples {
                actors.insert(example.actor, app.person(example.actor).await);
            }
            actors
        };
        // code and field → language → sentence
        let mut sentences: BTreeMap<String, BTreeMap<&str, String>> = BTreeMap::new();
        for language in ["sv", "nn", "nb", "en"] {
            app.database
                .rows(&format!("update person set language = '{language}'"))
                .await;
            for example in &examples {
                for (what, input, _) in schema.bad_inputs(example) {
                    if let Some(refusal) =
                        attempt(&actors[example.actor].speaking(language), example.name, &input).await
                    {
                        sentences
                            .entry(format!("{} {what}: {}", example.name, refusal.code))
                            .or_default()
                            .insert(language, refusal.message);
                    }
                }
                let stranger = app.stranger().speaking(language);
                let refusal = attempt(&stranger, example.name, &example.input)
                    .await
                    .expect("it is refused");
                sentences
                    .entry("nobody signed in".to_owned())
                    .or_default()
                    .insert(language, refusal.message);
            }
        }
        for (case, by_language) in &sentences {
            assert_eq!(
                by_language.len(),
                4,
                "{case} is not refused alike in all languages: {by_language:?}"
            );
            for (language, sentence) in by_language {
                let readable = sentence.contains(' ') && !sentence.contains("error-") && !sentence.contains("{ ");
                assert!(readable, "{case} in {language}: {sentence}");
            }
            assert_ne!(by_language["en"], by_language["sv"], "{case}");
            assert_ne!(by_language["en"], by_language["nn"], "{case}");
            assert_ne!(by_language["en"], by_language["nb"], "{case}");
            assert_ne!(by_language["sv"], by_language["nb"], "{case}");
        }
    });
}

async fn attempt(client: &Client, name: &str, input: &Value) -> Option<Refusal> {
    let answer = client
        .graphql(&mutation(name, "__typename"), json!({ "input": input }))
        .await;
    answer.refusal()
}

fn judge(example: &Example, what: &str, input: &Value, wanted: &[&str], said: &Option<Refusal>) -> Option<String> {
    let problem = match said {
        None => "was taken".to_owned(),
        Some(refusal) if !wanted.contains(&refusal.code.as_str()) => {
            format!("was answered {refusal:?}, not {wanted:?}")
        }
        Some(refusal) if refusal.message.len() < 5 => format!("has no sentence: {refusal:?}"),
        Some(_) => return None,
    };
    let input: String = input.to_string().chars().take(300).collect();
    Some(format!("{} with {what} {problem}: {input}", example.name))
}

fn changed(before: &crate::harness::Dump, after: &crate::harness::Dump) -> Vec<String> {
    after
        .iter()
        .filter(|(table, print)| before.get(*table) != Some(print))
        .map(|(table, _)| table.clone())
        .collect()
}

/// What the server says of its own inputs.
struct Schema {
    /// Mutation → input type.
    mutations: BTreeMap<String, String>,
    /// Input type → field → type.
    inputs: BTreeMap<String, BTreeMap<String, Kind>>,
}

#[derive(Debug)]
struct Kind {
    name: String,
    shape: Shape,
    required: bool,
}

#[derive(Debug, PartialEq)]
enum Shape {
    Scalar,
    Enum,
    Input,
    List(Box<Shape>),
}

impl Schema {
    async fn read(app: &TestApp) -> Self {
        let kind = "kind name ofType { kind name ofType { kind name ofType { kind name } } }";
        let query = format!(
            "{{ __schema {{ mutationType {{ fields {{ name args {{ type {{ {kind} }} }} }} }} types {{ kind name inputFields {{ name defaultValue type {{ {kind} }} }} }} }} }}"
        );
        let data = app.stranger().ask(&query, json!({})).await["__schema"].clone();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let mutations = data["mutationType"]["fields"]
            .as_array()
            .expect("there are mutations")
            .iter();
        let inputs = data["types"]
            .as_array()
            .expect("there are types")
            .iter()
            .filter(|kind| kind["kind"] == "INPUT_OBJECT");
        Self {
            mutations: mutations
                .map(|field| (text(&field["name"]), Kind::of(&field["args"][0]["type"], false).name))
                .collect(),
            inputs: inputs
                .map(|input| {
                    let fields = input["inputFields"].as_array().expect("an input has fields").iter();
                    let fields =
                        fields.map(|f| (text(&f["name"]), Kind::of(&f["type"], f["defaultValue"].is_string())));
                    (text(&input["name"]), fields.collect())
                })
                .collect(),
        }
    }

    /// What is wrong, the input, and the codes that it may be refused with.
    fn bad_inputs(&self, example: &Example) -> Vec<(String, Value, &'static [&'static str])> {
        const BAD: &[&str] = &["BAD_REQUEST"];
        let mut cases = self.bad_fields(&self.mutations[example.name], &example.input);
        cases.push((
            "a field that there is not".into(),
            with(&example.input, "surprise", json!(1)),
            BAD,
        ));
        cases.push(("nothing at all".into(), Value::Null, BAD));
        cases.push(("a text for an object".into(), json!("x"), BAD));
        for change in &example.also_refused {
            let mut input = example.input.clone();
            merge(&mut input, change);
            let codes = &[
                "INVALID",
                "NOT_FOUND",
                "FORBIDDEN",
                "CONFLICT",
                "TAKEN",
                "ALREADY_COPIED",
            ];
            cases.push((format!("{change}").chars().take(120).collect(), input, codes));
        }
        cases
    }

    fn bad_fields(&self, input: &str, example: &Value) -> Vec<(String, Value, &'static [&'static str])> {
        const BAD: &[&str] = &["BAD_REQUEST"];
        const UNFIT: &[&str] = &["INVALID", "NOT_FOUND", "BAD_REQUEST", "TOO_LARGE"];
        const STALE: &[&str] = &["CONFLICT", "INVALID", "BAD_REQUEST"];
        let mut cases = Vec::new();
        let mut case = |what: String, name: &str, value: Value, codes: &'static [&'static str]| {
            cases.push((format!("{name} {what}"), with(example, name, value), codes));
        };
        let mut nested = Vec::new();
        for (name, kind) in &self.inputs[input] {
            let good = &example[name];
            if kind.required {
                case("missing".into(), name, Value::Null, BAD);
            }
            case("of another type".into(), name, json!({ "a": [true] }), BAD);
            match (&kind.shape, kind.name.as_str()) {
                (Shape::Scalar, "String") => {
                    case("too long".into(), name, json!("x".repeat(20_001)), UNFIT);
                    for (what, sign) in [("bell", "\u{7}"), ("nul", "\0"), ("escape", "\u{1b}[31m")] {
                        case(format!("with a {what}"), name, json!(format!("a{sign}b")), UNFIT);
                    }
                    if kind.required {
                        for empty in ["", "   ", "\u{200b}"] {
                            case(format!("{empty:?}"), name, json!(empty), UNFIT);
                        }
                    }
                }
                (Shape::Scalar, "ID") => {
                    for (what, id) in [
                        ("empty", String::new()),
                        ("no id", "x".to_owned()),
                        ("too long", "x".repeat(20_001)),
                        ("nul", "\0".to_owned()),
                    ] {
                        case(what.into(), name, json!(id), UNFIT);
                    }
                    if let Some((prefix, _)) = good.as_str().and_then(|id| id.rsplit_once('_')) {
                        let other = if prefix == "message" { "thread" } else { "message" };
                        case(
                            "of nothing that there is".into(),
                            name,
                            json!(format!("{prefix}_{NOBODY}")),
                            UNFIT,
                        );
                        case(
                            "of another kind".into(),
                            name,
                            json!(format!("{other}_{NOBODY}")),
                            UNFIT,
                        );
                        case(
                            "of the right thing by the wrong name".into(),
                            name,
                            json!(good.as_str().unwrap().replace(prefix, other)),
                            UNFIT,
                        );
                    }
                }
                (Shape::Scalar, "Int") => {
                    case("-1".into(), name, json!(-1), STALE);
                    case("a half".into(), name, json!(1.5), BAD);
                    // A number to have read up to is taken for the last one.
                    if name == "revision" {
                        for value in [json!(1_000_000), json!(i32::MAX), json!(1_u64 << 40)] {
                            case(format!("{value}"), name, value, STALE);
                        }
                    }
                }
                (Shape::Scalar, "Float") => case("absurd".into(), name, json!(1e300), UNFIT),
                (Shape::Scalar, "Date") => {
                    for day in ["2026-02-30", "2026-13-01", "22.11.2026", "2026-1-1", "-2026-01-01", ""] {
                        case(format!("{day:?}"), name, json!(day), BAD);
                    }
                }
                (Shape::Scalar, "DateTime") => {
                    for time in ["2026-11-22", "2026-11-22T25:00:00Z", "nyss", ""] {
                        case(format!("{time:?}"), name, json!(time), BAD);
                    }
                    case("of another time".into(), name, json!("2000-01-01T00:00:00Z"), STALE);
                }
                (Shape::Scalar, "Amount") => {
                    for amount in [
                        json!("-1"),
                        json!("1,5"),
                        json!("1.5"),
                        json!(""),
                        json!(5),
                        json!("99999999999999999999"),
                        json!("9223372036854775807"),
                    ] {
                        case(format!("{amount}"), name, amount, UNFIT);
                    }
                }
                (Shape::Scalar, "Boolean") => case("a text".into(), name, json!("true"), BAD),
                (Shape::Enum, _) => {
                    for value in ["KLINGON", "", "sv", "\0"] {
                        case(format!("{value:?}"), name, json!(value), BAD);
                    }
                }
                (Shape::Input, inner) => nested.push((name, inner, good, false)),
                (Shape::List(inner), _) => {
                    // An empty list takes back what one has said that one knows about.
                    if kind.required && input != "SetExpertiseInput" {
                        case("empty".into(), name, json!([]), UNFIT);
                    }
                    match **inner {
                        Shape::Enum => case("with a value that there is not".into(), name, json!(["KLINGON"]), BAD),
                        Shape::Scalar => {
                            case(
                                "with a key that there is not".into(),
                                name,
                                json!(["no-such-key"]),
                                UNFIT,
                            );
                            case("with a nul".into(), name, json!(["\0"]), UNFIT);
                        }
                        // What is wrong with one of many invitations is told as a problem of that one.
                        _ => {
                            case("with an empty object".into(), name, json!([{}]), BAD);
                            case(
                                "with far too much".into(),
                                name,
                                json!(vec![good[0].clone(); 1001]),
                                UNFIT,
                            );
                        }
                    }
                }
                (Shape::Scalar, other) => panic!("no bad values are known for {name}: {other}"),
            }
        }
        for (name, inner, good, _) in nested {
            for (what, value, codes) in self.bad_fields(inner, good) {
                cases.push((format!("{name}.{what}"), with(example, name, value), codes));
            }
        }
        cases
    }
}

impl Kind {
    fn of(kind: &Value, has_default: bool) -> Self {
        let inner = || Self::of(&kind["ofType"], has_default);
        match kind["kind"].as_str().expect("a type has a kind") {
            "NON_NULL" => Self {
                required: !has_default,
                ..inner()
            },
            "LIST" => {
                let inner = inner();
                Self {
                    name: inner.name,
                    shape: Shape::List(Box::new(inner.shape)),
                    required: false,
                }
            }
            other => {
                let shape = match other {
                    "ENUM" => Shape::Enum,
                    "INPUT_OBJECT" => Shape::Input,
                    _ => Shape::Scalar,
                };
                Self {
                    name: kind["name"].as_str().expect("it has a name").to_owned(),
                    shape,
                    required: false,
                }
            }
        }
    }
}

/// The rest of an id that nothing has.
const NOBODY: &str = "01h455vb4pex5vsknk084sn02q";

fn with(input: &Value, field: &str, value: Value) -> Value {
    let mut fields: Map<String, Value> = input.as_object().cloned().unwrap_or_default();
    fields.insert(field.to_owned(), value);
    Value::Object(fields)
}

fn merge(into: &mut Value, change: &Value) {
    for (field, value) in change.as_object().expect("a change names fields") {
        into[field] = value.clone();
    }
}

/// One of each, against the demo content. They are run in this order at the end: what ends something comes last.
async fn examples(app: &TestApp) -> Vec<Example> {
    let [karin, ingeborg, elin, torbjorn] = [
        app.person("karin").await,
        app.person("ingeborg").await,
        app.person("elin").await,
        app.person("torbjorn").await,
    ];
    let (haninge, alesund) = (app.organisation("Haninge").await, app.organisation("Ålesund").await);
    let (hers, theirs) = (app.programme(&karin).await, app.programme(&ingeborg).await);
    let (karin_id, ingeborg_id, torbjorn_id) = (
        app.id_of(&karin).await,
        app.id_of(&ingeborg).await,
        app.id_of(&torbjorn).await,
    );
    let units = karin
        .ask("{ viewer { organisation { units { id } } } }", json!({}))
        .await;
    let unit = units["viewer"]["organisation"]["units"][0]["id"].clone();
    let foreign_units = ingeborg
        .ask("{ viewer { organisation { units { id } } } }", json!({}))
        .await;
    let foreign_unit = foreign_units["viewer"]["organisation"]["units"][0]["id"].clone();
    let themes = karin.ask("{ themes { key } }", json!({})).await;
    let theme = themes["themes"][0]["key"].clone();
    let desk = elin
        .ask(
            "{ network(slug: \"miljostrateger\") { invitations { edges { node { id } } } membershipRequests { edges { node { id } } } } }",
            json!({}),
        )
        .await["network"]
        .clone();
    let (reminded, withdrawn) = (
        &desk["invitations"]["edges"][0]["node"]["id"],
        &desk["invitations"]["edges"][1]["node"]["id"],
    );
    let request = &desk["membershipRequests"]["edges"][0]["node"]["id"];

    let draft = async |person: &Client, programme: &str, title: &str| {
        let input = json!({ "programmeId": programme, "language": "SV", "title": title, "description": "Text." });
        person.change("createAction", input, "action { id revision }").await["action"]["id"].clone()
    };
    let (edited, published, deleted) = (
        draft(&karin, &hers, "Ändras").await,
        draft(&karin, &hers, "Publiceras").await,
        draft(&karin, &hers, "Tas bort").await,
    );
    let original = draft(&ingeborg, &theirs, "Til alle").await;
    ingeborg
        .change(
            "publishAction",
            json!({ "id": original, "revision": 1, "visibility": "NETWORK" }),
            "action { id }",
        )
        .await;
    let hidden = draft(&ingeborg, &theirs, "Kladd").await;
    let [followed, passed] = [
        followed_copy(&karin, &hers, &ingeborg, &theirs).await,
        followed_copy(&karin, &hers, &ingeborg, &theirs).await,
    ];

    let (tree, other_tree, their_tree) = (
        Tree::planted(&karin, &hers).await,
        Tree::planted(&karin, &hers).await,
        Tree::planted(&ingeborg, &theirs).await,
    );
    let input = json!({ "organisationId": haninge, "name": "Misstaget" });
    let mistaken = karin.change("createProgramme", input, "programme { id }").await["programme"]["id"].clone();
    let indicator = karin
        .change(
            "addIndicator",
            json!({ "programmeId": hers, "name": "Elbilar", "unit": "%" }),
            "indicator { id }",
        )
        .await["indicator"]["id"]
        .clone();
    let mut sent = Vec::new();
    for name in ["a.png", "b.png"] {
        let answer = crate::files::send(&karin, edited.as_str().expect("an id is text"), name, crate::files::PNG).await;
        sent.push(answer.json["id"].clone());
    }
    let foreign_file = crate::files::send(
        &ingeborg,
        hidden.as_str().expect("an id is text"),
        "c.png",
        crate::files::PNG,
    )
    .await
    .json["id"]
        .clone();

    let thread = app.thread(&karin, "Prov").await;
    let elsewhere = app.thread(&karin, "Ett annat").await;
    let (said, other, gone) = (
        app.post(&karin, &thread, "mitt").await,
        app.post(&karin, &elsewhere, "annorstädes").await,
        app.post(&karin, &thread, "bort").await,
    );
    let said_at = karin
        .ask(
            "query($id: ID!) { node(id: $id) { ... on Message { postedAt } } }",
            json!({ "id": said["id"] }),
        )
        .await["node"]["postedAt"]
        .clone();
    let foreign = gunnhilds_thread(app).await;
    let in_foreign = app.post(&app.person("gunnhild").await, &foreign, "berre oss").await;
    let closed = app.thread(&karin, "Stängt").await;
    let in_closed = app.post(&karin, &closed, "sagt i tid").await;
    karin
        .change("closeThread", json!({ "threadId": closed }), "thread { id }")
        .await;
    let kari_id = app.id_of(&app.person("kari").await).await;
    let session = karin
        .change("createApiToken", json!({ "name": "gammal" }), "session { id }")
        .await["session"]["id"]
        .clone();
    let foreign_session = ingeborg.ask("{ sessions { id } }", json!({})).await["sessions"][0]["id"].clone();

    let network = "miljostrateger";
    let wanted = async |person: &Client, subject: &str| {
        let input = json!({ "networkSlug": "miljostrateger", "subject": subject, "language": "SV" });
        person.change("createRequest", input, "request { id }").await["request"]["id"].clone()
    };
    let (asked, to_close, shut) = (
        wanted(&karin, "Söks").await,
        wanted(&karin, "Stängs").await,
        wanted(&karin, "Stängd").await,
    );
    karin
        .change("closeRequest", json!({ "id": shut }), "request { id }")
        .await;
    let answered = ingeborg
        .change(
            "answerRequest",
            json!({ "requestId": to_close, "actionId": original, "language": "NN" }),
            "request { answers { id } }",
        )
        .await["request"]["answers"][0]["id"]
        .clone();
    let example = |name, actor, input, outsiders, also_refused| Example {
        name,
        actor,
        input,
        outsiders,
        also_refused,
    };
    let inventory = crate::inventory::examples(app).await.into_iter();
    let inventory = inventory.chain(crate::imports::examples(app).await);
    let inventory = inventory.chain(crate::values::examples(app).await);
    let inventory = inventory.map(|(name, actor, input, refused)| example(name, actor, input, &["ingeborg"], refused));
    vec![
        example(
            "createRequest",
            "karin",
            json!({ "networkSlug": network, "subject": "Vi söker", "body": "Mer.", "language": "SV", "themes": [theme] }),
            &[],
            vec![
                json!({ "networkSlug": "klimanettverk-mr" }),
                json!({ "networkSlug": "finns-inte" }),
                json!({ "subject": "x".repeat(201) }),
                json!({ "body": "x".repeat(4_001) }),
                json!({ "themes": ["nope"] }),
            ],
        ),
        example(
            "answerRequest",
            "ingeborg",
            json!({ "requestId": asked, "actionId": original, "personId": karin_id, "words": "Ring.", "language": "NN" }),
            &[],
            vec![
                json!({ "actionId": null, "personId": null }),
                json!({ "actionId": hidden }),
                json!({ "actionId": edited }),
                json!({ "requestId": shut }),
                json!({ "words": "x".repeat(1_001) }),
            ],
        ),
        example(
            "withdrawAnswer",
            "ingeborg",
            json!({ "id": answered }),
            &["karin"],
            vec![],
        ),
        example(
            "markAnswersSeen",
            "karin",
            json!({ "requestId": to_close }),
            &["ingeborg"],
            vec![],
        ),
        example(
            "closeRequest",
            "karin",
            json!({ "id": to_close }),
            &["ingeborg"],
            vec![json!({ "id": shut })],
        ),
        example(
            "setExpertise",
            "karin",
            json!({ "themes": [theme] }),
            &[],
            vec![json!({ "themes": ["nope"] })],
        ),
        example(
            "updateViewer",
            "karin",
            json!({ "name": "Karin Prov", "title": "Strateg", "language": "SV", "unitId": unit, "phone": "070", "sharesEmail": true, "sharesPhone": false,
                "hidePresence": true, "notices": "DAILY" }),
            &[],
            vec![
                json!({ "name": null }),
                json!({ "hidePresence": null }),
                json!({ "notices": null }),
                json!({ "name": "" }),
                json!({ "unitId": foreign_unit }),
                json!({ "language": null }),
                json!({ "name": "x".repeat(101) }),
            ],
        ),
        example(
            "createNetwork",
            "elin",
            json!({ "slug": "provnat", "name": "Prov", "languages": ["SV", "NN"], "organisationId": null }),
            &["karin"],
            vec![
                json!({ "slug": network }),
                json!({ "slug": "Stora Bokstäver" }),
                json!({ "slug": "-a" }),
                json!({ "slug": "new" }),
                json!({ "slug": "a" }),
                json!({ "name": "x".repeat(121) }),
                json!({ "organisationId": haninge }),
            ],
        ),
        example(
            "inviteMembers",
            "elin",
            json!({ "networkSlug": network, "invitations": [{ "email": "ny@kommun.example", "name": "Ny", "role": "MEMBER", "organisationId": haninge }] }),
            &["karin"],
            vec![json!({ "networkSlug": "finns-inte" })],
        ),
        example(
            "remindInvitation",
            "elin",
            json!({ "id": reminded }),
            &["karin", "gunnhild"],
            vec![],
        ),
        example(
            "withdrawInvitation",
            "elin",
            json!({ "id": withdrawn }),
            &["karin", "gunnhild"],
            vec![],
        ),
        example(
            "requestMembership",
            "karin",
            json!({ "networkSlug": "klimanettverk-mr", "message": "Hej" }),
            &[],
            vec![
                json!({ "networkSlug": network }),
                json!({ "networkSlug": "finns-inte" }),
                json!({ "message": "x".repeat(1001) }),
            ],
        ),
        example(
            "answerMembershipRequest",
            "elin",
            json!({ "id": request, "accept": true }),
            &["karin", "gunnhild"],
            vec![],
        ),
        example(
            "setMemberRole",
            "elin",
            json!({ "networkSlug": network, "personId": ingeborg_id, "role": "COORDINATOR" }),
            &["karin"],
            vec![
                json!({ "networkSlug": "klimanettverk-mr" }),
                json!({ "personId": app.id_of(&elin).await, "role": "MEMBER" }),
            ],
        ),
        example(
            "confirmOrganisation",
            "elin",
            json!({ "networkSlug": network, "personId": ingeborg_id }),
            &["karin"],
            vec![json!({ "networkSlug": "klimanettverk-mr" })],
        ),
        example(
            "createOrganisation",
            "elin",
            json!({ "name": "Provbolaget", "country": "SE", "kind": "OTHER" }),
            &["karin"],
            vec![
                json!({ "kind": "MUNICIPALITY" }),
                json!({ "kind": "COUNTY" }),
                json!({ "name": "x".repeat(121) }),
            ],
        ),
        example(
            "createUnit",
            "karin",
            json!({ "organisationId": haninge, "name": "Provförvaltningen" }),
            &["ingeborg"],
            vec![
                json!({ "organisationId": alesund }),
                json!({ "name": "Kommunstyrelseförvaltningen" }),
            ],
        ),
        example(
            "createApiToken",
            "karin",
            json!({ "name": "prov" }),
            &[],
            vec![json!({ "name": "x".repeat(101) })],
        ),
        example(
            "createProgramme",
            "karin",
            json!({ "organisationId": haninge, "name": "Provprogrammet" }),
            &["ingeborg", "elin"],
            vec![json!({ "organisationId": alesund }), json!({ "name": "x".repeat(201) })],
        ),
        example(
            "updateProgramme",
            "karin",
            json!({
                "id": hers, "revision": 1, "name": "Prov", "starts": "2024-01-01", "ends": "2030-12-31",
                "decidedBy": "Kommunfullmäktige", "decidedOn": "2023-11-20", "decisionNumber": "KS 2023/1",
                "decisionUrl": "https://kommun.example/beslut", "reviewOn": "2027-01-01",
            }),
            &["ingeborg"],
            vec![
                json!({ "id": theirs }),
                json!({ "ends": "2023-01-01" }),
                json!({ "decisionUrl": "javascript:alert(1)" }),
                json!({ "decisionUrl": "https:// x" }),
                json!({ "name": "x".repeat(201) }),
            ],
        ),
        example(
            "addFocusArea",
            "karin",
            json!({ "programmeId": hers, "name": "Nytt" }),
            &["ingeborg"],
            vec![json!({ "programmeId": theirs })],
        ),
        example(
            "updateFocusArea",
            "karin",
            json!({ "id": tree.area, "revision": 1, "name": "Nytt" }),
            &["ingeborg"],
            vec![json!({ "id": their_tree.area }), json!({ "name": "x".repeat(401) })],
        ),
        example(
            "addGoal",
            "karin",
            json!({
                "focusAreaId": tree.area, "name": "Mål", "purpose": "ADAPTATION", "risk": "Värme", "effect": "Skugga",
                "objectives": ["sdg-13"],
            }),
            &["ingeborg"],
            vec![json!({ "focusAreaId": their_tree.area })],
        ),
        example(
            "updateGoal",
            "karin",
            json!({
                "id": tree.goal, "revision": 1, "focusAreaId": other_tree.area, "name": "Mål", "purpose": "OTHER",
                "risk": "Värme", "effect": "Skugga", "objectives": ["sdg-13"],
            }),
            &["ingeborg"],
            vec![
                json!({ "id": their_tree.goal }),
                json!({ "focusAreaId": their_tree.area }),
                json!({ "risk": "x".repeat(2001) }),
            ],
        ),
        example(
            "addTarget",
            "karin",
            json!({ "goalId": tree.goal, "name": "Delmål", "due": "2030-12-31", "objectives": ["mkm-01"] }),
            &["ingeborg"],
            vec![json!({ "goalId": their_tree.goal })],
        ),
        example(
            "updateTarget",
            "karin",
            json!({
                "id": tree.target, "revision": 1, "goalId": other_tree.goal, "name": "Delmål", "due": "2030-12-31",
                "objectives": ["mkm-01"],
            }),
            &["ingeborg"],
            vec![json!({ "id": their_tree.target }), json!({ "goalId": their_tree.goal })],
        ),
        example(
            "assessTarget",
            "karin",
            json!({ "id": tree.target, "status": "AT_RISK", "reason": "Budgeten räcker inte." }),
            &["ingeborg"],
            vec![json!({ "id": their_tree.target })],
        ),
        example(
            "addIndicator",
            "karin",
            json!({
                "programmeId": hers, "targetId": tree.target, "key": "ghg-total", "name": "Utsläpp", "unit": "ton",
                "direction": "LOWER", "yearly": true, "baseline": { "day": "2018-12-31", "value": 10.0 },
                "aims": [{ "day": "2030-12-31", "value": 1.0 }],
            }),
            &["ingeborg"],
            vec![
                json!({ "programmeId": theirs }),
                json!({ "targetId": their_tree.target }),
                json!({ "key": Value::Null, "name": Value::Null }),
                json!({ "aims": [{ "day": "2030-01-31", "value": 1.0 }, { "day": "2030-12-31", "value": 2.0 }] }),
            ],
        ),
        example(
            "updateIndicator",
            "karin",
            json!({
                "id": indicator, "revision": 1, "targetId": tree.target, "name": "Utsläpp", "unit": "ton",
                "direction": "LOWER", "yearly": true, "baseline": { "day": "2018-12-31", "value": 10.0 },
                "aims": [{ "day": "2030-12-31", "value": 1.0 }],
            }),
            &["ingeborg"],
            vec![
                json!({ "targetId": their_tree.target }),
                json!({ "unit": "x".repeat(61) }),
            ],
        ),
        example(
            "setIndicatorValues",
            "karin",
            json!({
                "indicatorId": indicator, "removed": ["2019-12-31"],
                "values": [{ "day": "2020-12-31", "value": 9.5, "source": "Egen mätning", "licence": "CC0", "note": "Ny metod" }],
            }),
            &["ingeborg"],
            vec![json!({ "values": [{ "day": "2020-12-31", "value": 1e300 }] })],
        ),
        example(
            "setActionTargets",
            "karin",
            json!({ "actionId": edited, "targetIds": [tree.target] }),
            &["ingeborg"],
            vec![json!({ "targetIds": [their_tree.target] })],
        ),
        example(
            "moveProgrammePart",
            "karin",
            json!({ "id": tree.goal, "step": "DOWN" }),
            &["ingeborg"],
            vec![json!({ "id": their_tree.goal })],
        ),
        example(
            "deleteIndicator",
            "karin",
            json!({ "id": indicator }),
            &["ingeborg"],
            vec![],
        ),
        example(
            "deleteProgrammePart",
            "karin",
            json!({ "id": tree.area }),
            &["ingeborg"],
            vec![json!({ "id": their_tree.area })],
        ),
        example(
            "deleteProgramme",
            "karin",
            json!({ "id": mistaken }),
            &["ingeborg"],
            vec![json!({ "id": hers }), json!({ "id": theirs })],
        ),
        example(
            "createAction",
            "karin",
            action_input(&json!({ "programmeId": hers, "contactId": karin_id }), &theme, &unit),
            &["ingeborg"],
            vec![
                json!({ "programmeId": theirs }),
                json!({ "contactId": ingeborg_id }),
                json!({ "ends": "2025-01-01" }),
                json!({ "title": "x".repeat(201) }),
                json!({ "unitId": foreign_unit }),
                json!({ "lessons": "x".repeat(20_001) }),
                json!({ "effectHow": "x".repeat(2001) }),
                json!({ "funding": { "scheme": "no-such-scheme" } }),
                json!({ "decision": { "url": "javascript:alert(1)" } }),
                json!({ "links": [{ "url": "ftp://haninge.example/" }] }),
                json!({ "milestones": [{ "name": " " }] }),
            ],
        ),
        example(
            "updateAction",
            "karin",
            action_input(&json!({ "id": edited, "revision": 1, "contactId": karin_id }), &theme, &unit),
            &["ingeborg"],
            vec![
                json!({ "id": original }),
                json!({ "id": hidden }),
                json!({ "revision": 0 }),
                json!({ "revision": 2 }),
                json!({ "title": null }),
                json!({ "title": "" }),
                json!({ "description": "" }),
                json!({ "language": null }),
                json!({ "contactId": ingeborg_id }),
                json!({ "ends": "2025-01-01" }),
                json!({ "unitId": foreign_unit }),
                json!({ "costHow": "x".repeat(2001) }),
                json!({ "funding": { "scheme": "no-such-scheme" } }),
                json!({ "funding": { "name": "x".repeat(201) } }),
                json!({ "decision": { "url": "javascript:alert(1)" } }),
                json!({ "links": [{ "url": "ftp://haninge.example/" }] }),
                json!({ "links": [{ "url": "https://haninge.example/ x" }] }),
                json!({ "links": [{ "url": "" }] }),
                json!({ "milestones": [{ "name": " " }] }),
                json!({ "milestones": vec![json!({ "name": "x" }); 51] }),
            ],
        ),
        example(
            "publishAction",
            "karin",
            json!({ "id": published, "revision": 1, "visibility": "NETWORK", "learned": "Nytt.", "asExample": true }),
            &["ingeborg"],
            vec![
                json!({ "id": original }),
                json!({ "id": hidden }),
                json!({ "revision": 0 }),
                json!({ "revision": 2 }),
                json!({ "learned": "x".repeat(501) }),
            ],
        ),
        example(
            "updateFile",
            "karin",
            json!({ "id": sent[0], "name": "ny.png", "description": "En våg.", "language": "SV" }),
            &["ingeborg"],
            vec![
                json!({ "id": foreign_file }),
                json!({ "name": null }),
                json!({ "name": "a.pdf" }),
                json!({ "name": "a/b.png" }),
                json!({ "language": null }),
                json!({ "description": "x".repeat(1001) }),
            ],
        ),
        example(
            "deleteFile",
            "karin",
            json!({ "id": sent[1] }),
            &["ingeborg"],
            vec![json!({ "id": foreign_file })],
        ),
        example(
            "copyAction",
            "karin",
            json!({ "actionId": original, "programmeId": hers, "evenIfCopied": false }),
            &["elin"],
            vec![json!({ "actionId": hidden }), json!({ "programmeId": theirs })],
        ),
        example(
            "takeUpstreamChange",
            "karin",
            json!({ "actionId": followed, "revision": 1, "upstreamRevision": 2, "fields": ["title"],
                "edits": [{ "field": "title", "value": "Vår titel", "language": "SV" }] }),
            &["ingeborg"],
            vec![
                json!({ "actionId": original }),
                json!({ "actionId": hidden }),
                json!({ "revision": 2 }),
                json!({ "upstreamRevision": 1 }),
                json!({ "upstreamRevision": 3 }),
                json!({ "fields": [] }),
                json!({ "fields": ["description"], "edits": [] }),
                json!({ "fields": ["title", "no-such-field"] }),
                json!({ "edits": [{ "field": "title", "value": "", "language": "SV" }] }),
                json!({ "edits": [{ "field": "lessons", "value": "Annat.", "language": "SV" }] }),
            ],
        ),
        example(
            "skipUpstreamChange",
            "karin",
            json!({ "actionId": passed, "upstreamRevision": 2, "fields": ["title"] }),
            &["ingeborg"],
            vec![
                json!({ "actionId": original }),
                json!({ "actionId": hidden }),
                json!({ "upstreamRevision": 1 }),
                json!({ "fields": [] }),
                json!({ "fields": ["status"] }),
            ],
        ),
        example(
            "restoreAction",
            "karin",
            json!({ "id": passed, "revision": 1, "earlier": 1 }),
            &["ingeborg"],
            vec![
                json!({ "id": original }),
                json!({ "id": hidden }),
                json!({ "revision": 2 }),
                json!({ "earlier": 7 }),
            ],
        ),
        example(
            "startThread",
            "karin",
            json!({ "networkSlug": network, "subject": "Prov", "aboutId": original }),
            &[],
            vec![
                json!({ "networkSlug": "klimanettverk-mr" }),
                json!({ "aboutId": hidden }),
                json!({ "aboutId": karin_id }),
                json!({ "subject": "x".repeat(201) }),
            ],
        ),
        example(
            "postMessage",
            "karin",
            json!({ "threadId": thread, "body": "Hej", "language": "SV", "clientId": client_id(), "replyToId": said["id"], "confirmEverybody": false }),
            &[],
            vec![
                json!({ "threadId": foreign }),
                json!({ "replyToId": other["id"] }),
                json!({ "body": "x".repeat(10_001) }),
                json!({ "body": "@[alla](everybody)", "confirmEverybody": true }),
                json!({ "body": "@[Nils](person_01h455vb4pex5vsknk084sn02q)" }),
            ],
        ),
        example(
            "editMessage",
            "karin",
            json!({ "id": said["id"], "body": "Ändrat", "language": "SV", "writtenAt": said_at }),
            &["ingeborg", "elin"],
            vec![
                json!({ "writtenAt": "2000-01-01T00:00:00Z" }),
                json!({ "body": "x".repeat(10_001) }),
                json!({ "body": "@[alla](everybody)" }),
                json!({ "body": "@[Nils](person_01h455vb4pex5vsknk084sn02q)" }),
                json!({ "id": in_closed["id"] }),
            ],
        ),
        example(
            "setReaction",
            "karin",
            json!({ "messageId": said["id"], "kind": "THANKS", "on": true }),
            &[],
            vec![
                json!({ "messageId": in_foreign["id"] }),
                json!({ "messageId": in_closed["id"] }),
            ],
        ),
        example(
            "setPinned",
            "karin",
            json!({ "messageId": said["id"], "pinned": true }),
            &["ingeborg"],
            vec![
                json!({ "messageId": in_foreign["id"] }),
                json!({ "messageId": in_closed["id"] }),
            ],
        ),
        example(
            "closeThread",
            "karin",
            json!({ "threadId": elsewhere, "reason": "Färdigt." }),
            &["ingeborg"],
            vec![json!({ "threadId": foreign }), json!({ "reason": "x".repeat(301) })],
        ),
        example(
            "reopenThread",
            "karin",
            json!({ "threadId": closed }),
            &["ingeborg"],
            vec![json!({ "threadId": foreign })],
        ),
        example(
            "silenceMember",
            "elin",
            json!({ "networkSlug": network, "personId": kari_id, "hours": 1, "reason": "Ta en paus." }),
            &["karin", "gunnhild"],
            vec![
                json!({ "networkSlug": "klimanettverk-mr" }),
                json!({ "personId": app.id_of(&elin).await }),
                json!({ "hours": 0 }),
                json!({ "hours": 721 }),
                json!({ "reason": "x".repeat(301) }),
            ],
        ),
        example(
            "endSilence",
            "elin",
            json!({ "networkSlug": network, "personId": kari_id }),
            &["karin", "gunnhild"],
            vec![json!({ "networkSlug": "klimanettverk-mr" })],
        ),
        example(
            "removeMessage",
            "karin",
            json!({ "id": gone["id"] }),
            &["ingeborg"],
            vec![],
        ),
        example(
            "setTyping",
            "karin",
            json!({ "threadId": thread, "typing": true }),
            &[],
            vec![json!({ "threadId": foreign })],
        ),
        example(
            "markThreadRead",
            "karin",
            json!({ "threadId": thread, "seq": 1 }),
            &[],
            vec![json!({ "threadId": foreign })],
        ),
        example(
            "markAllRead",
            "karin",
            json!({ "networkSlug": "miljostrateger" }),
            &[],
            vec![
                json!({ "networkSlug": "klimanettverk-mr" }),
                json!({ "networkSlug": "no-such-network" }),
            ],
        ),
        example(
            "deleteAction",
            "karin",
            json!({ "id": deleted }),
            &["ingeborg"],
            vec![json!({ "id": original }), json!({ "id": hidden })],
        ),
        example(
            "endSession",
            "karin",
            json!({ "id": session }),
            &["ingeborg"],
            vec![json!({ "id": foreign_session })],
        ),
        example(
            "removeMember",
            "elin",
            json!({ "networkSlug": network, "personId": torbjorn_id }),
            &["karin"],
            vec![json!({ "networkSlug": "klimanettverk-mr" })],
        ),
        example(
            "leaveNetwork",
            "lena",
            json!({ "networkSlug": network }),
            &[],
            vec![json!({ "networkSlug": "klimanettverk-mr" })],
        ),
    ]
    .into_iter()
    .chain(inventory)
    .chain(follow_up(app, &karin, &hers).await)
    .collect()
}

/// Of follow-up: each round belongs to a programme of its own, since one at a time may be open in each.
async fn follow_up(app: &TestApp, karin: &Client, hers: &str) -> Vec<Example> {
    let haninge = app.organisation("Haninge").await;
    let programme = async |name: &str| {
        let input = json!({ "organisationId": haninge, "name": name });
        let made = karin.change("createProgramme", input, "programme { id }").await;
        let id = made["programme"]["id"].clone();
        let input =
            json!({ "programmeId": id, "language": "SV", "title": name, "description": "Text.", "status": "PLANNED" });
        let made = karin.change("createAction", input, "action { id }").await;
        (id, made["action"]["id"].clone())
    };
    let round = async |name: &str| {
        let (id, _) = programme(name).await;
        let input = json!({ "programmeId": id, "kind": "YEAR", "name": name, "message": null, "due": "2026-12-20" });
        let made = karin
            .change("openRound", input, "round { id entries { itemId } }")
            .await;
        (
            made["round"]["id"].clone(),
            made["round"]["entries"][0]["itemId"].clone(),
        )
    };
    let (asked, action) = programme("Frågas").await;
    let (kept, item) = round("Svaras").await;
    let (closed, _) = round("Avslutas").await;
    let (deleted, _) = round("Tas tillbaka").await;
    let (told, _) = round("Berättas").await;
    let input = json!({ "roundId": told, "language": "SV" });
    let report = karin.change("createReport", input, "report { id }").await["report"]["id"].clone();
    let input = json!({ "reportId": report, "label": "Nämnden" });
    let link = karin.change("shareReport", input, "link { id }").await["link"]["id"].clone();
    let open =
        "query($id: ID!) { rounds(programmeId: $id) { edges { node { id closedAt forms { id asked answered } } } } }";
    let rounds = karin.ask(open, json!({ "id": hers })).await["rounds"]["edges"].clone();
    let rounds = rounds.as_array().expect("the demo has rounds");
    let demo = &rounds
        .iter()
        .find(|edge| edge["node"]["closedAt"].is_null())
        .expect("one is open")["node"];
    let silent = demo["forms"].as_array().into_iter().flatten();
    let silent = silent
        .into_iter()
        .find(|form| form["asked"] != form["answered"])
        .expect("not all have answered");
    let kari_id = app.id_of(&app.person("kari").await).await;

    let example = |name, input, also_refused| Example {
        name,
        actor: "karin",
        input,
        outsiders: &["ingeborg"],
        also_refused,
    };
    vec![
        example(
            "setResponsible",
            json!({ "programmeId": asked, "subjectIds": [action], "personId": kari_id, "name": "Kari", "email": "kari@demo.example", "language": "NB" }),
            vec![
                json!({ "personId": null, "name": null, "email": "ukjend@demo.example" }),
                json!({ "personId": null, "email": "ingen adress" }),
                json!({ "subjectIds": [item] }),
            ],
        ),
        example(
            "clearResponsible",
            json!({ "programmeId": asked, "subjectIds": [action] }),
            vec![],
        ),
        example(
            "openRound",
            json!({ "programmeId": asked, "kind": "HALF_YEAR", "name": "Halvåret", "message": "Hej", "due": "2026-12-20" }),
            vec![
                json!({ "programmeId": hers }),
                json!({ "due": "2026-11-21" }),
                json!({ "due": "2030-01-01" }),
                json!({ "name": "x".repeat(121) }),
            ],
        ),
        example(
            "remindRound",
            json!({ "roundId": demo["id"], "formIds": [silent["id"]] }),
            vec![json!({ "roundId": kept, "formIds": null })],
        ),
        example(
            "answerRoundItem",
            json!({ "itemId": item, "revision": 1, "status": "ONGOING", "comment": "Bra.", "grade": 4 }),
            vec![
                json!({ "status": "REACHED" }),
                json!({ "status": "KEEP" }),
                json!({ "grade": 0 }),
                json!({ "revision": 2 }),
            ],
        ),
        example(
            "updateRound",
            json!({ "id": kept, "revision": 1, "name": "Nytt namn", "message": "Hej", "due": "2026-12-24" }),
            vec![json!({ "due": "2026-11-01" }), json!({ "revision": 2 })],
        ),
        example(
            "createReport",
            json!({ "roundId": kept, "language": "SV" }),
            vec![json!({ "roundId": told })],
        ),
        example(
            "updateReport",
            json!({ "id": report, "revision": 1, "title": "Året", "done": "Mycket.", "drivers": "Viljan.", "decision": "Ja." }),
            vec![json!({ "title": "" }), json!({ "revision": 2 })],
        ),
        example(
            "shareReport",
            json!({ "reportId": report, "label": "Styrelsen" }),
            vec![json!({ "label": "x".repeat(101) })],
        ),
        example("revokeReportLink", json!({ "linkId": link }), vec![]),
        example("closeRound", json!({ "roundId": closed, "takeStatuses": true }), vec![]),
        example("deleteRound", json!({ "id": deleted }), vec![]),
    ]
}

fn action_input(given: &Value, theme: &Value, unit: &Value) -> Value {
    let mut input = json!({
        "language": "SV", "title": "Prov", "description": "Text.", "themes": [theme], "status": "PLANNED", "starts": "2026-01-01",
        "ends": "2026-12-31", "cost": { "amount": "5000000000", "currency": "NOK" }, "effectTonnesCo2e": 2.5, "lessons": "Lärt.",
        "problem": "Matsvinn.", "result": "Mindre.", "again": "Vägningen.", "transferability": "En våg.", "risk": "Skyfall.",
        "effectInWords": "Torra källare.", "costHow": "Offert.", "effectHow": "Schablon.", "purpose": "ADAPTATION", "unitId": unit,
        "partners": "SRV", "indicators": ["ev-share"], "statusReason": "Beslutad.",
        "funding": { "scheme": "klimatklivet", "name": "Utlysning 2", "amount": { "amount": "100", "currency": "SEK" } },
        "decision": { "body": "Kommunstyrelsen", "date": "2026-03-01", "caseNumber": "KS 2026/1", "url": "https://haninge.example/1" },
        "links": [{ "url": "https://haninge.example", "name": "Mer" }],
        "milestones": [{ "name": "Upphandling", "due": "2026-05-01", "done": "2026-04-01" }],
    });
    merge(&mut input, given);
    input
}

/// A focus area of a programme, with a goal and a target.
struct Tree {
    area: Value,
    goal: Value,
    target: Value,
}

impl Tree {
    async fn planted(person: &Client, programme: &str) -> Self {
        let area = person
            .change(
                "addFocusArea",
                json!({ "programmeId": programme, "name": "Prov" }),
                "focusArea { id }",
            )
            .await["focusArea"]["id"]
            .clone();
        let goal = person
            .change("addGoal", json!({ "focusAreaId": area, "name": "Prov" }), "goal { id }")
            .await["goal"]["id"]
            .clone();
        let target = person
            .change("addTarget", json!({ "goalId": goal, "name": "Prov" }), "target { id }")
            .await["target"]["id"]
            .clone();
        Self { area, goal, target }
    }
}

/// A copy whose origin has a new title since.
async fn followed_copy(karin: &Client, hers: &str, ingeborg: &Client, theirs: &str) -> Value {
    let input = json!({ "programmeId": theirs, "language": "NN", "title": "Følgd", "description": "Tekst." });
    let origin = ingeborg.change("createAction", input, "action { id }").await["action"]["id"].clone();
    let publish = async |revision: u32| {
        let input = json!({ "id": origin, "revision": revision, "visibility": "NETWORK" });
        ingeborg.change("publishAction", input, "action { id }").await
    };
    publish(1).await;
    let input = json!({ "actionId": origin, "programmeId": hers });
    let copy = karin.change("copyAction", input, "action { id }").await["action"]["id"].clone();
    let input = json!({ "id": origin, "revision": 1, "language": "NN", "title": "Følgd på nytt" });
    ingeborg.change("updateAction", input, "action { id }").await;
    publish(2).await;
    copy
}

/// A thread that Karin may not see.
async fn gunnhilds_thread(app: &TestApp) -> String {
    let gunnhild = app.person("gunnhild").await;
    let started = gunnhild
        .change(
            "startThread",
            json!({ "networkSlug": "klimanettverk-mr", "subject": "Berre oss" }),
            "thread { id }",
        )
        .await;
    started["thread"]["id"].as_str().expect("an id is text").to_owned()
}
