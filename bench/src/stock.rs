//! The thread in async-graphql as it comes, with its own service for sockets: every subscriber executes every event.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex, PoisonError},
};

use async_graphql::{Context, Enum, ID, InputObject, Interface, Object, Schema, SimpleObject, Subscription};
use async_graphql_axum::{GraphQLRequest, GraphQLResponse, GraphQLSubscription};
use axum::{Router, extract::State, routing::post};
use futures_util::{Stream, StreamExt, stream};
use tokio::sync::broadcast;

use crate::Outcome;

const RING: usize = 4_096;

#[derive(Enum, Clone, Copy, PartialEq, Eq)]
enum Language {
    Sv,
    Nn,
    Nb,
    En,
}

#[derive(SimpleObject, Clone)]
struct Organisation {
    name: String,
}

#[derive(SimpleObject, Clone)]
struct Person {
    name: String,
    organisation: Organisation,
}

#[derive(SimpleObject, Clone)]
struct Message {
    id: ID,
    seq: i64,
    author: Option<Person>,
    body: String,
    language: Language,
    posted_at: String,
}

#[derive(SimpleObject, Clone)]
struct MessagePosted {
    seq: i64,
    message: Message,
}

#[derive(Interface, Clone)]
#[graphql(field(name = "seq", ty = "&i64"))]
enum ThreadEvent {
    MessagePosted(MessagePosted),
}

#[derive(InputObject)]
struct PostMessageInput {
    thread_id: ID,
    body: String,
    language: Option<Language>,
    client_id: ID,
}

#[derive(SimpleObject)]
struct PostMessagePayload {
    message: Message,
}

struct Thread {
    last_seq: Mutex<i64>,
    events: broadcast::Sender<ThreadEvent>,
}

struct Query;

#[Object]
impl Query {
    async fn last_seq(&self, ctx: &Context<'_>) -> i64 {
        *ctx.data_unchecked::<Arc<Thread>>()
            .last_seq
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

struct Mutation;

#[Object]
impl Mutation {
    async fn post_message(&self, ctx: &Context<'_>, input: PostMessageInput) -> PostMessagePayload {
        let _ = (input.thread_id, input.client_id);
        let thread = ctx.data_unchecked::<Arc<Thread>>();
        // Numbered and sent under one lock, so that every subscriber has them in order.
        let mut last_seq = thread.last_seq.lock().unwrap_or_else(PoisonError::into_inner);
        *last_seq += 1;
        let seq = *last_seq;
        let message = Message {
            id: format!("message_{seq:026}").into(),
            seq,
            author: Some(Person {
                name: "Astrid Provström nr 17".to_owned(),
                organisation: Organisation {
                    name: "Haninge".to_owned(),
                },
            }),
            body: input.body,
            language: input.language.unwrap_or(Language::Sv),
            posted_at: "2026-11-22T13:05:00.000Z".to_owned(),
        };
        // Nobody listening yet is no error.
        let _ = thread.events.send(ThreadEvent::MessagePosted(MessagePosted {
            seq,
            message: message.clone(),
        }));
        PostMessagePayload { message }
    }
}

struct Subscriptions;

#[Subscription]
impl Subscriptions {
    async fn thread_events(
        &self,
        ctx: &Context<'_>,
        thread_id: ID,
        after: Option<i64>,
    ) -> impl Stream<Item = ThreadEvent> {
        let _ = (thread_id, after);
        let events = ctx.data_unchecked::<Arc<Thread>>().events.subscribe();
        stream::unfold(events, |mut events| async move {
            let event = events.recv().await.ok()?;
            Some((event, events))
        })
        .boxed()
    }
}

type Api = Schema<Query, Mutation, Subscriptions>;

pub async fn serve(listen: SocketAddr) -> Outcome<()> {
    let thread = Arc::new(Thread {
        last_seq: Mutex::new(0),
        events: broadcast::channel(RING).0,
    });
    let api = Schema::build(Query, Mutation, Subscriptions).data(thread).finish();
    let router = Router::new()
        .route("/graphql", post(answer))
        .route_service("/graphql/ws", GraphQLSubscription::new(api.clone()))
        .with_state(api);
    let listener = tokio::net::TcpListener::bind(listen).await?;
    axum::serve(
        axum::serve::ListenerExt::tap_io(listener, |stream| _ = stream.set_nodelay(true)),
        router,
    )
    .await?;
    Ok(())
}

async fn answer(State(api): State<Api>, request: GraphQLRequest) -> GraphQLResponse {
    api.execute(request.into_inner()).await.into()
}
