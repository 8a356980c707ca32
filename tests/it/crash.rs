//! What was acknowledged is kept, whatever happens to the process.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering::SeqCst},
    },
};

use serde_json::{Value, json};
use tokio::{sync::Notify, task::JoinHandle};

use crate::{
    command_line::{Folder, Server, samverk},
    harness::{Client, Services, client_id, mutation, within},
};

const KILLS: usize = 6;
const WRITERS: usize = 6;
/// Acknowledged messages between two kills.
const STEP: usize = 25;

#[test]
fn what_was_acknowledged_outlives_a_kill_in_the_middle_of_writing_on_sqlite() {
    let folder = Folder::new();
    killed_again_and_again(&folder.url());
}

#[test]
fn what_was_acknowledged_outlives_a_kill_in_the_middle_of_writing_on_postgresql() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .expect("a runtime");
    runtime.block_on(Services::get().postgres("create database crash"));
    killed_again_and_again(&Services::get().postgres_url("crash"));
    runtime.block_on(Services::get().postgres("drop database crash with (force)"));
}

fn killed_again_and_again(database: &str) {
    let settings = [
        ("DATABASE_URL", database),
        // One person stands for many here.
        ("SAMVERK_CHANGES_PER_MINUTE", "1000000"),
    ];
    assert!(samverk(&["demo"], &settings).ok);
    let token = samverk(&["token", "--email", "karin@demo.example"], &settings).out;
    let token = token.lines().last().expect("the token is the last line").to_owned();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime");
    let start = || Server::start(&["serve", "--listen", "127.0.0.1:0"], &settings);
    let karin = |server: &Server| {
        let node = format!("http://{}", server.address);
        Client::new(&node, &node).with_token(&token)
    };

    let server = start();
    let input = json!({ "networkSlug": "miljostrateger", "subject": "Strömavbrott" });
    let started = runtime.block_on(karin(&server).change("startThread", input, "thread { id }"));
    let thread = started["thread"]["id"].as_str().expect("an id is text").to_owned();
    drop(server);

    // clientId → seq of everything that was acknowledged, and what was sent without an answer.
    let acknowledged = Arc::new(Mutex::new(BTreeMap::new()));
    let unanswered = Arc::new(Mutex::new(Vec::new()));
    for _ in 0..KILLS {
        let server = start();
        let writers = runtime.block_on(write_until(&karin(&server), &thread, &acknowledged, &unanswered));
        // Not an end: a kill, with writes under way. It is what ends the writers too.
        drop(server);
        for writer in writers {
            runtime.block_on(writer).expect("a writer without a server goes home");
        }
    }

    let server = start();
    runtime.block_on(async {
        let karin = karin(&server);
        let acknowledged = acknowledged.lock().expect("no test panics here").clone();
        assert!(acknowledged.len() >= KILLS * STEP);
        let seqs = all_seqs(&karin, &thread).await;
        let wanted: Vec<i64> = (1..=i64::try_from(seqs.len()).expect("few")).collect();
        assert_eq!(seqs, wanted, "numbers without a gap");
        for (client_id, seq) in &acknowledged {
            assert_eq!(
                post(&karin, &thread, client_id).await.as_ref(),
                Some(seq),
                "sent again, it is the same message"
            );
        }
        // What was not answered may have happened or not; sent again it happens once.
        let unanswered = unanswered.lock().expect("no test panics here").clone();
        for client_id in &unanswered {
            let first = post(&karin, &thread, client_id).await;
            assert!(first.is_some());
            assert_eq!(post(&karin, &thread, client_id).await, first);
        }
    });
}

async fn write_until(
    karin: &Client,
    thread: &str,
    acknowledged: &Arc<Mutex<BTreeMap<String, i64>>>,
    unanswered: &Arc<Mutex<Vec<String>>>,
) -> Vec<JoinHandle<()>> {
    let (count, enough) = (Arc::new(AtomicUsize::new(0)), Arc::new(Notify::new()));
    let writers: Vec<_> = (0..WRITERS)
        .map(|_| {
            let (karin, thread, count, enough) = (karin.clone(), thread.to_owned(), count.clone(), enough.clone());
            let (acknowledged, unanswered) = (acknowledged.clone(), unanswered.clone());
            tokio::spawn(async move {
                loop {
                    let id = client_id();
                    unanswered.lock().expect("no test panics here").push(id.clone());
                    let Some(seq) = post(&karin, &thread, &id).await else {
                        return;
                    };
                    unanswered
                        .lock()
                        .expect("no test panics here")
                        .retain(|other| *other != id);
                    acknowledged.lock().expect("no test panics here").insert(id, seq);
                    if count.fetch_add(1, SeqCst) + 1 == STEP {
                        enough.notify_one();
                    }
                }
            })
        })
        .collect();
    within(enough.notified()).await;
    writers
}

/// The message's number, or nothing when there was no answer.
async fn post(karin: &Client, thread: &str, client_id: &str) -> Option<i64> {
    let input = json!({ "threadId": thread, "body": client_id, "language": "SV", "clientId": client_id });
    let body = json!({ "query": mutation("postMessage", "message { seq }"), "variables": { "input": input } });
    let request = karin.request(reqwest::Method::POST, "/graphql").json(&body);
    let answer: Value = request.send().await.ok()?.json().await.ok()?;
    Some(
        answer["data"]["postMessage"]["message"]["seq"]
            .as_i64()
            .unwrap_or_else(|| panic!("{answer}")),
    )
}

async fn all_seqs(karin: &Client, thread: &str) -> Vec<i64> {
    let query = "query($t: ID!, $a: String) { thread(id: $t) { messages(first: 100, after: $a) { pageInfo { hasNextPage endCursor } edges { node { seq } } } } }";
    let (mut seqs, mut after) = (Vec::new(), Value::Null);
    loop {
        let page = karin.ask(query, json!({ "t": thread, "a": after })).await["thread"]["messages"].clone();
        seqs.extend(
            page["edges"]
                .as_array()
                .expect("a list")
                .iter()
                .filter_map(|edge| edge["node"]["seq"].as_i64()),
        );
        after = page["pageInfo"]["endCursor"].clone();
        if page["pageInfo"]["hasNextPage"] == false {
            return seqs;
        }
    }
}
