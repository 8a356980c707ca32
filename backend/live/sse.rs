//! GraphQL over Server-Sent Events, for those whom a proxy keeps from a WebSocket: graphql-sse's "distinct connections
//! mode" (<https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md>), one operation per HTTP request. The answer
//! is `next` events and at the end `complete`; one that ends without is to be asked for again, with `after`.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::{Arc, atomic::Ordering::Relaxed},
    time::Duration,
};

use bytes::Bytes;
use futures_util::{Stream, StreamExt, stream};

use super::{
    limits::Stay,
    listener::{Caller, End, Gauge, Guest, Out, Outs},
};
use crate::{
    app::App,
    clock::Moment,
    error::{Error, ErrorCode, Result},
    graphql::ClientRequest,
    i18n::Language,
};

/// How often something is said in any case: proxies cut what is silent, and what nobody takes breaks the line.
const HEARTBEAT: Duration = Duration::from_secs(12);
/// A comment: whoever waits for it knows at once that nothing on the way holds the stream back.
const COMMENT: Bytes = Bytes::from_static(b":\n\n");
/// Without the empty data a browser's `EventSource` does not tell of it.
const COMPLETE: &str = "event: complete\ndata:\n\n";
/// Streams at once per person, and per network address, behind which a whole town hall may sit.
const PER_PERSON: usize = 64;
const PER_ADDRESS: usize = 4096;

/// Begins an operation; what is returned is the body of the answer.
///
/// # Errors
/// `UNAVAILABLE` when it could not be found out whether it may begin, `RATE_LIMITED` for too many at once. Every other
/// refusal is an event, as the protocol wants it.
pub async fn open(
    app: Arc<App>,
    caller: Caller,
    request: ClientRequest,
) -> Result<impl Stream<Item = Result<Bytes, Infallible>> + Send + use<>> {
    let mut guest = Guest::unknown(
        app.clone(),
        caller.accept_language.unwrap_or(Language::Sv),
        &caller.address,
    );
    guest.sign_in(caller.token).await?;
    let person = guest.viewer.maybe().map(|me| me.id.0);
    let stays = [
        person.map(|id| (format!("person:{id}"), PER_PERSON)),
        Some((format!("address:{}", caller.address), PER_ADDRESS)),
    ];
    let stays = stays
        .into_iter()
        .flatten()
        .map(|(key, most)| app.limits.stay(&app, key, most))
        .collect::<Result<Vec<_>>>()?;
    let outs: Outs = match guest.start(&"".into(), request).await {
        Ok(outs) => outs,
        Err(error) if matches!(error.code(), ErrorCode::Unavailable) => return Err(error),
        Err(error) => Box::pin(stream::iter([Out::Error(guest.refusal(&error))])),
    };
    let mut line = Line {
        guest,
        outs,
        leave: Box::pin(app.clone().time_to_leave()),
        beat_at: app.clock.now(),
        heartbeat: Box::pin(std::future::ready(())),
        _stays: stays,
        _open: Gauge::up(app, |figures| &figures.streams),
    };
    line.wind_up();
    let events = stream::unfold(Some(line), |line| async { line?.next().await });
    Ok(stream::iter([COMMENT]).chain(events).map(Ok))
}

/// One open answer.
struct Line {
    guest: Guest,
    outs: Outs,
    leave: Pin<Box<dyn Future<Output = ()> + Send>>,
    beat_at: Moment,
    heartbeat: Pin<Box<dyn Future<Output = ()> + Send>>,
    _stays: Vec<Stay>,
    _open: Gauge,
}

impl Line {
    /// The next heartbeat is due this long after the last was, however late that came.
    fn wind_up(&mut self) {
        self.beat_at = self.beat_at.plus(HEARTBEAT);
        let (app, due) = (self.guest.app.clone(), self.beat_at);
        self.heartbeat = Box::pin(async move { app.clock.sleep(due.since(app.clock.now())).await });
    }

    /// What to write next, and whether it goes on after that. `None`: it breaks off here, and the client comes again.
    async fn next(mut self) -> Option<(Bytes, Option<Self>)> {
        loop {
            let out = tokio::select! {
                // In this order: a server that stops, rights that have gone, then what there is to do.
                biased;
                () = &mut self.leave => return None,
                () = self.guest.rights_changed() => match self.guest.judge().await {
                    Ok(over) => match over.into_iter().next() {
                        Some((_, errors)) => Out::Error(errors),
                        None => continue,
                    },
                    Err(End::SignedOut) => Out::Error(self.guest.refusal(&Error::new(ErrorCode::Unauthenticated))),
                    Err(End::Lost) => Out::Lost,
                },
                out = self.outs.next() => out.unwrap_or(Out::Complete),
                () = &mut self.heartbeat => {
                    self.wind_up();
                    return Some((COMMENT, Some(self)));
                }
            };
            return match out {
                Out::Next(response) => {
                    self.guest.app.live.figures.deliveries.fetch_add(1, Relaxed);
                    Some((event(&["event: next\ndata: ", &response, "\n\n"]), Some(self)))
                }
                Out::Error(errors) => {
                    let last = ["event: next\ndata: {\"errors\":", &errors, "}\n\n", COMPLETE];
                    Some((event(&last), None))
                }
                Out::Complete => Some((Bytes::from_static(COMPLETE.as_bytes()), None)),
                Out::Lost => None,
            };
        }
    }
}

/// JSON has no line breaks of its own, so a response is one line of data.
fn event(parts: &[&str]) -> Bytes {
    parts.concat().into()
}
