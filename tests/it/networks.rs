//! How people come together: a coordinator invites, reminds, gives roles and removes; others ask to join.

use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::{Client, TestApp, eventually, on_both, on_both_empty};

const SLUG: &str = "miljostrateger";

async fn invitations(coordinator: &Client, slug: &str) -> Vec<Value> {
    let data = coordinator
        .ask(
            "query($slug: String!) { network(slug: $slug) { invitations(first: 100) { edges { node { id email name role mailedAt mailFailing organisation { name } } } } } }",
            json!({ "slug": slug }),
        )
        .await;
    data["network"]["invitations"]["edges"]
        .as_array()
        .unwrap()
        .iter()
        .map(|edge| edge["node"].clone())
        .collect()
}

async fn invite(coordinator: &Client, slug: &str, invitations: Value) -> Value {
    coordinator
        .change(
            "inviteMembers",
            json!({ "networkSlug": slug, "invitations": invitations }),
            "invited problems { email message } network { memberCount }",
        )
        .await
}

#[test]
fn invited_people_come_in_by_the_mails_link() {
    on_both_empty(async |app| {
        let founder = app.founder("Solveig Strand", "Ålesund").await;
        founder
            .change(
                "createNetwork",
                json!({ "slug": "klima", "name": "Klima", "languages": ["NN"] }),
                "network { id }",
            )
            .await;
        let haninge = app.organisation("Haninge").await;
        let answer = invite(
            &founder,
            "klima",
            json!([
                { "email": "Asa@Kommun.example", "name": "Åsa Öberg", "organisationId": haninge },
                { "email": "utan.namn@kommun.example" },
                { "email": "asa@kommun.example" },
                { "email": "ikkje ei adresse" },
                { "email": "feil@kommun.example", "organisationId": "municipality_01h455vb4pex5vsknk084sn02q" },
            ]),
        )
        .await;
        assert_eq!(answer["invited"], 2, "{answer}");
        let problems = answer["problems"].as_array().unwrap();
        assert_eq!(problems.len(), 3, "{answer}");
        assert!(
            problems
                .iter()
                .all(|problem| problem["message"].as_str().unwrap().len() > 5),
            "{answer}"
        );

        let mail = app.mail.to("asa@kommun.example", 0).await;
        assert!(mail.body.contains("Klima"), "{}", mail.body);
        let look = app
            .stranger()
            .post("/auth/link/look", &json!({ "token": mail.token() }))
            .await;
        assert_eq!(look.json["purpose"], "invitation");
        assert_eq!(look.json["network"]["slug"], "klima");
        assert_eq!(look.json["organisation"]["name"], "Haninge");

        let mut asa = app.stranger();
        let arrived = asa
            .post_and_stay(
                "/auth/session",
                &json!({ "token": mail.token(), "name": "Åsa Öberg", "organisationId": haninge, "language": "sv" }),
            )
            .await;
        assert_eq!(
            (arrived.status, &arrived.json["next"]),
            (200, &json!("/networks/klima")),
            "{}",
            arrived.text
        );
        let viewer = asa
            .ask(
                "{ viewer { organisationConfirmed memberships { role network { slug } } } }",
                json!({}),
            )
            .await;
        assert_eq!(
            viewer["viewer"]["memberships"],
            json!([{ "role": "MEMBER", "network": { "slug": "klima" } }])
        );
        assert_eq!(viewer["viewer"]["organisationConfirmed"], true);
        app.mail.to("utan.namn@kommun.example", 0).await;
        let left = invitations(&founder, "klima").await;
        assert_eq!(left.len(), 1, "{left:?}");
        assert_eq!(left[0]["email"], "utan.namn@kommun.example");
        eventually(async || invitations(&founder, "klima").await[0]["mailedAt"].is_string()).await;
        // Members do not see who was invited.
        assert_eq!(invitations(&asa, "klima").await, Vec::<Value>::new());
    });
}

#[test]
fn a_reminder_is_a_new_mail_but_not_at_once_and_a_withdrawn_invitation_opens_nothing() {
    on_both(async |app| {
        let elin = app.person("elin").await;
        invite(&elin, SLUG, json!([{ "email": "ny@kommun.example", "name": "Ny" }])).await;
        let first = app.mail.to("ny@kommun.example", 0).await;
        let id = app.invitation(&elin, SLUG, "ny@kommun.example").await;
        let soon = elin.change_refused("remindInvitation", json!({ "id": id })).await;
        assert_eq!(soon.code, "RATE_LIMITED");
        // That it was mailed is noted after it has arrived; the hour is counted from then.
        eventually(async || {
            let invited = invitations(&elin, SLUG).await;
            let noted = |one: &Value| one["email"] == "ny@kommun.example" && !one["mailedAt"].is_null();
            invited.iter().any(noted)
        })
        .await;
        app.clock.advance(Duration::from_secs(3600));
        elin.change("remindInvitation", json!({ "id": id }), "invitation { email }")
            .await;
        let second = app.mail.to("ny@kommun.example", 1).await;
        assert_ne!(first.token(), second.token());
        elin.change("withdrawInvitation", json!({ "id": id }), "network { slug }")
            .await;
        for mail in [first, second] {
            let look = app
                .stranger()
                .post("/auth/link/look", &json!({ "token": mail.token() }))
                .await;
            assert_eq!(look.refusal().expect("it opens nothing").code, "LINK_SPENT");
        }
        // And may be invited again.
        let again = invite(&elin, SLUG, json!([{ "email": "ny@kommun.example" }])).await;
        assert_eq!(again["invited"], 1);
    });
}

#[test]
fn an_invitation_that_the_mail_server_refuses_is_tried_again_and_says_so() {
    on_both(async |app| {
        let elin = app.person("elin").await;
        app.mail.refuse(Some("451 come back later"));
        invite(&elin, SLUG, json!([{ "email": "sen@kommun.example" }])).await;
        for _ in 0..5 {
            app.turn(Duration::from_secs(5)).await;
            app.clock.advance(Duration::from_secs(3600));
        }
        eventually(async || {
            let waiting = invitations(&elin, SLUG).await;
            let waiting = waiting
                .iter()
                .find(|i| i["email"] == "sen@kommun.example")
                .expect("it waits");
            waiting["mailFailing"] == true && waiting["mailedAt"].is_null()
        })
        .await;
        app.mail.refuse(None);
        for _ in 0..5 {
            app.clock.advance(Duration::from_secs(24 * 3600));
            app.turn(Duration::from_secs(3)).await;
        }
        app.mail.to("sen@kommun.example", 0).await;
        assert_eq!(
            app.mail
                .all()
                .iter()
                .filter(|mail| mail.to == "sen@kommun.example")
                .count(),
            1
        );
    });
}

#[test]
fn whoever_is_not_invited_may_ask_and_a_coordinator_answers() {
    on_both_empty(async |app| {
        let founder = app.founder("Solveig Strand", "Ålesund").await;
        founder
            .change(
                "createNetwork",
                json!({ "slug": "klima", "name": "Klima", "languages": ["NN"] }),
                "network { id }",
            )
            .await;
        let (mut ida, mut per) = (
            app.newcomer("ida@kommune.example", "Ida", "Ørsta").await,
            app.newcomer("per@kommune.example", "Per", "Volda").await,
        );
        for person in [&mut ida, &mut per] {
            let seen = person
                .ask(
                    "{ network(slug: \"klima\") { viewerRole memberCount members { edges { node { role } } } } }",
                    json!({}),
                )
                .await;
            assert_eq!(seen["network"]["viewerRole"], Value::Null);
            assert_eq!(
                seen["network"]["members"]["edges"],
                json!([]),
                "only members see the members"
            );
            person
                .change(
                    "requestMembership",
                    json!({ "networkSlug": "klima", "message": "Kan eg få vere med?" }),
                    "network { viewerRequestedAt }",
                )
                .await;
        }
        let requests = founder
            .ask(
                "{ network(slug: \"klima\") { membershipRequests { edges { node { id message person { name } } } } } }",
                json!({}),
            )
            .await;
        let requests = requests["network"]["membershipRequests"]["edges"]
            .as_array()
            .unwrap()
            .clone();
        assert_eq!(requests.len(), 2);
        let of =
            |name: &str| requests.iter().find(|r| r["node"]["person"]["name"] == name).unwrap()["node"]["id"].clone();
        founder
            .change(
                "answerMembershipRequest",
                json!({ "id": of("Ida"), "accept": true }),
                "network { memberCount }",
            )
            .await;
        founder
            .change(
                "answerMembershipRequest",
                json!({ "id": of("Per"), "accept": false }),
                "network { memberCount }",
            )
            .await;
        let role = async |person: &Client| {
            person
                .ask(
                    "{ network(slug: \"klima\") { viewerRole viewerRequestedAt } }",
                    json!({}),
                )
                .await["network"]
                .clone()
        };
        assert_eq!(
            role(&ida).await,
            json!({ "viewerRole": "MEMBER", "viewerRequestedAt": null })
        );
        assert_eq!(
            role(&per).await,
            json!({ "viewerRole": null, "viewerRequestedAt": null })
        );

        // Saying that one works somewhere does not make one its editor: a coordinator confirms.
        let refusal = ida
            .change_refused(
                "createProgramme",
                json!({ "organisationId": app.organisation("Ørsta").await, "name": "Klimaplan" }),
            )
            .await;
        assert_eq!(refusal.code, "FORBIDDEN");
        let ida_id = ida.ask("{ viewer { id } }", json!({})).await["viewer"]["id"].clone();
        founder
            .change(
                "confirmOrganisation",
                json!({ "networkSlug": "klima", "personId": ida_id }),
                "person { organisationConfirmed }",
            )
            .await;
        ida.change(
            "createProgramme",
            json!({ "organisationId": app.organisation("Ørsta").await, "name": "Klimaplan" }),
            "programme { viewerMayEdit }",
        )
        .await;
    });
}

#[test]
fn roles_change_and_a_network_is_never_left_without_a_coordinator() {
    on_both(async |app| {
        let (elin, karin) = (app.person("elin").await, app.person("karin").await);
        let (elin_id, karin_id) = (app.id_of(&elin).await, app.id_of(&karin).await);
        let alone = elin
            .change_refused(
                "setMemberRole",
                json!({ "networkSlug": SLUG, "personId": elin_id, "role": "MEMBER" }),
            )
            .await;
        assert_eq!(alone.code, "INVALID");
        assert_eq!(
            elin.change_refused("leaveNetwork", json!({ "networkSlug": SLUG }))
                .await
                .code,
            "INVALID"
        );
        elin.change(
            "setMemberRole",
            json!({ "networkSlug": SLUG, "personId": karin_id, "role": "COORDINATOR" }),
            "membership { role }",
        )
        .await;
        karin
            .change(
                "setMemberRole",
                json!({ "networkSlug": SLUG, "personId": elin_id, "role": "MEMBER" }),
                "membership { role }",
            )
            .await;
        assert_eq!(
            elin.change_refused("removeMember", json!({ "networkSlug": SLUG, "personId": karin_id }))
                .await
                .code,
            "FORBIDDEN"
        );
        karin
            .change(
                "removeMember",
                json!({ "networkSlug": SLUG, "personId": elin_id }),
                "network { memberCount }",
            )
            .await;
        let seen = elin
            .ask("{ network(slug: \"miljostrateger\") { viewerRole } }", json!({}))
            .await;
        assert_eq!(seen["network"]["viewerRole"], Value::Null);
    });
}

#[test]
fn an_organisations_own_network_is_nobody_elses_to_find() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let own = "{ network(slug: \"haninge-klimat-miljo\") { name organisation { name } } }";
        assert_eq!(
            karin.ask(own, json!({})).await["network"]["organisation"]["name"],
            "Haninge"
        );
        assert_eq!(ingeborg.ask(own, json!({})).await["network"], Value::Null);
        let refusal = ingeborg
            .change_refused("requestMembership", json!({ "networkSlug": "haninge-klimat-miljo" }))
            .await;
        assert_eq!(refusal.code, "NOT_FOUND");
        let networks = ingeborg
            .ask("{ networks(first: 100) { edges { node { slug } } } }", json!({}))
            .await;
        assert!(!networks.to_string().contains("haninge-klimat-miljo"), "{networks}");
        // Anybody confirmed may make their own organisation's, but not another's, nor a spanning one.
        let alesund = app.organisation("Ålesund").await;
        ingeborg
            .change(
                "createNetwork",
                json!({ "slug": "alesund", "name": "Ålesund", "languages": ["NN"], "organisationId": alesund }),
                "network { viewerRole }",
            )
            .await;
        let others = ingeborg.change_refused("createNetwork", json!({ "slug": "x1", "name": "X", "languages": ["SV"], "organisationId": app.organisation("Haninge").await })).await;
        assert_eq!(others.code, "FORBIDDEN");
        let spanning = ingeborg
            .change_refused(
                "createNetwork",
                json!({ "slug": "x2", "name": "X", "languages": ["SV"] }),
            )
            .await;
        assert_eq!(spanning.code, "FORBIDDEN");
        let taken = ingeborg
            .change_refused(
                "createNetwork",
                json!({ "slug": "alesund", "name": "Y", "languages": ["NN"], "organisationId": alesund }),
            )
            .await;
        assert_eq!((taken.code.as_str(), taken.field.as_deref()), ("TAKEN", Some("slug")));
    });
}

#[test]
fn a_person_shows_what_they_share_to_those_they_share_a_network_with() {
    on_both(async |app| {
        let (karin, ingeborg) = (app.person("karin").await, app.person("ingeborg").await);
        let id = app.id_of(&ingeborg).await;
        let look = "query($id: ID!) { node(id: $id) { ... on Person { name email phone } } }";
        for (shares, wanted) in [(true, json!("ingeborg@demo.example")), (false, Value::Null)] {
            ingeborg
                .change(
                    "updateViewer",
                    json!({ "sharesEmail": shares }),
                    "viewer { sharesEmail }",
                )
                .await;
            assert_eq!(karin.ask(look, json!({ "id": id })).await["node"]["email"], wanted);
        }
        let _ = ingeborg
            .change("updateViewer", json!({ "sharesEmail": true }), "viewer { id }")
            .await;
        let seen = app.stranger().graphql(look, json!({ "id": id })).await;
        assert!(!seen.text.contains("ingeborg@demo.example"), "{}", seen.text);
    });
}

impl TestApp {
    /// A waiting invitation's id.
    async fn invitation(&self, coordinator: &Client, slug: &str, email: &str) -> Value {
        let all = invitations(coordinator, slug).await;
        all.iter()
            .find(|invitation| invitation["email"] == email)
            .expect("it waits")["id"]
            .clone()
    }
}
