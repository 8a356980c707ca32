//! Somebody who talks to the server over HTTP: a person with a cookie or a token, or a stranger.

use reqwest::{Method, header};
use serde_json::{Value, json};

use super::socket::Socket;

#[derive(Clone)]
pub struct Client {
    http: reqwest::Client,
    /// Scheme, host and port of the node.
    pub node: String,
    /// The page's origin, as a browser would send it.
    origin: String,
    pub cookie: Option<String>,
    pub bearer: Option<String>,
    pub language: &'static str,
}

/// An answer as it came: status, headers, and its JSON (null where it is none).
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub headers: header::HeaderMap,
    pub text: String,
    pub json: Value,
}

/// One of `errors`, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    pub code: String,
    pub message: String,
    pub field: Option<String>,
    pub args: Value,
}

/// What reqwest's clients need before they are made, also those that speak no TLS.
pub fn tls() {
    // An error says that it is there already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

impl Client {
    pub fn new(node: &str, origin: &str) -> Self {
        tls();
        Self {
            http: reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .no_proxy()
                .build()
                .expect("a client without TLS has nothing that can fail"),
            node: node.to_owned(),
            origin: origin.to_owned(),
            cookie: None,
            bearer: None,
            language: "en",
        }
    }

    /// The same person at another node.
    pub fn at(&self, node: &str) -> Self {
        Self {
            node: node.to_owned(),
            ..self.clone()
        }
    }

    pub fn speaking(&self, language: &'static str) -> Self {
        Self {
            language,
            ..self.clone()
        }
    }

    pub fn with_token(&self, token: &str) -> Self {
        Self {
            bearer: Some(token.to_owned()),
            cookie: None,
            ..self.clone()
        }
    }

    /// A request as the web client makes it, to be changed by the test.
    pub fn request(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.request_from(&self.origin, method, path)
    }

    /// A request that a page of this origin makes a browser send.
    pub fn request_from(&self, origin: &str, method: Method, path: &str) -> reqwest::RequestBuilder {
        self.request_without_origin(method, path).header(header::ORIGIN, origin)
    }

    /// A request of a program that is no browser.
    pub fn request_without_origin(&self, method: Method, path: &str) -> reqwest::RequestBuilder {
        let mut request = self
            .http
            .request(method, format!("{}{path}", self.node))
            .header(header::ACCEPT_LANGUAGE, self.language)
            .header(
                header::ACCEPT,
                "application/graphql-response+json, application/json;q=0.9",
            );
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if let Some(token) = &self.bearer {
            request = request.bearer_auth(token);
        }
        request
    }

    pub async fn get(&self, path: &str) -> Answer {
        Answer::of(self.request(Method::GET, path)).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Answer {
        Answer::of(self.request(Method::POST, path).json(body)).await
    }

    /// A file, as it is.
    pub async fn send(&self, path: &str, bytes: Vec<u8>) -> Answer {
        Answer::of(self.request(Method::POST, path).body(bytes)).await
    }

    /// Takes over the cookie that the answer sets.
    pub async fn post_and_stay(&mut self, path: &str, body: &Value) -> Answer {
        let answer = self.post(path, body).await;
        if let Some(set) = answer.set_cookie() {
            self.cookie = Some(set.split(';').next().unwrap_or_default().to_owned());
        }
        answer
    }

    pub async fn graphql(&self, query: &str, variables: Value) -> Answer {
        self.post("/graphql", &json!({ "query": query, "variables": variables }))
            .await
    }

    /// The data of an operation that must succeed.
    #[track_caller]
    pub fn ask(&self, query: &str, variables: Value) -> impl Future<Output = Value> + use<> {
        let (this, query, at) = (self.clone(), query.to_owned(), std::panic::Location::caller());
        async move {
            let answer = this.graphql(&query, variables.clone()).await;
            assert!(
                answer.status == 200 && answer.json.get("errors").is_none(),
                "{at}: {query}\nwith {variables}\nwas answered {} {}",
                answer.status,
                answer.text
            );
            answer.json["data"].clone()
        }
    }

    /// The refusal of an operation that must fail.
    #[track_caller]
    pub fn refused(&self, query: &str, variables: Value) -> impl Future<Output = Refusal> + use<> {
        let (this, query, at) = (self.clone(), query.to_owned(), std::panic::Location::caller());
        async move {
            let answer = this.graphql(&query, variables.clone()).await;
            answer.refusal().unwrap_or_else(|| {
                panic!(
                    "{at}: {query}\nwith {variables}\nshould be refused, but was answered {}",
                    answer.text
                )
            })
        }
    }

    /// A mutation that must succeed, with the fields wanted of its payload.
    #[track_caller]
    pub fn change(&self, name: &'static str, input: Value, wanted: &str) -> impl Future<Output = Value> + use<> {
        let data = self.ask(&mutation(name, wanted), json!({ "input": input }));
        async move { data.await[name].clone() }
    }

    /// A mutation that must fail.
    #[track_caller]
    pub fn change_refused(&self, name: &str, input: Value) -> impl Future<Output = Refusal> + use<> {
        self.refused(&mutation(name, "__typename"), json!({ "input": input }))
    }

    /// A WebSocket, past its `connection_ack`.
    pub async fn socket(&self) -> Socket {
        let mut socket = self.bare_socket().await;
        socket.init(self.bearer.as_deref()).await;
        socket
    }

    /// A WebSocket on which nothing has been said yet.
    pub async fn bare_socket(&self) -> Socket {
        self.upgrade(&self.origin, "graphql-transport-ws")
            .await
            .expect("the server takes the socket")
    }

    /// The upgrade with an origin and a subprotocol of one's choice; or the status with which it is refused.
    pub async fn upgrade(&self, origin: &str, protocol: &str) -> Result<Socket, u16> {
        Socket::open(&self.node, origin, protocol, self.cookie.as_deref(), self.language).await
    }
}

/// `mutation($input: NameInput!) { name(input: $input) { wanted } }`: every mutation is of this shape.
pub fn mutation(name: &str, wanted: &str) -> String {
    let (first, rest) = name.split_at(1);
    format!(
        "mutation($input: {}{rest}Input!) {{ {name}(input: $input) {{ {wanted} }} }}",
        first.to_uppercase()
    )
}

impl Answer {
    pub async fn of(request: reqwest::RequestBuilder) -> Self {
        Self::read(request.send().await.expect("the server answers")).await
    }

    pub async fn read(response: reqwest::Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.expect("the answer comes whole");
        let json = serde_json::from_str(&text).unwrap_or_default();
        Self {
            status,
            headers,
            text,
            json,
        }
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default()
    }

    pub fn set_cookie(&self) -> Option<&str> {
        self.headers
            .get(header::SET_COOKIE)
            .and_then(|value| value.to_str().ok())
    }

    /// The first error, which every refusal has.
    pub fn refusal(&self) -> Option<Refusal> {
        self.json["errors"].get(0).map(Refusal::of)
    }
}

impl Refusal {
    pub fn of(error: &Value) -> Self {
        let text = |value: &Value| value.as_str().map(str::to_owned);
        Self {
            code: text(&error["extensions"]["code"]).unwrap_or_default(),
            message: text(&error["message"]).unwrap_or_default(),
            field: text(&error["extensions"]["field"]),
            args: error["extensions"]["args"].clone(),
        }
    }
}
