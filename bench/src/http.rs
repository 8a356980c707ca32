//! A keep-alive HTTP/1.1 client, no more than the benches need.

use std::{net::SocketAddr, time::Duration};

use bytes::Bytes;
use http_body_util::{BodyExt, Full};
use hyper::{
    Method, Request,
    client::conn::http1::{self, SendRequest},
    header,
};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use crate::Outcome;

const PATIENCE: Duration = Duration::from_secs(20);

/// A GraphQL request, made once and sent often.
#[derive(Clone)]
pub struct Post {
    pub path: &'static str,
    pub token: Option<String>,
    pub body: Bytes,
}

impl Post {
    pub fn graphql(query: &str, variables: &serde_json::Value, token: Option<&str>) -> Self {
        let body = serde_json::json!({ "query": query, "variables": variables }).to_string();
        Self {
            path: "/graphql",
            token: token.map(|token| format!("Bearer {token}")),
            body: body.into(),
        }
    }
}

pub struct Connection {
    sender: SendRequest<Full<Bytes>>,
    host: String,
}

impl Connection {
    pub async fn open(address: SocketAddr) -> Outcome<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        // Ends with the connection; what goes wrong on it comes back to the one who asked.
        tokio::spawn(connection);
        Ok(Self {
            sender,
            host: address.to_string(),
        })
    }

    pub async fn post(&mut self, post: &Post) -> Outcome<(u16, Bytes)> {
        let mut request = Request::post(post.path)
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT, "application/json");
        if let Some(token) = &post.token {
            request = request.header(header::AUTHORIZATION, token);
        }
        self.send(
            request
                .header(header::HOST, &self.host)
                .body(Full::new(post.body.clone()))?,
        )
        .await
    }

    pub async fn get(&mut self, path: &str) -> Outcome<(u16, Bytes)> {
        let request = Request::builder()
            .method(Method::GET)
            .uri(path)
            .header(header::HOST, &self.host);
        self.send(request.body(Full::default())?).await
    }

    async fn send(&mut self, request: Request<Full<Bytes>>) -> Outcome<(u16, Bytes)> {
        tokio::time::timeout(PATIENCE, async {
            self.sender.ready().await?;
            let response = self.sender.send_request(request).await?;
            let status = response.status().as_u16();
            Ok((status, response.into_body().collect().await?.to_bytes()))
        })
        .await
        .map_err(|_| "no answer to a request in time")?
    }
}
