//! The reading end of Server-Sent Events.

use reqwest::{Method, header};
use serde_json::{Value, json};

use super::{
    client::{Answer, Client, Refusal},
    socket::within,
};

/// An answer that is still being written.
pub struct Events {
    pub response: reqwest::Response,
    read: String,
}

impl Client {
    /// Follows an operation at `/graphql/stream`.
    pub async fn events(&self, query: &str, variables: Value) -> Events {
        match self.try_events(query, variables).await {
            Ok(events) => events,
            Err(answer) => panic!("{query}\nshould be answered by events, but was answered {answer:?}"),
        }
    }

    /// The same, or the plain answer with which it is refused.
    pub async fn try_events(&self, query: &str, variables: Value) -> Result<Events, Answer> {
        let request = self
            .request(Method::POST, "/graphql/stream")
            .json(&json!({ "query": query, "variables": variables }));
        Events::of(request).await
    }
}

impl Events {
    pub async fn of(request: reqwest::RequestBuilder) -> Result<Self, Answer> {
        let mut request = request.build().expect("it is a request");
        let accept = header::HeaderValue::from_static("text/event-stream");
        request.headers_mut().insert(header::ACCEPT, accept);
        super::tls();
        let response = reqwest::Client::builder()
            .no_proxy()
            .build()
            .expect("a client without TLS has nothing that can fail")
            .execute(request)
            .await
            .expect("the server answers");
        let kind = response.headers().get(header::CONTENT_TYPE);
        if kind.is_some_and(|kind| kind == "text/event-stream") {
            assert_eq!(response.status(), 200);
            let read = String::new();
            return Ok(Self { response, read });
        }
        Err(Answer::read(response).await)
    }

    /// The next block of lines; nothing when the answer has ended, or was broken off.
    pub async fn block(&mut self) -> Option<String> {
        loop {
            if let Some(at) = self.read.find("\n\n") {
                let rest = self.read.split_off(at + 2);
                return Some(std::mem::replace(&mut self.read, rest));
            }
            let chunk = within(self.response.chunk()).await.ok()??;
            self.read += std::str::from_utf8(&chunk).expect("the server speaks UTF-8");
        }
    }

    /// The next event, as its name and its data; comments are passed over.
    pub async fn event(&mut self) -> Option<(String, Value)> {
        loop {
            let block = self.block().await?;
            let Some(rest) = block.strip_prefix("event: ") else {
                assert!(block.starts_with(':'), "{block:?}");
                continue;
            };
            let (name, data) = rest.split_once("\ndata:").expect("an event has data");
            return Some((name.to_owned(), serde_json::from_str(data).unwrap_or_default()));
        }
    }

    /// The data of the next result.
    pub async fn next(&mut self) -> Value {
        let (name, result) = self.event().await.expect("the answer goes on");
        assert_eq!(name, "next", "{result}");
        assert!(result.get("errors").is_none(), "{result}");
        result["data"].clone()
    }

    /// How the operation was refused, or ended by the server.
    pub async fn refusal(&mut self) -> Refusal {
        let (name, result) = self.event().await.expect("the answer goes on");
        assert_eq!(name, "next");
        let refusal = Refusal::of(&result["errors"][0]);
        self.completed().await;
        refusal
    }

    pub async fn completed(&mut self) {
        assert_eq!(self.event().await, Some(("complete".to_owned(), Value::Null)));
        assert_eq!(self.event().await, None, "complete is the last");
    }
}
