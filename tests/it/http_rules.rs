//! What the server takes over HTTP and what it does not: one JSON operation per POST, of bounded size, from its own pages.

use std::fmt::Write;

use reqwest::{Method, header};
use serde_json::{Value, json};

use crate::harness::{Answer, Client, on_both, on_both_empty};

const NAME: &str = "{ viewer { name } }";

fn operation() -> Value {
    json!({ "query": NAME })
}

async fn send(client: &Client, change: impl FnOnce(reqwest::RequestBuilder) -> reqwest::RequestBuilder) -> Answer {
    Answer::of(change(client.request(Method::POST, "/graphql"))).await
}

#[track_caller]
fn refused(answer: &Answer, status: u16, code: &str) {
    let refusal = answer
        .refusal()
        .unwrap_or_else(|| panic!("no error in {} {}", answer.status, answer.text));
    assert_eq!(
        (answer.status, refusal.code.as_str()),
        (status, code),
        "{}",
        answer.text
    );
    assert!(
        refusal.message.len() > 5 && !refusal.message.contains("error-"),
        "{}",
        refusal.message
    );
}

#[test]
fn fields_come_in_the_order_in_which_they_were_asked_for() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        // The organisation is asked for from elsewhere, so it is ready last.
        let query = "{ viewer { organisation { name } language name ... on Person { id title } } __typename }";
        let answer = send(&karin, |r| r.json(&json!({ "query": query }))).await;
        let places: Vec<_> = [
            "\"organisation\"",
            "\"language\"",
            "\"id\"",
            "\"title\"",
            "\"__typename\"",
        ]
        .iter()
        .map(|name| {
            answer
                .text
                .find(name)
                .unwrap_or_else(|| panic!("no {name} in {}", answer.text))
        })
        .collect();
        assert!(places.is_sorted(), "{}", answer.text);
    });
}

#[test]
fn an_operation_is_answered_in_the_media_type_that_was_asked_for() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        for (accept, wanted) in [
            ("application/json", "application/json"),
            ("application/graphql-response+json", "application/graphql-response+json"),
            (
                "application/graphql-response+json, application/json;q=0.9",
                "application/graphql-response+json",
            ),
            ("*/*", "application/"),
        ] {
            let only = header::HeaderMap::from_iter([(header::ACCEPT, accept.parse().expect("a header"))]);
            let answer = send(&karin, |r| r.headers(only).json(&operation())).await;
            assert_eq!(answer.status, 200);
            assert!(
                answer.header("content-type").starts_with(wanted),
                "{accept}: {}",
                answer.header("content-type")
            );
            assert!(
                answer.json["data"]["viewer"]["name"]
                    .as_str()
                    .unwrap()
                    .starts_with("Karin")
            );
        }
    });
}

#[test]
fn nothing_but_a_post_of_one_json_operation_is_taken() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let body = operation().to_string();

        let get = Answer::of(karin.request(Method::GET, "/graphql?query=%7B__typename%7D")).await;
        assert_eq!(get.status, 405, "{}", get.text);
        assert_eq!(get.header("allow"), "POST");

        for kind in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/xml",
            "",
        ] {
            let answer = send(&karin, |r| r.header(header::CONTENT_TYPE, kind).body(body.clone())).await;
            refused(&answer, 415, "BAD_REQUEST");
        }
        let none = send(&karin, |r| r.body(body.clone())).await;
        refused(&none, 415, "BAD_REQUEST");
        let charset = send(&karin, |r| {
            r.header(header::CONTENT_TYPE, "application/json; charset=utf-8")
                .body(body.clone())
        })
        .await;
        assert_eq!(charset.status, 200, "{}", charset.text);

        for body in [
            json!([operation()]),
            json!([]),
            json!("text"),
            json!({}),
            json!({ "query": 7 }),
            json!({ "query": "" }),
            json!({ "query": "{ viewer { name }" }),
            json!({ "query": "{ nothingOfTheKind }" }),
            json!({ "query": NAME, "variables": [] }),
            json!({ "query": "query A { viewer { id } } query B { viewer { id } }" }),
            json!({ "query": "query A { viewer { id } }", "operationName": "B" }),
            json!({ "query": "subscription { threadEvents(threadId: \"x\") { seq } }" }),
        ] {
            refused(&karin.post("/graphql", &body).await, 400, "BAD_REQUEST");
        }
        let broken = send(&karin, |r| {
            r.header(header::CONTENT_TYPE, "application/json")
                .body("{\"query\": \"")
        })
        .await;
        refused(&broken, 400, "BAD_REQUEST");
        let no_text = send(&karin, |r| {
            r.header(header::CONTENT_TYPE, "application/json")
                .body(vec![b'"', 0xff, b'"'])
        })
        .await;
        refused(&no_text, 400, "BAD_REQUEST");
    });
}

#[test]
fn what_is_too_large_too_deep_or_too_much_is_refused_before_it_runs() {
    on_both(async |app| {
        let karin = app.person("karin").await;

        let large = json!({ "query": NAME, "variables": { "x": "x".repeat(256 * 1024) } });
        refused(&karin.post("/graphql", &large).await, 413, "TOO_LARGE");

        let deep = format!(
            "{{ viewer {}{} }}",
            "{ organisation { units { id } } memberships { network { members { edges { node { person ".repeat(4),
            "}".repeat(0)
        );
        refused(&karin.graphql(&deep, json!({})).await, 400, "BAD_REQUEST");
        let mut nested = "id".to_owned();
        for _ in 0..4 {
            nested = format!(
                "memberships {{ network {{ members(first: 1) {{ edges {{ node {{ person {{ {nested} }} }} }} }} }} }}"
            );
        }
        refused(
            &karin.graphql(&format!("{{ viewer {{ {nested} }} }}"), json!({})).await,
            400,
            "BAD_REQUEST",
        );

        let aliases = |n: usize| {
            let fields = (0..n).fold(String::new(), |mut fields, i| {
                let _ = write!(fields, " a{i}: __typename");
                fields
            });
            format!("{{{fields} }}")
        };
        assert_eq!(karin.graphql(&aliases(30), json!({})).await.status, 200);
        for n in [31, 500, 8_000] {
            let answer = karin.graphql(&aliases(n), json!({})).await;
            assert_eq!(answer.status, 400, "{n}: {}", answer.text);
        }

        // A page of pages of pages.
        let wide = "{ networks(first: 100) { edges { node { members(first: 100) { edges { node { person { name \
                    organisation { name } } } } } threads(first: 100) { edges { node { messages(first: 100) { edges { node { body } } } } } } } } } }";
        refused(&karin.graphql(wide, json!({})).await, 400, "BAD_REQUEST");

        let fragments = "query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }";
        refused(&karin.graphql(fragments, json!({})).await, 400, "BAD_REQUEST");
        let directives = format!("{{ viewer {{ name {} }} }}", "@include(if: true) ".repeat(2000));
        refused(&karin.graphql(&directives, json!({})).await, 400, "BAD_REQUEST");
        let brackets = format!(
            "{{ action(id: {}1{}) {{ id }} }}",
            "[".repeat(20_000),
            "]".repeat(20_000)
        );
        refused(&karin.graphql(&brackets, json!({})).await, 400, "BAD_REQUEST");
    });
}

#[test]
fn introspection_in_full_is_answered() {
    on_both(async |app| {
        let answer = app.stranger().graphql(INTROSPECTION, json!({})).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert!(answer.json.get("errors").is_none(), "{}", answer.text);
        let types = answer.json["data"]["__schema"]["types"]
            .as_array()
            .expect("there are types");
        assert!(types.iter().any(|kind| kind["name"] == "Municipality"));
    });
}

/// As the usual tools send it: the type reference alone is nine deep.
const INTROSPECTION: &str = "query IntrospectionQuery { __schema { description queryType { name } mutationType { name } \
    subscriptionType { name } types { ...FullType } directives { name description locations args(includeDeprecated: true) { ...InputValue } } } } \
    fragment FullType on __Type { kind name description specifiedByURL fields(includeDeprecated: true) { name description \
    args(includeDeprecated: true) { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason } \
    inputFields(includeDeprecated: true) { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name \
    description isDeprecated deprecationReason } possibleTypes { ...TypeRef } } \
    fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue } \
    fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { \
    kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } } }";

#[test]
fn a_mutation_stands_alone() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let before = app.database.dump().await;
        for document in [
            "mutation { a: updateViewer(input: {name: \"A\"}) { viewer { id } } b: updateViewer(input: {name: \"B\"}) { viewer { id } } }",
            "mutation { ...Two } fragment Two on Mutation { updateViewer(input: {name: \"A\"}) { viewer { id } } }",
            "mutation { ... on Mutation { updateViewer(input: {name: \"A\"}) { viewer { id } } } }",
            "mutation { updateViewer(input: {name: \"A\"}) { viewer { id } } __typename }",
        ] {
            refused(&karin.graphql(document, json!({})).await, 400, "BAD_REQUEST");
        }
        assert_eq!(app.database.dump().await, before);
    });
}

#[test]
fn a_page_of_another_origin_gets_nothing_done() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let before = app.database.dump().await;
        let body = json!({ "query": "mutation { updateViewer(input: {name: \"Gjort av andre\"}) { viewer { id } } }" });
        for origin in [
            "https://evil.example",
            "null",
            "http://127.0.0.1:1",
            "http://127.0.0.1.evil.example",
        ] {
            for path in [
                "/graphql",
                "/auth/sign-out",
                "/auth/sign-out-everywhere",
                "/auth/demo",
                "/auth/link",
                "/auth/session",
            ] {
                let answer = Answer::of(karin.request_from(origin, Method::POST, path).json(&body)).await;
                refused(&answer, 403, "FORBIDDEN");
            }
        }
        // A browser that says where the request comes from is believed, also without an Origin.
        let cross = Answer::of(
            karin
                .request_without_origin(Method::POST, "/graphql")
                .header("sec-fetch-site", "cross-site")
                .json(&body),
        )
        .await;
        refused(&cross, 403, "FORBIDDEN");
        assert_eq!(app.database.dump().await, before);

        // A program has no origin, and no cookie: its token is proof enough.
        let token = app.token("karin").await;
        let program = app.stranger().with_token(&token);
        let answer = Answer::of(
            program
                .request_without_origin(Method::POST, "/graphql")
                .json(&operation()),
        )
        .await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    });
}

#[test]
fn every_answer_carries_a_request_id_and_the_headers_that_protect_a_page() {
    on_both(async |app| {
        let stranger = app.stranger();
        for path in ["/", "/healthz", "/auth/options"] {
            let answer = stranger.get(path).await;
            assert!(
                !answer.header("x-request-id").is_empty(),
                "{path}: {:?}",
                answer.headers
            );
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert!(!answer.header("referrer-policy").is_empty(), "{path}");
        }
        let page = stranger.get("/").await;
        assert!(
            page.text.contains("<script"),
            "the web client is built first: make test"
        );
        let policy = page.header("content-security-policy");
        for rule in [
            "default-src",
            "script-src 'self'",
            "frame-ancestors 'none'",
            "base-uri",
            "form-action",
        ] {
            assert!(policy.contains(rule), "{rule} is missing in {policy}");
        }
        assert!(
            !policy.contains("unsafe-eval") && !policy.contains("'unsafe-inline'"),
            "{policy}"
        );
    });
}

#[test]
fn the_server_says_whether_it_lives_and_serves_and_what_it_has_done() {
    on_both_empty(async |app| {
        let stranger = app.stranger();
        assert_eq!(stranger.get("/healthz").await.status, 200);
        assert_eq!(stranger.get("/readyz").await.status, 200);
        let metrics = stranger.get("/metrics").await;
        assert_eq!(metrics.status, 200);
        assert!(
            metrics.text.contains("samverk_sql_statements_total"),
            "{}",
            metrics.text
        );
        assert_eq!(stranger.get("/nothing/of/the/kind.js").await.status, 404);
    });
}

#[test]
fn an_operation_of_the_web_client_is_known_by_its_hash_and_others_are_not() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let unknown = format!("sha256:{}", "0".repeat(64));
        refused(
            &karin.post("/graphql", &json!({ "documentId": unknown })).await,
            400,
            "PERSISTED_QUERY_NOT_FOUND",
        );
        let apq = json!({ "extensions": { "persistedQuery": { "version": 1, "sha256Hash": "0".repeat(64) } } });
        refused(&karin.post("/graphql", &apq).await, 400, "PERSISTED_QUERY_NOT_FOUND");
        for strange in ["sha256:x", "", "md5:0"] {
            let answer = karin.post("/graphql", &json!({ "documentId": strange })).await;
            assert_eq!(answer.status, 400, "{}", answer.text);
        }
    });
}

#[test]
fn text_that_no_database_takes_is_refused_and_not_a_fault() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        for (query, text) in [
            ("query($t: String!) { network(slug: $t) { id } }", "a\0b"),
            ("query($t: String!) { municipalities(text: $t) { totalCount } }", "\0"),
            ("query($t: String!) { organisations(text: $t) { totalCount } }", "å\0"),
            (
                "query($t: String!) { actions(filter: { text: $t }) { totalCount } }",
                "x\0y",
            ),
            (
                "query($t: String!) { actions(filter: { networkSlug: $t }) { totalCount } }",
                "\0",
            ),
            (
                "query($t: String!) { actions(filter: { themes: [$t] }) { totalCount } }",
                "\0",
            ),
            (
                "query($t: String!) { actions(after: $t) { totalCount } }",
                "WyJcdTAwMDAiLCIwIl0",
            ),
            (
                "query($t: String!) { networks(after: $t) { totalCount } }",
                "WyJcdTAwMDAiLCIwIl0",
            ),
        ] {
            let answer = karin.graphql(query, json!({ "t": text })).await;
            if let Some(refusal) = answer.refusal() {
                assert_ne!(refusal.code, "INTERNAL", "{query}: {}", answer.text);
            }
        }
        let link = app
            .stranger()
            .post("/auth/link", &json!({ "email": "a\0@b.example" }))
            .await;
        refused(&link, 400, "INVALID");
        let look = app.stranger().post("/auth/link/look", &json!({ "token": "\0" })).await;
        assert_eq!(look.refusal().expect("it is refused").code, "LINK_SPENT");
    });
}
