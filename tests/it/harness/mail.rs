//! A mail server that keeps what it gets: enough of SMTP for one sender that means well.

use std::sync::{Arc, Mutex};

use base64::{Engine, prelude::BASE64_STANDARD};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

use super::socket::within;

#[derive(Clone)]
pub struct MailServer {
    pub url: String,
    inner: Arc<Inner>,
}

#[derive(Default)]
struct Inner {
    mails: Mutex<Vec<Mail>>,
    arrived: Notify,
    /// Answer every mail with this instead of taking it.
    refuse: Mutex<Option<&'static str>>,
}

/// A mail as its reader sees it.
#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub language: String,
    /// `List-Unsubscribe` and `List-Unsubscribe-Post`, where there are any.
    pub unsubscribe: (String, String),
    pub message_id: String,
    pub body: String,
}

impl Mail {
    /// The token behind `/welcome#`.
    pub fn token(&self) -> String {
        let (_, rest) = self
            .body
            .split_once("/welcome#")
            .unwrap_or_else(|| panic!("no link in the mail: {self:?}"));
        rest.chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            .collect()
    }
}

impl MailServer {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("smtp://{}", listener.local_addr().expect("it is bound"));
        let inner = Arc::new(Inner::default());
        let server = inner.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = server.clone();
                // A sender that hangs up in the middle has delivered nothing.
                tokio::spawn(async move { talk(stream, &server).await.ok() });
            }
        });
        Self { url, inner }
    }

    pub fn refuse(&self, answer: Option<&'static str>) {
        *self.inner.refuse.lock().expect("no test panics here") = answer;
    }

    /// The `n`th mail to this address, counted from 0; waits until it has come.
    pub async fn to(&self, address: &str, n: usize) -> Mail {
        within(async {
            loop {
                let arrived = self.inner.arrived.notified();
                if let Some(mail) = self.all().into_iter().filter(|mail| mail.to == address).nth(n) {
                    return mail;
                }
                arrived.await;
            }
        })
        .await
    }

    pub fn all(&self) -> Vec<Mail> {
        self.inner.mails.lock().expect("no test panics here").clone()
    }
}

async fn talk(stream: TcpStream, inner: &Inner) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    let (mut to, mut text, mut in_data) = (String::new(), String::new(), false);
    stream.write_all(b"220 tests\r\n").await?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let said = line.trim_end();
        let upper = said.to_ascii_uppercase();
        let answer = if in_data {
            if said != "." {
                text.push_str(said.strip_prefix('.').unwrap_or(said));
                text.push('\n');
                continue;
            }
            in_data = false;
            inner.mails.lock().expect("no test panics here").push(read(&to, &text));
            inner.arrived.notify_waiters();
            text.clear();
            "250 taken"
        } else if upper.starts_with("EHLO") {
            "250-tests\r\n250-8BITMIME\r\n250 SMTPUTF8"
        } else if upper.starts_with("RCPT TO:") {
            to = said[8..]
                .split('>')
                .next()
                .unwrap_or_default()
                .trim_start_matches([' ', '<'])
                .to_owned();
            (*inner.refuse.lock().expect("no test panics here")).unwrap_or("250 go on")
        } else if upper == "DATA" {
            in_data = true;
            "354 go on"
        } else if upper == "QUIT" {
            stream.write_all(b"221 bye\r\n").await?;
            return Ok(());
        } else {
            "250 go on"
        };
        stream.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
}

fn read(to: &str, text: &str) -> Mail {
    let (headers, body) = text.split_once("\n\n").unwrap_or((text, ""));
    let headers = headers.replace("\n ", " ").replace("\n\t", " ");
    let header = |name: &str| {
        headers
            .lines()
            .find(|line| line.to_ascii_lowercase().starts_with(name))
            .map(|line| line[name.len()..].trim().to_owned())
            .unwrap_or_default()
    };
    let body = match header("content-transfer-encoding:").to_ascii_lowercase().as_str() {
        "quoted-printable" => unquote(&body.replace("=\n", ""), '='),
        "base64" => unbase(&body.replace('\n', "")),
        _ => body.to_owned(),
    };
    Mail {
        to: to.to_owned(),
        subject: words(&header("subject:")),
        language: header("content-language:"),
        unsubscribe: (header("list-unsubscribe:"), header("list-unsubscribe-post:")),
        message_id: header("message-id:"),
        body,
    }
}

/// RFC 2047: `=?utf-8?b?…?=`; the space between two such words is none.
fn words(header: &str) -> String {
    let mut out = String::new();
    let mut rest = header.replace("?= =?", "?==?");
    while let Some((plain, word)) = rest.split_once("=?") {
        let mut pieces = word.splitn(3, '?');
        let (_charset, how) = (pieces.next(), pieces.next().unwrap_or_default());
        let (coded, after) = pieces
            .next()
            .and_then(|piece| piece.split_once("?="))
            .expect("an encoded word ends");
        out += plain;
        out += &if how.eq_ignore_ascii_case("b") {
            unbase(coded)
        } else {
            unquote(&coded.replace('_', " "), '=')
        };
        rest = after.to_owned();
    }
    out + &rest
}

fn unbase(text: &str) -> String {
    String::from_utf8(BASE64_STANDARD.decode(text).expect("it is base64")).expect("it is UTF-8")
}

fn unquote(text: &str, mark: char) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((plain, after)) = rest.split_once(mark) {
        bytes.extend_from_slice(plain.as_bytes());
        match after.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(mark as u8);
                rest = after;
            }
        }
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).expect("it is UTF-8")
}
