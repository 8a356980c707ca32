//! Coming in: one-time links by mail, sessions, tokens; nothing that tells a stranger who is known here.

use std::{collections::BTreeSet, time::Duration};

use serde_json::{Value, json};

use crate::harness::{Client, ORIGIN, TestApp, eventually, on_both, on_both_empty};

const MINUTE: Duration = Duration::from_secs(60);
const DAY: Duration = Duration::from_secs(24 * 3600);

async fn ask_for_link(app: &TestApp, email: &str) {
    let answer = app.stranger().post("/auth/link", &json!({ "email": email })).await;
    assert_eq!((answer.status, answer.json), (202, json!({})), "{email}");
}

async fn spend(app: &TestApp, token: &str) -> (u16, Client, Value) {
    let mut client = app.stranger();
    let answer = client.post_and_stay("/auth/session", &json!({ "token": token })).await;
    (answer.status, client, answer.json)
}

#[test]
fn a_link_by_mail_signs_in_once() {
    on_both(async |app| {
        ask_for_link(app, "Ingeborg@Demo.example ").await;
        let mail = app.mail.to("ingeborg@demo.example", 0).await;
        assert!(mail.body.contains(&format!("{}/welcome#", ORIGIN)), "{}", mail.body);
        let token = mail.token();
        assert!(token.len() >= 43, "256 bits in base64 take 43 letters: {token}");

        // Looking at the page spends nothing, however often a scanner does.
        for _ in 0..3 {
            let look = app.stranger().post("/auth/link/look", &json!({ "token": token })).await;
            assert_eq!(look.status, 200, "{}", look.text);
            assert_eq!(look.json["purpose"], "sign_in");
            assert_eq!(look.json["needsProfile"], false);
        }
        let (status, client, answer) = spend(app, &token).await;
        assert_eq!((status, &answer["next"]), (200, &json!("/")));
        assert!(
            client.ask("{ viewer { name } }", json!({})).await["viewer"]["name"]
                .as_str()
                .unwrap()
                .starts_with("Ingeborg")
        );

        for path in ["/auth/session", "/auth/link/look"] {
            let again = app.stranger().post(path, &json!({ "token": token })).await;
            assert_eq!(again.refusal().expect("it is spent").code, "LINK_SPENT", "{path}");
        }
    });
}

#[test]
fn a_link_spent_by_many_at_once_lets_one_in() {
    on_both(async |app| {
        ask_for_link(app, "kari@demo.example").await;
        let token = app.mail.to("kari@demo.example", 0).await.token();
        let tries = (0..8).map(|_| {
            let (client, token) = (app.stranger(), token.clone());
            tokio::spawn(async move { client.post("/auth/session", &json!({ "token": token })).await.status })
        });
        let mut let_in = 0;
        for one in tries.collect::<Vec<_>>() {
            let_in += usize::from(one.await.expect("it is answered") == 200);
        }
        assert_eq!(let_in, 1);
    });
}

#[test]
fn a_link_lives_for_fifteen_minutes() {
    on_both(async |app| {
        ask_for_link(app, "omar@demo.example").await;
        let token = app.mail.to("omar@demo.example", 0).await.token();
        app.clock.advance(14 * MINUTE);
        assert_eq!(
            app.stranger()
                .post("/auth/link/look", &json!({ "token": token }))
                .await
                .status,
            200
        );
        app.clock.advance(MINUTE);
        let late = app.stranger().post("/auth/session", &json!({ "token": token })).await;
        assert_eq!(late.refusal().expect("it is too late").code, "LINK_SPENT");
    });
}

#[test]
fn the_answer_does_not_tell_who_is_known() {
    on_both(async |app| {
        let known = app
            .stranger()
            .post("/auth/link", &json!({ "email": "karin@demo.example" }))
            .await;
        let unknown = app
            .stranger()
            .post("/auth/link", &json!({ "email": "ingen@demo.example" }))
            .await;
        assert_eq!((known.status, &known.text), (unknown.status, &unknown.text));
        let names = |answer: &crate::harness::Answer| {
            let mut names: Vec<_> = answer.headers.keys().map(ToString::to_string).collect();
            names.sort();
            names
        };
        assert_eq!(names(&known), names(&unknown));
        // An unknown address gets a mail too: a link to make an account.
        let token = app.mail.to("ingen@demo.example", 0).await.token();
        let look = app.stranger().post("/auth/link/look", &json!({ "token": token })).await;
        assert_eq!(
            (&look.json["purpose"], &look.json["needsProfile"]),
            (&json!("sign_up"), &json!(true))
        );
    });
}

#[test]
fn links_are_limited_per_address_and_the_limit_wears_off() {
    on_both(async |app| {
        for n in 0..5 {
            ask_for_link(app, "lena@demo.example").await;
            // Each has been sent before the next is asked for, as by somebody who waits for it.
            app.mail.to("lena@demo.example", n).await;
        }
        let sixth = app
            .stranger()
            .post("/auth/link", &json!({ "email": "lena@demo.example" }))
            .await;
        assert_eq!(
            (sixth.status, sixth.refusal().expect("it is limited").code.as_str()),
            (429, "RATE_LIMITED")
        );
        ask_for_link(app, "omar@demo.example").await;
        app.clock.advance(16 * MINUTE);
        ask_for_link(app, "lena@demo.example").await;
        app.mail.to("lena@demo.example", 5).await;
    });
}

#[test]
fn links_are_limited_per_client_too() {
    on_both(async |app| {
        let mut refused = None;
        for n in 0..200 {
            let answer = app
                .stranger()
                .post("/auth/link", &json!({ "email": format!("nr{n}@demo.example") }))
                .await;
            if answer.status != 202 {
                refused = Some((n, answer));
                break;
            }
        }
        let (n, answer) = refused.expect("there is a limit");
        assert!(n >= 10, "an office behind one address shares the limit: {n}");
        assert_eq!(answer.refusal().expect("it is limited").code, "RATE_LIMITED");
        // Redis counts by its own clock, which no test turns.
        if app.redis.is_none() {
            app.clock.advance(20 * MINUTE);
            ask_for_link(app, "karin@demo.example").await;
        }
    });
}

#[test]
fn mails_are_in_the_language_of_whoever_gets_them() {
    on_both(async |app| {
        let mut subjects = BTreeSet::new();
        for (name, language) in [("karin", "SV"), ("ingeborg", "NN"), ("kari", "NB"), ("omar", "EN")] {
            let person = app.person(name).await;
            let chosen = json!({ "language": language });
            person.change("updateViewer", chosen, "viewer { language }").await;
            // What the browser asks for is another: the person's own choice counts.
            let browser = app.stranger().speaking(if language == "EN" { "sv" } else { "en" });
            let address = format!("{name}@demo.example");
            assert_eq!(
                browser.post("/auth/link", &json!({ "email": address })).await.status,
                202
            );
            let mail = app.mail.to(&address, 0).await;
            assert_eq!(mail.language, language.to_lowercase());
            subjects.insert(mail.subject);
        }
        assert!(subjects.len() >= 3, "{subjects:?}");
    });
}

#[test]
fn what_is_no_address_is_refused() {
    on_both(async |app| {
        let long = format!("{}@demo.example", "x".repeat(300));
        for email in [
            "",
            "karin",
            "karin@",
            "@demo.example",
            "a b@demo.example",
            "karin@demo",
            "a@b.example\r\nBcc: c@d.example",
            long.as_str(),
        ] {
            let answer = app.stranger().post("/auth/link", &json!({ "email": email })).await;
            let refusal = answer.refusal().unwrap_or_else(|| panic!("{email:?} was taken"));
            assert_eq!(
                (refusal.code.as_str(), refusal.field.as_deref()),
                ("INVALID", Some("email")),
                "{email:?}"
            );
        }
        for body in [json!({}), json!([]), json!({ "email": 7 }), json!("x")] {
            let answer = app.stranger().post("/auth/link", &body).await;
            assert_eq!(answer.status, 400, "{body}: {}", answer.text);
            assert!(answer.refusal().is_some(), "{body}: {}", answer.text);
        }
        assert_eq!(app.mail.all().len(), 0);
    });
}

#[test]
fn the_cookie_is_out_of_reach_and_only_its_hash_is_kept() {
    on_both(async |app| {
        let mut client = app.stranger();
        let answer = client
            .post_and_stay("/auth/demo", &json!({ "email": "karin@demo.example" }))
            .await;
        let set = answer.set_cookie().expect("a cookie is set");
        let (pair, attributes) = set.split_once(';').expect("it has attributes");
        let (name, secret) = pair.split_once('=').expect("it has a value");
        assert_eq!(name, "__Host-samverk");
        for wanted in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
            assert!(
                attributes.split(';').any(|attribute| attribute.trim() == wanted),
                "{wanted}: {set}"
            );
        }
        assert!(!attributes.contains("Domain"), "{set}");
        assert!(secret.len() >= 43, "{secret}");
        let rows = app.database.rows("select * from session").await;
        assert!(!rows.is_empty() && !format!("{rows:?}").contains(secret), "{rows:?}");
    });
}

#[test]
fn signing_in_again_replaces_the_session_and_a_planted_one_is_not_kept() {
    on_both(async |app| {
        let mut client = app.person("karin").await;
        let first = client.clone();
        client
            .post_and_stay("/auth/demo", &json!({ "email": "karin@demo.example" }))
            .await;
        assert_ne!(first.cookie, client.cookie);
        assert!(first.ask("{ viewer { id } }", json!({})).await["viewer"].is_null());
        let mut planted = app.stranger();
        planted.cookie = Some("__Host-samverk=planted".to_owned());
        planted
            .post_and_stay("/auth/demo", &json!({ "email": "karin@demo.example" }))
            .await;
        assert_ne!(planted.cookie.as_deref(), Some("__Host-samverk=planted"));
    });
}

#[test]
fn a_session_ends_when_unused_and_in_any_case_some_day() {
    on_both(async |app| {
        let unused = app.person("karin").await;
        app.clock.advance(31 * DAY);
        assert!(unused.ask("{ viewer { id } }", json!({})).await["viewer"].is_null());

        let used = app.person("karin").await;
        let mut days = 0;
        while !used.ask("{ viewer { id } }", json!({})).await["viewer"].is_null() {
            // That it was used is noted after the answer.
            let noted = app.clock.now().0.to_string();
            eventually(async || {
                app.database.rows("select max(used_at) from session").await[0][0].as_ref() == Some(&noted)
            })
            .await;
            app.clock.advance(10 * DAY);
            days += 10;
            assert!(days <= 400, "a session in use lasts for ever");
        }
        assert!(days > 60, "a session in use ended after {days} days");
    });
}

#[test]
fn signing_out_ends_this_browser_and_everywhere_ends_them_all() {
    on_both(async |app| {
        let (mut here, there) = (app.person("karin").await, app.person("karin").await);
        let token = app.token("karin").await;
        let out = here.post_and_stay("/auth/sign-out", &json!({})).await;
        assert_eq!(out.status, 200);
        assert!(
            out.set_cookie()
                .is_some_and(|set| set.contains("Max-Age=0") || set.contains("1970")),
            "{:?}",
            out.set_cookie()
        );
        assert!(there.ask("{ viewer { id } }", json!({})).await["viewer"].is_object());
        assert_eq!(there.post("/auth/sign-out-everywhere", &json!({})).await.status, 200);
        assert!(there.ask("{ viewer { id } }", json!({})).await["viewer"].is_null());
        // Programs are revoked one by one.
        let program = app.stranger().with_token(&token);
        assert!(program.ask("{ viewer { id } }", json!({})).await["viewer"].is_object());
    });
}

#[test]
fn a_token_acts_as_its_person_until_it_is_revoked() {
    on_both(async |app| {
        let karin = app.person("karin").await;
        let made = karin
            .change(
                "createApiToken",
                json!({ "name": "skript" }),
                "token session { id name kind current expiresAt }",
            )
            .await;
        assert_eq!(made["session"]["kind"], "API_TOKEN");
        let secret = made["token"].as_str().unwrap();
        let rows = format!("{:?}", app.database.rows("select * from session").await);
        assert!(!rows.contains(secret));
        let program = app.stranger().with_token(secret);
        let name = program.ask("{ viewer { name } }", json!({})).await;
        assert!(name["viewer"]["name"].as_str().unwrap().starts_with("Karin"));
        let mut socket = program.socket().await;
        let left = karin
            .change(
                "endSession",
                json!({ "id": made["session"]["id"] }),
                "sessions { id current }",
            )
            .await;
        assert!(
            !left["sessions"]
                .as_array()
                .unwrap()
                .iter()
                .any(|session| session["id"] == made["session"]["id"])
        );
        let (code, _) = socket.closed().await;
        assert!((4000..5000).contains(&code), "{code}");
        let after = program.graphql("{ viewer { name } }", json!({})).await;
        assert!(
            after.status == 401 || after.json["data"]["viewer"].is_null(),
            "{}",
            after.text
        );
        // Somebody else's session is none.
        let others = app.person("omar").await.ask("{ sessions { id } }", json!({})).await;
        let refusal = karin
            .change_refused("endSession", json!({ "id": others["sessions"][0]["id"] }))
            .await;
        assert_eq!(refusal.code, "NOT_FOUND");
    });
}

#[test]
fn demo_people_are_there_in_demo_mode_only() {
    on_both(async |app| {
        let options = app.stranger().speaking("nn").get("/auth/options").await;
        assert_eq!(options.json["language"], "nn");
        let names: Vec<_> = options.json["demo"]
            .as_array()
            .unwrap()
            .iter()
            .map(|p| p["email"].as_str().unwrap().to_owned())
            .collect();
        assert_eq!(names.len(), 8, "{names:?}");
        let other = app
            .stranger()
            .post("/auth/demo", &json!({ "email": "birgitta@demo.example" }))
            .await;
        assert_eq!(other.refusal().expect("only the eight").code, "NOT_FOUND");
    });
    on_both_empty(async |app| {
        assert_eq!(app.stranger().get("/auth/options").await.json["demo"], json!([]));
        let refused = app
            .stranger()
            .post("/auth/demo", &json!({ "email": "karin@demo.example" }))
            .await;
        assert_eq!(refused.refusal().expect("there is no demo").code, "NOT_FOUND");
    });
}

#[test]
fn the_language_is_negotiated_and_norwegian_alone_is_neither() {
    on_both(async |app| {
        for (accept, wanted) in [
            ("nn-NO,nn;q=0.9,en;q=0.1", "nn"),
            ("sv-FI", "sv"),
            ("nb", "nb"),
            ("no, en;q=0.5", "en"),
            ("de,fr", "sv"),
        ] {
            let options = app.stranger().speaking(accept).get("/auth/options").await;
            if accept != "de,fr" {
                assert_eq!(options.json["language"], wanted, "{accept}");
            }
            assert!(["sv", "nn", "nb", "en"].contains(&options.json["language"].as_str().unwrap()));
        }
    });
}

#[test]
fn the_first_start_lets_the_first_coordinator_in_and_nobody_after() {
    on_both_empty(async |app| {
        let token = app.founder_token().await.expect("there are no people yet");
        let look = app.stranger().post("/auth/link/look", &json!({ "token": token })).await;
        assert_eq!(
            (&look.json["purpose"], &look.json["needsProfile"]),
            (&json!("founder"), &json!(true))
        );

        let alesund = app.organisation("Ålesund").await;
        let profile = json!({ "token": token, "name": "Solveig Strand", "organisationId": alesund, "language": "nn", "email": "solveig@kommune.example" });
        for (field, value) in [
            ("name", json!("")),
            ("organisationId", json!("municipality_x")),
            ("email", json!("nei")),
            ("name", Value::Null),
        ] {
            let mut wrong = profile.clone();
            wrong[field] = value.clone();
            let refused = app.stranger().post("/auth/session", &wrong).await;
            let refusal = refused.refusal().unwrap_or_else(|| panic!("{field} {value} was taken"));
            assert!(
                matches!(refusal.code.as_str(), "INVALID" | "NOT_FOUND" | "BAD_REQUEST"),
                "{field} {value}: {refusal:?}"
            );
        }
        let mut founder = app.stranger();
        let answer = founder.post_and_stay("/auth/session", &profile).await;
        assert_eq!(
            (answer.status, &answer.json["next"]),
            (200, &json!("/networks/new")),
            "{}",
            answer.text
        );
        let viewer = founder
            .ask(
                "{ viewer { language organisationConfirmed } mayCreateNetwork }",
                json!({}),
            )
            .await;
        assert_eq!(
            viewer,
            json!({ "viewer": { "language": "NN", "organisationConfirmed": true }, "mayCreateNetwork": true })
        );
        assert_eq!(app.founder_token().await, None);
        founder
            .change(
                "createNetwork",
                json!({ "slug": "fyrste", "name": "Det fyrste", "languages": ["NN", "NB"] }),
                "network { viewerRole }",
            )
            .await;
    });
}
